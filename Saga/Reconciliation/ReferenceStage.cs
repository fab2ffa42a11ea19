namespace DichVuCong.Saga.Reconciliation;

/// <summary>
/// The exact reference. Equal amounts are paired; what is left of both sides is one sum or an amount that differs; what is left of one side beside
/// a pair is there once too often.
/// </summary>
internal sealed class ReferenceStage(Amounts amounts, PartFindings findings) : IStage<ByReference>
{
    private readonly List<ReconciliationRow> _ledger = [];
    private readonly List<ReconciliationRow> _statement = [];

    public ByReference Key => default;

    public void Match(RowGroups<ByReference> groups, RowGroup group, ReconciliationRow[] rows)
    {
        if (group is { LedgerCount: 1, StatementCount: 1 })
        {
            ref readonly var ledger = ref rows[group.Ledger];
            ref readonly var statement = ref rows[group.Statement];
            if (amounts.AreSame(ledger.Amount, statement.Amount)) findings.Pair(ledger, statement, MatchBasis.Reference);
            else findings.Differ(ResultClass.AmountDiffers, new(in ledger), new(in statement));
            return;
        }

        groups.Copy(group.Ledger, group.LedgerCount, _ledger);
        groups.Copy(group.Statement, group.StatementCount, _statement);
        Several(RowOrder.Sort(_ledger), RowOrder.Sort(_statement));
    }

    private void Several(Span<ReconciliationRow> ledger, Span<ReconciliationRow> statement)
    {
        var (ledgerLeft, statementLeft) = PairEqual(ledger, statement);
        var paired = ledgerLeft < ledger.Length;
        var mine = ledger[..ledgerLeft];
        var theirs = statement[..statementLeft];
        if (!mine.IsEmpty && !theirs.IsEmpty)
        {
            if (mine.Length == 1 && theirs.Length == 1 && amounts.AreSame(mine[0].Amount, theirs[0].Amount)) findings.Pair(mine[0], theirs[0], MatchBasis.Reference);
            else if ((mine.Length == 1 || theirs.Length == 1) && amounts.AreSame(mine, theirs)) findings.Sum(mine, theirs, MatchBasis.ReferenceSum);
            else findings.Differ(ResultClass.AmountDiffers, mine, theirs);
            return;
        }

        Rest(RowSide.Ledger, mine, paired);
        Rest(RowSide.Statement, theirs, paired);
    }

    private void Rest(RowSide side, ReadOnlySpan<ReconciliationRow> rows, bool paired)
    {
        if (paired) findings.DifferEach(ResultClass.Duplicate, side, rows);
        else findings.Leave(Stage.Reference, side, rows);
    }

    /// <summary>Pairs the equal amounts of two sorted sides, and moves what is left to the front of each.</summary>
    private (int Ledger, int Statement) PairEqual(Span<ReconciliationRow> ledger, Span<ReconciliationRow> statement)
    {
        var (mine, theirs, mineLeft, theirsLeft) = (0, 0, 0, 0);
        while (mine < ledger.Length && theirs < statement.Length)
        {
            var order = ledger[mine].Amount.CompareTo(statement[theirs].Amount);
            if (order == 0) findings.Pair(ledger[mine++], statement[theirs++], MatchBasis.Reference);
            else if (order < 0) ledger[mineLeft++] = ledger[mine++];
            else statement[theirsLeft++] = statement[theirs++];
        }

        while (mine < ledger.Length) ledger[mineLeft++] = ledger[mine++];
        while (theirs < statement.Length) statement[theirsLeft++] = statement[theirs++];
        return (mineLeft, theirsLeft);
    }
}
