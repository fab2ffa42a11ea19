namespace DichVuCong.Saga.Reconciliation;

/// <summary>One rule over the groups of a part.</summary>
internal interface IStage<TKey>
    where TKey : struct, IRowKey
{
    TKey Key { get; }

    void Match(RowGroups<TKey> groups, RowGroup group, ReconciliationRow[] rows);
}
