using DichVuCong.Adapters.VNPost.Http;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Adapters.VNPost.Orders;

/// <summary>Cancels an order (order/cancel). A second cancelling changes nothing, so it is sent again after an unknown outcome.</summary>
/// <param name="client">The client.</param>
/// <param name="settings">The settings, valid.</param>
/// <param name="log">Gets no personal data: there is none in a cancelling.</param>
public sealed class CancelPostOrderOperation(VnPostClient client, VnPostSettings settings, ILogger<CancelPostOrderOperation> log) : IPartnerOperation<CancelPostOrder>
{
    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(CancelPostOrder command) => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(CancelPostOrder command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(call);
        var exchange = await client.GetAsync(
            settings.CancelPath, [("CustomerCode", command.Customer), ("OrderNumber", command.Order.Value)], call.Timeout, cancellationToken);
        return PostOutcome.Of(
            PostAnswer.Judge(exchange, settings),
            _ => new PostOrderCancelled(command.Order),
            reason => new PostOrderNotCancelled(command.Order, reason),
            settings,
            log);
    }

    /// <summary>Never called: the cancelling is sent again instead.</summary>
    public Task<Outcome> AskAsync(CancelPostOrder command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Absent("the cancelling is sent again"));
}
