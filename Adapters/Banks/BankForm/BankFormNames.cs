namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>The headers of our form for banks.</summary>
public static class BankFormNames
{
    /// <summary>The name of the key that signed.</summary>
    public const string KeyId = "X-Key-Id";

    /// <summary>The detached signature over the raw body, in Base64.</summary>
    public const string Signature = "X-Signature";

    /// <summary>
    /// When it was sent, <c>yyyyMMddHHmmss</c> in Vietnam's time. The body repeats it as <c>sentAt</c>, since the signature covers the body.
    /// It belongs to the transport and not to the content: a repeat carries a new one.
    /// </summary>
    public const string Timestamp = "X-Timestamp";

    /// <summary>
    /// The idempotency key of a call: the same id and content have one effect and one answer. The content is all of the body but
    /// <c>sentAt</c>.
    /// </summary>
    public const string RequestId = "x-request-id";

    /// <summary>The bank's signature over its answer's raw body, in Base64.</summary>
    public const string AnswerSignature = "x-request-signature";

    /// <summary>The code of the payment itself, in the callback and in an answer, whose own <c>code</c> is about the call.</summary>
    internal const string PaymentCode = "paymentCode";
    internal const string SentAt = "sentAt";
    internal const string RequestIdField = "requestId";
}
