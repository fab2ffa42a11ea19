using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>Reads what is known of an order before a partner is called.</summary>
internal static class OrderReading
{
    /// <summary>The order, or the outcome of not having it: nothing was sent, so the call is simply tried again.</summary>
    public static async Task<(OrderRecord? Order, Outcome? Fault)> FindAsync(
        this IOrderRecords orders, PaymentReference reference, string what, CancellationToken cancellationToken)
    {
        try
        {
            return await orders.FindAsync(reference, cancellationToken) is { } order
                ? (order, null)
                : (null, Outcome.Transient($"{what}: the order is not in the registry").By(FaultSide.Us));
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
        {
            return (null, Outcome.Transient($"{what}: the registry could not be read: {fault.GetType().Name}").By(FaultSide.Us));
        }
    }

    /// <summary>The other refunds of the payment of a refund.</summary>
    public static IReadOnlyList<RefundRecord> Others(this OrderRecord order, string partner, string transactionNo, int number) =>
        [.. order.Refunds.Where(refund => refund.Partner == partner && refund.TransactionNo == transactionNo && refund.Number != number)];
}
