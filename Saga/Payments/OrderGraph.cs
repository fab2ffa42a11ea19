using DichVuCong.Contracts.Payments;
using static DichVuCong.Contracts.Payments.OrderState;

namespace DichVuCong.Saga.Payments;

/// <summary>What moves an order along an edge.</summary>
public enum OrderCause
{
    /// <summary>The citizen chose a partner.</summary>
    Start,

    /// <summary>The partner collected the money.</summary>
    Payment,

    /// <summary>No payment came of what was tried: it failed, nothing was known of it in all the time, or too little came.</summary>
    Failure,

    /// <summary>The partner does not know.</summary>
    Doubt,

    /// <summary>The time to pay is over.</summary>
    Expiry,

    /// <summary>The agency took it back.</summary>
    Cancelling,

    /// <summary>The partner took the payment back.</summary>
    Reversal,

    /// <summary>The money reached the beneficiary.</summary>
    Settlement,

    /// <summary>The whole payment went back to the payer.</summary>
    Refund,
}

/// <summary>
/// The states of an order and the edges between them; ours. A paid order never becomes unpaid but by the partner's own reversal, and what is
/// settled moves no more but by a refund.
/// </summary>
public static class OrderGraph
{
    /// <summary>The graph.</summary>
    public static StateTable<OrderState, OrderCause> Table { get; } = new(
        ([Open, Failed], OrderCause.Start, [Pending]),
        ([Open, Pending, Unknown, Failed, Expired], OrderCause.Payment, [Paid]),
        ([Open, Pending, Unknown], OrderCause.Failure, [Failed]),
        ([Pending, Unknown, Failed], OrderCause.Failure, [Open]),
        ([Unknown], OrderCause.Failure, [Pending, Expired]),
        ([Open, Pending, Failed, Expired], OrderCause.Doubt, [Unknown]),
        ([Open, Pending, Failed], OrderCause.Expiry, [Expired]),
        ([Open, Pending, Unknown, Failed, Expired], OrderCause.Cancelling, [Cancelled]),
        ([Paid], OrderCause.Reversal, [Open, Pending, Unknown, Failed, Expired, Cancelled]),
        ([Paid], OrderCause.Settlement, [Settled]),
        ([Paid, Settled], OrderCause.Refund, [Refunded]));

    /// <summary>Where an order stands: it follows from what is known of it.</summary>
    public static OrderState StateOf(OrderData order)
    {
        if (order.Covering is { } paid)
        {
            if (order.MoneyOf(paid).IsAllRefunded) return Refunded;
            return order.SettledAt is null ? Paid : Settled;
        }

        if (order.IsCancelled) return Cancelled;
        if (order.Has(AttemptState.Unknown)) return Unknown;
        if (order.IsExpired) return Expired;
        if (order.Has(AttemptState.Pending)) return Pending;
        return order.Has(AttemptState.Failed) ? Failed : Open;
    }
}
