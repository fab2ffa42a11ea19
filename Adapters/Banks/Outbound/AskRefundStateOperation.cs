using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>Asks the partner what became of a refund that it had accepted. Asking changes nothing, so it can be repeated as often as needed.</summary>
/// <param name="partners">The partners.</param>
public sealed class AskRefundStateOperation(IPartnerDirectory partners) : IPartnerOperation<AskRefundState>
{
    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(AskRefundState command) => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public Task<Outcome> CallAsync(AskRefundState command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return partners.Find(command.Partner) is { } partner
            ? partner.AskRefundStateAsync(command, call, cancellationToken)
            : Task.FromResult(PartnerOutcome.NotConfigured(command.Partner));
    }

    /// <inheritdoc/>
    public Task<Outcome> AskAsync(AskRefundState command, PartnerCall call, CancellationToken cancellationToken) =>
        CallAsync(command, call, cancellationToken);
}
