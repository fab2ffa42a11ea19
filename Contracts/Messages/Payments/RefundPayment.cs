namespace DichVuCong.Contracts.Payments;

/// <summary>
/// Give money of a transaction back to its payer. The operation can be asked: after a time-out the partner is asked before anything is sent
/// again. The answer is <see cref="RefundTaken"/>, <see cref="RefundMade"/> or <see cref="RefundRejected"/>.
/// </summary>
/// <param name="Reference">The order.</param>
/// <param name="Number">The refund's number in the order, from 1.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="TransactionNo">The partner's number of the payment.</param>
/// <param name="StartedAt">The time that was given to the partner with the order; null when the payment was not started here.</param>
/// <param name="Amount">How much goes back.</param>
/// <param name="IsFull">Whether that is the whole payment (vnp_TransactionType 02), or a part of it (03).</param>
[MessageName("payments.refund-payment.v1")]
public sealed record RefundPayment(
    PaymentReference Reference, int Number, string Partner, string TransactionNo, DateTimeOffset? StartedAt, Vnd Amount, bool IsFull);

/// <summary>Ask a partner what became of a refund that it had accepted.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Number">The refund's number in the order.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="TransactionNo">The partner's number of the payment.</param>
/// <param name="StartedAt">The time that was given to the partner with the order; null when the payment was not started here.</param>
[MessageName("payments.ask-refund-state.v1")]
public sealed record AskRefundState(PaymentReference Reference, int Number, string Partner, string TransactionNo, DateTimeOffset? StartedAt);

/// <summary>The partner accepted the refund and is at it (vnp_TransactionStatus 05, 06; 94).</summary>
/// <param name="Reference">The order.</param>
/// <param name="Number">The refund's number in the order.</param>
[MessageName("payments.refund-taken.v1")]
public sealed record RefundTaken(PaymentReference Reference, int Number);

/// <summary>The money is back with the payer.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Number">The refund's number in the order.</param>
[MessageName("payments.refund-made.v1")]
public sealed record RefundMade(PaymentReference Reference, int Number);

/// <summary>The partner will not give the money back, even when it had accepted that before (vnp_TransactionStatus 09; 95).</summary>
/// <param name="Reference">The order.</param>
/// <param name="Number">The refund's number in the order.</param>
/// <param name="Reason">Its text or code, without personal data.</param>
[MessageName("payments.refund-rejected.v1")]
public sealed record RefundRejected(PaymentReference Reference, int Number, string Reason);

/// <summary>The partner, which had accepted the refund, shows the payment without it: not done yet, or not at all.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Number">The refund's number in the order.</param>
[MessageName("payments.refund-not-shown.v1")]
public sealed record RefundNotShown(PaymentReference Reference, int Number);
