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

    /// <summary>The open payments of the ledger, with those of which nobody can say why they are open.</summary>
    public IEnumerable<Transaction> Unexplained => Data.Transactions.Where(payment => !IsExplained(payment));

    /// <summary>What of all its effects is not a mere repetition of a refusal.</summary>
    public (int Commands, int Events) Effects => (Commands.Count, Events.Count(told => told is not RefundNotAllowed));

    /// <summary>An order that was opened.</summary>
    public static OrderDriver Opened(PaymentRules? rules = null) => new OrderDriver(rules).Give(Pay.Open);

    // Awaited of the payment that pays the order, on its way back, or inquired.
    private bool IsExplained(Transaction payment)
    {
        if (!LedgerInvariant.OpenOf(Ledger).TryGetValue((Pay.Reference, payment.Index), out var open)) return true;
        var isAwaited = payment.Covers && Data.State == OrderState.Paid && open <= Data.Amount;
        return isAwaited
            || Data.Refunds.Any(refund => refund.Transaction == payment.Index && refund.State is RefundState.Requested or RefundState.InProgress)
            || Sent<OpenInquiry>().Any(inquiry => inquiry.Partner == payment.Partner && (inquiry.TransactionNo == payment.Number || inquiry.TransactionNo == ""));
    }

    protected override void Check() => OrderInvariants.Check(this);
}
