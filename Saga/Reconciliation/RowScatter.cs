namespace DichVuCong.Saga.Reconciliation;

/// <summary>Puts rows where the stage that comes next will find them together.</summary>
internal sealed class RowScatter(IRowStore store, Buckets buckets, BankDays days)
{
    private readonly ByAccountAndDay _byAccountAndDay = new(days);

    public int PartOf(in ReconciliationRow row) => buckets.PartOf(default(ByReference).Hash(row));

    public void Put(RowSide side, int part, ReadOnlySpan<ReconciliationRow> rows) => store.Append(buckets.Of(Stage.Reference, side, part), rows);

    public void Put(Stage stage, RowSide side, in ReconciliationRow row)
    {
        var hash = stage == Stage.Near ? default(ByAmountAndAccount).Hash(row) : _byAccountAndDay.Hash(row);
        store.Append(buckets.Of(stage, side, buckets.PartOf(hash)), new ReadOnlySpan<ReconciliationRow>(in row));
    }
}
