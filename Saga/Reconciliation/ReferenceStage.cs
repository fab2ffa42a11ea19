namespace DichVuCong.Saga.Reconciliation;

/// <summary>
/// The exact reference. Equal amounts are paired; what is left of both sides is one sum or an amount that differs; what is left of one side beside
/// a pair is there once too often. Rows that name different accounts are not one another's: each is told by itself.
/// </summary>
internal sealed class ReferenceStage(Amounts amounts, SameAccount accounts, PartFindings findings) : IStage<ByReference>
{
    private readonly List<ReconciliationRow> _ledger = [];
    private readonly List<ReconciliationRow> _statement = [];
    private readonly EqualPairs _equal = new(accounts, findings);

    public ByReference Key => default;

    public void Match(RowGroups<ByReference> groups, RowGroup group, ReconciliationRow[] rows)
    {
        if (group is { LedgerCount: 1, StatementCount: 1 })
        {
            ref readonly var ledger = ref rows[group.Ledger];
            ref readonly var statement = ref rows[group.Statement];
            if (!accounts.MayBe(ledger, statement)) Leave(new(in ledger), new(in statement));
            else if (amounts.AreSame(ledger.Amount, statement.Amount)) findings.Pair(ledger, statement, MatchBasis.Reference, areOnly: true);
            else findings.Differ(ResultClass.AmountDiffers, new(in ledger), new(in statement));
            return;
        }

        groups.Copy(group.Ledger, group.LedgerCount, _ledger);
        groups.Copy(group.Statement, group.StatementCount, _statement);
        Several(RowOrder.Sort(_ledger), RowOrder.Sort(_statement));
    }

    private void Several(Span<ReconciliationRow> ledger, Span<ReconciliationRow> statement)
    {
        var (ledgerLeft, statementLeft) = _equal.Pair(ledger, statement);
        var paired = ledgerLeft < ledger.Length;
        var mine = ledger[..ledgerLeft];
        var theirs = statement[..statementLeft];
        if (!mine.IsEmpty && !theirs.IsEmpty)
        {
            if (!accounts.MayBe(mine, theirs)) Leave(mine, theirs);
            else if (mine.Length == 1 && theirs.Length == 1 && amounts.AreSame(mine[0].Amount, theirs[0].Amount)) findings.Pair(mine[0], theirs[0], MatchBasis.Reference);
            else if ((mine.Length == 1 || theirs.Length == 1) && amounts.AreSame(mine, theirs)) findings.Sum(mine, theirs, MatchBasis.ReferenceSum);
            else findings.Differ(ResultClass.AmountDiffers, mine, theirs);
            return;
        }

        Rest(RowSide.Ledger, mine, paired);
        Rest(RowSide.Statement, theirs, paired);
    }

    private void Leave(ReadOnlySpan<ReconciliationRow> mine, ReadOnlySpan<ReconciliationRow> theirs)
    {
        findings.Leave(Stage.Reference, RowSide.Ledger, mine);
        findings.Leave(Stage.Reference, RowSide.Statement, theirs);
    }

    private void Rest(RowSide side, ReadOnlySpan<ReconciliationRow> rows, bool paired)
    {
        if (paired) findings.DifferEach(ResultClass.Duplicate, side, rows);
        else findings.Leave(Stage.Reference, side, rows);
    }
}
