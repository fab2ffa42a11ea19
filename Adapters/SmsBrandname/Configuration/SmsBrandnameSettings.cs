using DichVuCong.Messaging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// How the SMS provider is reached: Viettel's bulk SMS over SOAP, or a reseller's look-alike (<c>external-parties.md</c> C1). Names of the
/// provider's parameters are its own.
/// </summary>
public sealed class SmsBrandnameSettings
{
    /// <summary>
    /// The service's address, without <c>?wsdl</c>. Required. The documented interface has no TLS: plain <c>http</c> belongs on a private
    /// line to the provider, which also admits callers by their address.
    /// </summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The account. Required; a secret.</summary>
    public string User { get; init; } = "";

    /// <summary>The account's password. Required; a secret.</summary>
    public string Password { get; init; } = "";

    /// <summary>The content provider's code. Required; a secret.</summary>
    public string CPCode { get; init; } = "";

    /// <summary>The brandname (alias) that recipients see. Required.</summary>
    public string ServiceID { get; init; } = "";

    /// <summary>The command code. Default <c>bulksms</c>.</summary>
    public string CommandCode { get; init; } = "bulksms";

    /// <summary>The request's number: 1 for a message that answers none. Default 1.</summary>
    public int RequestID { get; init; } = 1;

    /// <summary>The operation that sends; a reseller's is called <c>wsCpMt2</c>. Default <c>wsCpMt</c>.</summary>
    public string SendOperation { get; init; } = "wsCpMt";

    /// <summary>The operations' XML namespace. Default <c>http://impl.bulkSms.ws/</c>.</summary>
    public string XmlNamespace { get; init; } = "http://impl.bulkSms.ws/";

    /// <summary>The <c>result</c> that means accepted; 0 at some resellers. Default 1.</summary>
    public string SuccessResult { get; init; } = "1";

    /// <summary>Whether SMS keep their diacritics. They then hold 70 instead of 160 characters a segment. Default false.</summary>
    public bool Unicode { get; init; }

    /// <summary>The <c>ContentType</c> of plain texts. Default 0.</summary>
    public string PlainContentType { get; init; } = "0";

    /// <summary>The <c>ContentType</c> of Unicode texts; F in an old version of the interface. Default 1.</summary>
    public string UnicodeContentType { get; init; } = "1";

    /// <summary>The longest plain text, in septets: one for most characters, two for <c>^{}\[~]|</c>. Default 480, the provider's limit.</summary>
    public int MaxPlainLength { get; init; } = 480;

    /// <summary>The longest Unicode text, in 16-bit units. Default 266, the limit seen at one reseller (four segments).</summary>
    public int MaxUnicodeLength { get; init; } = 266;

    /// <summary>
    /// How long the provider answers DUPLICATE MESSAGE to a text that it has. Default 24 hours: no source states it, so ask the provider.
    /// </summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>What to do after an unknown outcome that is older than <see cref="DuplicateWindow"/>. Default: give up and show.</summary>
    public WhenUnknown WhenUnknown { get; init; } = WhenUnknown.GiveUpAndShow;

    /// <summary>
    /// How long a notice waits when the provider refuses our account, address or set-up, which somebody must put right. Default 15 minutes.
    /// </summary>
    public TimeSpan ConfigurationRetryAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>What one segment costs, in đồng, for the estimate. Default 0: not known.</summary>
    public decimal PricePerSegment { get; init; }

    /// <summary>The texts registered for the brandname. Empty, the default: the provider alone compares them.</summary>
    public IReadOnlyList<SmsTemplate> Templates { get; init; } = [];

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No value of a secret is in it.</summary>
    public IReadOnlyList<string> Validate() => [.. Rules.Where(rule => rule.Broken(this)).Select(rule => rule.Error), .. SmsTemplates.Validate(Templates)];

    internal void ThrowIfInvalid()
    {
        if (Validate() is { Count: > 0 } errors) throw new ArgumentException($"The settings of the SMS provider are wrong: {string.Join(' ', errors)}");
    }

    private static readonly (Func<SmsBrandnameSettings, bool> Broken, string Error)[] Rules =
    [
        (settings => settings.Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" }, "Endpoint must be an absolute http or https address."),
        (settings => settings.Endpoint is { IsAbsoluteUri: true, UserInfo.Length: > 0 }, "Endpoint must not carry an account: use User and Password."),
        (settings => IsBlank(settings.User), "User is required."),
        (settings => IsBlank(settings.Password), "Password is required."),
        (settings => IsBlank(settings.CPCode), "CPCode is required."),
        (settings => IsBlank(settings.ServiceID), "ServiceID is required: the brandname registered with the operators."),
        (settings => IsBlank(settings.CommandCode), "CommandCode must not be empty."),
        (settings => settings.RequestID < 1, "RequestID must be at least 1."),
        (settings => !SoapEnvelope.IsElementName(settings.SendOperation), "SendOperation must be the name of an XML element."),
        (settings => IsBlank(settings.XmlNamespace), "XmlNamespace must not be empty."),
        (settings => IsBlank(settings.SuccessResult), "SuccessResult must not be empty."),
        (settings => IsBlank(settings.PlainContentType), "PlainContentType must not be empty."),
        (settings => IsBlank(settings.UnicodeContentType), "UnicodeContentType must not be empty."),
        (settings => settings.MaxPlainLength < 160, "MaxPlainLength must be at least 160, one segment."),
        (settings => settings.MaxUnicodeLength < 70, "MaxUnicodeLength must be at least 70, one segment."),
        (settings => settings.DuplicateWindow <= TimeSpan.Zero, "DuplicateWindow must be longer than zero."),
        (settings => !Enum.IsDefined(settings.WhenUnknown), "WhenUnknown must be GiveUpAndShow or SendAgain."),
        (settings => settings.ConfigurationRetryAfter <= TimeSpan.Zero, "ConfigurationRetryAfter must be longer than zero."),
        (settings => settings.PricePerSegment < 0, "PricePerSegment must not be negative."),
    ];

    private static bool IsBlank(string value) => string.IsNullOrWhiteSpace(value);
}
