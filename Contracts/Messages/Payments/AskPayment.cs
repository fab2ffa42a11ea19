namespace DichVuCong.Contracts.Payments;

/// <summary>
/// Ask a partner what became of a payment (querydr, QUERY, check-order). A harmless question: it may be repeated at will. The answer is a
/// <see cref="RecordPayment"/> or a <see cref="PaymentNotKnown"/>.
/// </summary>
/// <param name="Reference">The order.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="StartedAt">
/// The time that was given to the partner with the order; null when the payment was not started here. It names the attempt: the answer echoes it.
/// </param>
[MessageName("payments.ask-payment.v1")]
public sealed record AskPayment(PaymentReference Reference, string Partner, DateTimeOffset? StartedAt);

/// <summary>The partner knows nothing of a payment of the order, or that nobody has paid yet.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="StartedAt">That of the question, <see cref="AskPayment.StartedAt"/>.</param>
[MessageName("payments.payment-not-known.v1")]
public sealed record PaymentNotKnown(PaymentReference Reference, string Partner, DateTimeOffset? StartedAt = null);
