using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>
/// Gives money back by the partner that collected it. After a call without an answer the partner is asked before anything is sent again, by a
/// question where it has one, or by the same request id where it keeps to that.
/// </summary>
/// <param name="partners">The partners.</param>
public sealed class RefundPaymentOperation(IPartnerDirectory partners) : IPartnerOperation<RefundPayment>
{
    /// <summary>The partner's class. While it is not configured nobody may say that a refund can simply be sent again.</summary>
    public Repeatability RepeatabilityOf(RefundPayment command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return partners.Find(command.Partner)?.Refunds ?? Repeatability.CanBeAsked;
    }

    /// <inheritdoc/>
    public Task<Outcome> CallAsync(RefundPayment command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return partners.Find(command.Partner) is { } partner
            ? partner.RefundAsync(command, call, cancellationToken)
            : Task.FromResult(PartnerOutcome.NotConfigured(command.Partner));
    }

    /// <inheritdoc/>
    public Task<Outcome> AskAsync(RefundPayment command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return partners.Find(command.Partner) is { } partner
            ? partner.AskRefundAsync(command, call, cancellationToken)
            : Task.FromResult(PartnerOutcome.NotConfigured(command.Partner));
    }
}
