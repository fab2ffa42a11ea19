using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;

namespace DichVuCong.Worker.Paying;

/// <summary>Orders as the partners' operations need them, from the registry.</summary>
internal sealed class OrderRecords(OrderLookup orders) : IOrderRecords
{
    /// <inheritdoc/>
    public async ValueTask<OrderRecord?> FindAsync(PaymentReference reference, CancellationToken cancellationToken) =>
        await orders.ReadAsync(reference, cancellationToken) is { } found
            ? new OrderRecord(
                found.Order.Beneficiary,
                [.. found.Refunds.Select(refund => new RefundRecord(refund.Number, refund.Partner, refund.TransactionNo, refund.Amount, refund.State))])
            : null;
}

/// <summary>What ministries said of their obligations, from the registry; it is opened only while they are told.</summary>
internal sealed class MinistryOrders(ObligationLookup obligations) : IMinistryOrders
{
    /// <inheritdoc/>
    public async ValueTask<MinistryOrder?> FindAsync(ObligationId obligation, CancellationToken cancellationToken)
    {
        // The door keeps an obligation before any order of it is opened: one without words is one of which nothing was said.
        var words = ObligationWords.Read(await obligations.PayerAsync(obligation, cancellationToken));
        return new MinistryOrder(words.Description ?? "", words.Bank ?? "");
    }
}
