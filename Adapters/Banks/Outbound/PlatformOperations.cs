using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using PartnerCall = DichVuCong.Messaging.PartnerCall;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>An older platform for orders: QUERY. Its interface has no refund: that is for people.</summary>
/// <param name="calls">The client.</param>
public sealed class PlatformOperations(PlatformClientCalls calls) : IPartnerOperations
{
    private const string NoRefund = "the platform's interface has no refund";

    /// <inheritdoc/>
    public Repeatability Refunds => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> AskPaymentAsync(AskPayment question, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        return PartnerOutcome.OfQuestion<PartnerPayment>(
            await calls.QueryAsync(question.Reference.Value, cancellationToken),
            // TrangThaiGD 3 is the platform's own doubt, whether or not it has a number yet.
            payment => PaymentAnswers.Recorded(question, payment.TransactionNo, payment.Result, payment.Amount, payment.PaidAt),
            refused => PaymentAnswers.NotKnown(question, refused));
    }

    /// <inheritdoc/>
    public Task<Outcome> RefundAsync(RefundPayment refund, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refund);
        return Task.FromResult(RefundAnswers.Of(refund).Rejected(NoRefund));
    }

    /// <inheritdoc/>
    public Task<Outcome> AskRefundAsync(RefundPayment refund, PartnerCall call, CancellationToken cancellationToken) =>
        RefundAsync(refund, call, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> AskRefundStateAsync(AskRefundState question, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Task.FromResult(RefundAnswers.Of(question).Rejected(NoRefund));
    }
}
