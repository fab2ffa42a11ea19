using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Registries.Payments.Ledger;
using Npgsql;

namespace DichVuCong.Payments.Desk;

/// <summary>Reads everything of one order.</summary>
public sealed class OrderFiles(NpgsqlDataSource database)
{
    private const int MostInquiries = 1000;

    /// <summary>Everything of an order.</summary>
    /// <exception cref="DeskRefusedException">There is no such order.</exception>
    public async Task<OrderFile> ReadAsync(PaymentReference reference, CancellationToken cancellationToken)
    {
        var details = await new OrderLookup(database).ReadAsync(reference, cancellationToken) ?? throw DeskRefusals.NoOrder(reference);
        var desk = new InquiryDesk(database);
        var inquiries = await desk.FindAsync(new InquiryCriteria { Reference = reference, WithClosed = true, Limit = MostInquiries }, cancellationToken);
        var steps = new List<(string Difference, InquiryStepRow Step)>();
        foreach (var inquiry in inquiries)
        {
            steps.AddRange((await desk.StepsAsync(inquiry.Difference, cancellationToken)).Select(step => (inquiry.Difference, step)));
        }

        return new OrderFile(
            details,
            await new CallbackList(database).OfAsync(reference, cancellationToken),
            await new RefundDesk(database).OfAsync(reference, cancellationToken),
            inquiries,
            steps,
            await new LedgerReader(database).OfAsync(reference, cancellationToken),
            await new PaymentFeedReader(database).OfAsync(reference.Value, cancellationToken));
    }
}
