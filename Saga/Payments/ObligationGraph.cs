using DichVuCong.Contracts.Payments;
using static DichVuCong.Contracts.Payments.ObligationState;

namespace DichVuCong.Saga.Payments;

/// <summary>What moves an obligation along an edge.</summary>
public enum ObligationCause
{
    /// <summary>An order was paid.</summary>
    Payment,

    /// <summary>The last order was settled.</summary>
    Settlement,

    /// <summary>The last order that could still be paid expired.</summary>
    Expiry,

    /// <summary>The agency took it back.</summary>
    Cancelling,

    /// <summary>A payment was taken back by the partner.</summary>
    Reversal,

    /// <summary>A payment went back to the payer.</summary>
    Refund,

    /// <summary>A partner has doubts about an order that had expired.</summary>
    Doubt,
}

/// <summary>The states of an obligation and the edges between them; ours. They follow from those of its orders.</summary>
public static class ObligationGraph
{
    /// <summary>The graph.</summary>
    public static StateTable<ObligationState, ObligationCause> Table { get; } = new(
        ([Open, Expired], ObligationCause.Payment, [PartlyPaid, Paid]),
        ([PartlyPaid, Cancelled], ObligationCause.Payment, [Paid]),
        ([Paid], ObligationCause.Settlement, [Settled]),
        ([Open], ObligationCause.Expiry, [Expired]),
        ([Open, PartlyPaid, Expired], ObligationCause.Cancelling, [Cancelled]),
        ([Paid], ObligationCause.Reversal, [PartlyPaid, Open, Expired, Cancelled]),
        ([PartlyPaid], ObligationCause.Reversal, [Open, Expired]),
        ([Expired], ObligationCause.Doubt, [Open]),
        ([Paid, PartlyPaid, Settled, Cancelled], ObligationCause.Refund, [Refunded]),
        ([Settled], ObligationCause.Refund, [PartlyPaid, Cancelled]));

    /// <summary>Where an obligation stands: it follows from where its orders stand.</summary>
    public static ObligationState StateOf(ObligationData obligation)
    {
        var orders = obligation.Orders;
        if (orders.Count == 0) return obligation.IsCancelled ? Cancelled : Open;
        if (orders.All(order => order.State == OrderState.Settled)) return Settled;
        if (orders.All(order => order.IsPaid)) return Paid;
        if (orders.All(order => order.State == OrderState.Refunded)) return Refunded;
        if (obligation.IsCancelled) return Cancelled;
        if (orders.Any(order => order.IsPaid || order.State == OrderState.Refunded)) return PartlyPaid;
        return orders.All(order => order.State is OrderState.Expired or OrderState.Cancelled) ? Expired : Open;
    }
}
