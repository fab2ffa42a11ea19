namespace DichVuCong.Saga.Reconciliation;

/// <summary>What a partner books as one sum per account and day: its settlements and fees.</summary>
internal sealed class SumStage(BankDays days, Amounts amounts, PartFindings findings) : IStage<ByAccountAndDay>
{
    private readonly List<ReconciliationRow> _ledger = [];
    private readonly List<ReconciliationRow> _statement = [];

    public ByAccountAndDay Key => new(days);

    public void Match(RowGroups<ByAccountAndDay> groups, RowGroup group, ReconciliationRow[] rows)
    {
        groups.Copy(group.Ledger, group.LedgerCount, _ledger);
        groups.Copy(group.Statement, group.StatementCount, _statement);
        var ledger = RowOrder.Sort(_ledger);
        var statement = RowOrder.Sort(_statement);
        if (ledger.IsEmpty || statement.IsEmpty || (ledger.Length > 1 && statement.Length > 1))
        {
            findings.Leave(Stage.Sum, RowSide.Ledger, ledger);
            findings.Leave(Stage.Sum, RowSide.Statement, statement);
        }
        else if (amounts.AreSame(ledger, statement))
        {
            findings.Sum(ledger, statement, MatchBasis.AccountDaySum);
        }
        else
        {
            findings.Differ(ResultClass.AmountDiffers, ledger, statement);
        }
    }
}
