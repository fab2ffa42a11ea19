using DichVuCong.Messaging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>What the settings of the providers with JSON interfaces have in common.</summary>
public abstract class SmsProviderSettings
{
    /// <summary>The brandname that recipients see. Required.</summary>
    public string Brandname { get; init; } = "";

    /// <summary>Whether SMS keep their diacritics. They then hold 70 instead of 160 characters a segment. Default false.</summary>
    public bool Unicode { get; init; }

    /// <summary>The longest plain text, in septets. Default 612, four segments: the limit seen at one reseller.</summary>
    public int MaxPlainLength { get; init; } = 612;

    /// <summary>The longest Unicode text, in 16-bit units. Default 266, four segments.</summary>
    public int MaxUnicodeLength { get; init; } = 266;

    /// <summary>What to do when a message may or may not have been taken and the provider cannot tell. Default: give up and show.</summary>
    public WhenUnknown WhenUnknown { get; init; } = WhenUnknown.GiveUpAndShow;

    /// <summary>
    /// How long the provider is left alone when it refuses our account, address or set-up, which somebody must put right. Default 15 minutes.
    /// </summary>
    public TimeSpan ConfigurationRetryAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>What one segment costs, in đồng, for the estimate. Default 0: not known.</summary>
    public decimal PricePerSegment { get; init; }

    /// <summary>The texts registered for the brandname. Empty, the default: texts are not compared before they are sent.</summary>
    public IReadOnlyList<SmsTemplate> Templates { get; init; } = [];

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No value of a secret is in it.</summary>
    public IReadOnlyList<string> Validate() => [.. Common(), .. Own(), .. SmsTemplates.Validate(Templates)];

    /// <summary>What is wrong with the provider's own settings.</summary>
    protected abstract IEnumerable<string> Own();

    /// <summary>Whether a required text is missing.</summary>
    protected static bool IsBlank(string value) => string.IsNullOrWhiteSpace(value);

    /// <summary>What is wrong with an address of the provider.</summary>
    protected static IEnumerable<string> AddressErrors(string name, Uri? address)
    {
        if (address is not { IsAbsoluteUri: true, Scheme: "http" or "https" }) yield return $"{name} must be an absolute http or https address.";
        else if (address.UserInfo.Length > 0) yield return $"{name} must not carry an account.";
    }

    internal void ThrowIfInvalid(string provider)
    {
        if (Validate() is { Count: > 0 } errors) throw new ArgumentException($"The settings of the SMS provider {provider} are wrong: {string.Join(' ', errors)}");
    }

    internal SmsTerms TermsOf(string provider, Repeatability repeatability) => new(
        provider, Unicode, MaxPlainLength, MaxUnicodeLength, repeatability, ConfigurationRetryAfter, new SmsTemplates(Templates, Unicode), PricePerSegment);

    private IEnumerable<string> Common()
    {
        if (IsBlank(Brandname)) yield return "Brandname is required: the name registered with the operators.";
        if (MaxPlainLength < 160) yield return "MaxPlainLength must be at least 160, one segment.";
        if (MaxUnicodeLength < 70) yield return "MaxUnicodeLength must be at least 70, one segment.";
        if (!Enum.IsDefined(WhenUnknown)) yield return "WhenUnknown must be GiveUpAndShow or SendAgain.";
        if (ConfigurationRetryAfter <= TimeSpan.Zero) yield return "ConfigurationRetryAfter must be longer than zero.";
        if (PricePerSegment < 0) yield return "PricePerSegment must not be negative.";
    }
}
