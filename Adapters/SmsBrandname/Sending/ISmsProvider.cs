using DichVuCong.Contracts;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>One provider of SMS Brandname behind the contract that all share: the four speak differently, and mean the same.</summary>
internal interface ISmsProvider
{
    /// <summary>What it takes, and what may be done when an outcome is unknown.</summary>
    SmsTerms Terms { get; }

    /// <summary>Hands a message over. It throws for nothing that the network or the provider may do.</summary>
    Task<SmsResult> SendAsync(SmsMessage message, CancellationToken cancellationToken);
}

/// <summary>What a provider takes.</summary>
/// <param name="Code">Its code: <c>viettel</c>, <c>vnpt</c>, <c>fpt</c>, <c>esms</c>.</param>
/// <param name="Unicode">Whether texts keep their diacritics.</param>
/// <param name="MaxPlainLength">The longest plain text, in septets.</param>
/// <param name="MaxUnicodeLength">The longest Unicode text, in 16-bit units.</param>
/// <param name="Repeatability">What may be done when an outcome is unknown.</param>
/// <param name="ConfigurationRetryAfter">How long it is left alone when it refuses our account, address or set-up.</param>
/// <param name="Templates">The texts that are registered for our brandname.</param>
/// <param name="PricePerSegment">What one segment costs, in đồng, for the estimate; 0 when it is not known.</param>
internal sealed record SmsTerms(
    string Code,
    bool Unicode,
    int MaxPlainLength,
    int MaxUnicodeLength,
    Repeatability Repeatability,
    TimeSpan ConfigurationRetryAfter,
    SmsTemplates Templates,
    decimal PricePerSegment);

/// <summary>One message to one recipient. It is personal data as a whole and never shows itself.</summary>
/// <param name="Phone">The recipient.</param>
/// <param name="Content">The text.</param>
/// <param name="Template">The registered text that it was made from; null when none are registered with the provider.</param>
/// <param name="Key">The idempotency key: the same in all attempts.</param>
/// <param name="Reference">What a delivery report names: a <c>NoticeReference</c>.</param>
internal sealed record SmsMessage(PhoneNumber Phone, SmsContent Content, SmsTemplateMatch? Template, Guid Key, string Reference)
{
    /// <inheritdoc/>
    public override string ToString() => $"SMS {Key:N}";
}

/// <summary>What came of a call.</summary>
/// <param name="Judgement">What it means.</param>
/// <param name="RetryAfter">How long the provider asked us to wait.</param>
internal readonly record struct SmsResult(SmsJudgement Judgement, TimeSpan? RetryAfter);
