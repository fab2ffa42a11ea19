using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <summary>Where a transaction's money is.</summary>
/// <param name="Held">What the partner holds, and no refund is taking.</param>
/// <param name="Settled">What the beneficiary has, and no refund is taking.</param>
/// <param name="Refunding">What refunds are taking.</param>
/// <param name="Refunded">What went back.</param>
/// <param name="RefundedOfHeld">What of that the partner had still held.</param>
/// <param name="RefundedOfSettled">What of that the beneficiary had.</param>
/// <param name="IsAllRefunded">Whether all of it went back.</param>
public readonly record struct TransactionMoney(
    Vnd Held, Vnd Settled, Vnd Refunding, Vnd Refunded, Vnd RefundedOfHeld, Vnd RefundedOfSettled, bool IsAllRefunded)
{
    /// <summary>Counts it.</summary>
    public static TransactionMoney Of(Transaction transaction, IReadOnlyList<Refund> refunds)
    {
        if (transaction.IsReversed) return default;
        var (ofHeld, ofSettled, refunding, refunded, refundedOfHeld) = (Vnd.Zero, Vnd.Zero, Vnd.Zero, Vnd.Zero, Vnd.Zero);
        foreach (var refund in refunds)
        {
            if (refund.Transaction != transaction.Index || refund.State == RefundState.Rejected) continue;
            if (refund.IsOfSettled) ofSettled += refund.Amount;
            else ofHeld += refund.Amount;
            if (refund.State != RefundState.Done) refunding += refund.Amount;
            else refunded += refund.Amount;
            if (refund is { State: RefundState.Done, IsOfSettled: false }) refundedOfHeld += refund.Amount;
        }

        return new TransactionMoney(
            transaction.Amount - transaction.Settled - ofHeld,
            transaction.Settled - ofSettled,
            refunding,
            refunded,
            refundedOfHeld,
            refunded - refundedOfHeld,
            refunded == transaction.Amount);
    }
}
