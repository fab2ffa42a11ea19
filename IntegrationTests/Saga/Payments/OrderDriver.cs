using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Tests.Payments;

/// <summary>Runs one order. After every decision it checks what must hold whatever happens.</summary>
internal sealed class OrderDriver(PaymentRules? rules = null) : PaymentDriver<OrderData, OrderDriver>(PaymentEndpoints.Orders, Pay.Reference.Value, rules)
{
    public OrderState State => Data.State;

    public IReadOnlyList<PostLedgerEntry> Ledger => [.. Sent<PostLedgerEntry>()];

    public LedgerTotals Totals => LedgerInvariant.Totals(Ledger).ShouldHaveSingleItem();

    public IReadOnlyList<DifferenceKind> Differences => [.. Sent<OpenInquiry>().Select(inquiry => inquiry.Kind)];

    public IReadOnlyList<RefundPayment> Refunds => [.. Sent<RefundPayment>()];

    /// <summary>What of all its effects is not a mere repetition of a refusal.</summary>
    public (int Commands, int Events) Effects => (Commands.Count, Events.Count(told => told is not RefundNotAllowed));

    /// <summary>An order that was opened.</summary>
    public static OrderDriver Opened(PaymentRules? rules = null) => new OrderDriver(rules).Give(Pay.Open);

    protected override void Check() => OrderInvariants.Check(this);
}
