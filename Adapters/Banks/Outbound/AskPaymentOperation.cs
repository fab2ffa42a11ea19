using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>Asks the partner of an order what became of its payment. Asking changes nothing, so it can be repeated as often as needed.</summary>
/// <param name="partners">The partners.</param>
public sealed class AskPaymentOperation(IPartnerDirectory partners) : IPartnerOperation<AskPayment>
{
    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(AskPayment command) => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public Task<Outcome> CallAsync(AskPayment command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return partners.Find(command.Partner) is { } partner
            ? partner.AskPaymentAsync(command, call, cancellationToken)
            : Task.FromResult(PartnerOutcome.NotConfigured(command.Partner));
    }

    /// <inheritdoc/>
    public Task<Outcome> AskAsync(AskPayment command, PartnerCall call, CancellationToken cancellationToken) => CallAsync(command, call, cancellationToken);
}
