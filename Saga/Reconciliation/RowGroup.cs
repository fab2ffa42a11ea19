namespace DichVuCong.Saga.Reconciliation;

/// <summary>The rows of both sides that have a key in common, as chains through a part's rows.</summary>
internal struct RowGroup
{
    public int Ledger;
    public int LedgerCount;
    public int Statement;
    public int StatementCount;
}
