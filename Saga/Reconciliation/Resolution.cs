namespace DichVuCong.Saga.Reconciliation;

/// <summary>What may be done about a difference without asking anybody.</summary>
public enum Resolution : byte
{
    /// <summary>Nothing: it becomes an inquiry.</summary>
    None = 0,

    /// <summary>The order is confirmed as paid.</summary>
    ConfirmPayment = 1,

    /// <summary>The refund is confirmed as done.</summary>
    ConfirmRefund = 2,
}

/// <summary>
/// One rule of safe resolution. It holds only where one row of ours and one of the bank's are the only ones of a reference, with the same amount and
/// no other account: a match by amount and time is never resolved by itself, nor one that was chosen among several.
/// </summary>
/// <param name="Kind">What moved the money.</param>
/// <param name="Here">How it stands here.</param>
/// <param name="AtBank">How it stands at the bank.</param>
/// <param name="Resolution">What is done.</param>
public sealed record SafeResolution(RowKind Kind, RowStatus Here, RowStatus AtBank, Resolution Resolution)
{
    /// <summary>
    /// What is safe by default: the bank says done where we were still waiting, or where only the time was over: a callback that tells of a late
    /// payment pays the order as well. An order that was closed otherwise is not here: money that nobody waits for any more is decided by people.
    /// </summary>
    public static IReadOnlyList<SafeResolution> Default { get; } =
    [
        new(RowKind.Payment, RowStatus.Pending, RowStatus.Done, Resolution.ConfirmPayment),
        new(RowKind.Payment, RowStatus.Unknown, RowStatus.Done, Resolution.ConfirmPayment),
        new(RowKind.Payment, RowStatus.Expired, RowStatus.Done, Resolution.ConfirmPayment),
        new(RowKind.Refund, RowStatus.Pending, RowStatus.Done, Resolution.ConfirmRefund),
        new(RowKind.Refund, RowStatus.Unknown, RowStatus.Done, Resolution.ConfirmRefund),
    ];
}
