namespace DichVuCong.Saga.Reconciliation;

/// <summary>What rows must have in common to be looked at together. The keys are structs, so that the loops are compiled for each of them.</summary>
internal interface IRowKey
{
    ulong Hash(in ReconciliationRow row);

    bool Same(in ReconciliationRow left, in ReconciliationRow right);
}

/// <summary>The same reference and kind.</summary>
internal readonly struct ByReference : IRowKey
{
    private const int AboveReferenceKind = 58;

    public ulong Hash(in ReconciliationRow row) => RowHash.Join(row.Reference.High ^ ((ulong)row.Kind << AboveReferenceKind), row.Reference.Low);

    public bool Same(in ReconciliationRow left, in ReconciliationRow right) => left.Reference == right.Reference && left.Kind == right.Kind;
}

/// <summary>The same amount, account and kind.</summary>
internal readonly struct ByAmountAndAccount : IRowKey
{
    public ulong Hash(in ReconciliationRow row) => RowHash.Join(row.Account.Value ^ (ulong)row.Kind, (ulong)row.Amount.Amount);

    public bool Same(in ReconciliationRow left, in ReconciliationRow right) =>
        left.Amount == right.Amount && left.Account == right.Account && left.Kind == right.Kind;
}

/// <summary>The same account, kind and bank's day.</summary>
internal readonly struct ByAccountAndDay(BankDays days) : IRowKey
{
    public ulong Hash(in ReconciliationRow row) => RowHash.Join(row.Account.Value ^ (ulong)row.Kind, (ulong)days.Of(row.Time));

    public bool Same(in ReconciliationRow left, in ReconciliationRow right) =>
        left.Account == right.Account && left.Kind == right.Kind && days.Of(left.Time) == days.Of(right.Time);
}
