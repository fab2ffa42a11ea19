using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>
/// What one partner does for orders, behind one contract whatever its interface. Every outcome is one for the runtime: nothing is thrown for
/// what a partner or the network may do.
/// </summary>
public interface IPartnerOperations
{
    /// <summary>What may be done when it is not known whether a refund was taken.</summary>
    Repeatability Refunds { get; }

    /// <summary>Asks what became of a payment: a <see cref="RecordPayment"/> or a <see cref="PaymentNotKnown"/>.</summary>
    Task<Outcome> AskPaymentAsync(AskPayment question, PartnerCall call, CancellationToken cancellationToken);

    /// <summary>Gives money back: a <see cref="RefundTaken"/>, <see cref="RefundMade"/> or <see cref="RefundRejected"/>.</summary>
    Task<Outcome> RefundAsync(RefundPayment refund, PartnerCall call, CancellationToken cancellationToken);

    /// <summary>Asks whether a refund was taken whose call was not answered: the same three, absent, or unknown.</summary>
    Task<Outcome> AskRefundAsync(RefundPayment refund, PartnerCall call, CancellationToken cancellationToken);

    /// <summary>Asks what became of a refund that was accepted: the same three, or no message when the partner shows nothing of it yet.</summary>
    Task<Outcome> AskRefundStateAsync(AskRefundState question, PartnerCall call, CancellationToken cancellationToken);
}
