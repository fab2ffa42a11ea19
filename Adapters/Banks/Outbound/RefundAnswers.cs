using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>The replies about one refund.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Number">The refund's number in the order.</param>
internal readonly record struct RefundAnswers(PaymentReference Reference, int Number)
{
    public static RefundAnswers Of(RefundPayment refund) => new(refund.Reference, refund.Number);

    public static RefundAnswers Of(AskRefundState question) => new(question.Reference, question.Number);

    /// <summary>The partner is at it.</summary>
    public Outcome Taken(string? reason = null) => Outcome.Done(new RefundTaken(Reference, Number), reason);

    /// <summary>The money is back.</summary>
    public Outcome Made(string? reason = null) => Outcome.Done(new RefundMade(Reference, Number), reason);

    /// <summary>The partner will not do it.</summary>
    public Outcome Rejected(string reason) => Outcome.Refused(reason, new RefundRejected(Reference, Number, reason));

    /// <summary>The partner refused the call.</summary>
    public Outcome Rejected<T>(PartnerAnswer<T>.Refused refused)
        where T : class => Rejected(PartnerOutcome.ReasonOf(refused));

    /// <summary>The partner had accepted it, and shows the payment without it.</summary>
    public Outcome NotShown(string reason) => Outcome.Done(new RefundNotShown(Reference, Number), reason);

    /// <summary>An accepted refund of which the partner shows nothing that is surely its: the order asks again by its own schedule.</summary>
    public static Outcome NothingShown(string reason) => Outcome.Done(reply: null, reason);
}
