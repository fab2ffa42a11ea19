using DichVuCong.Contracts;

namespace DichVuCong.Adapters.VNPost;

/// <summary>
/// How VNPost is reached over the national service platform: the interface apiVNPostNGSP (<c>external-parties.md</c> B1). What no public
/// document fixes is a setting here, with the value that was seen or inferred.
/// </summary>
public sealed class VnPostSettings
{
    /// <summary>The consumer key of development, with which the Sandbox lets us in. Refused elsewhere.</summary>
    public const string DevelopmentKey = "dev-vnpost";

    /// <summary>The longest <see cref="CustomerCode"/>.</summary>
    public const int LongestCustomer = 50;

    /// <summary>The address in front of the operations, e.g. <c>https://api.ngsp.gov.vn/apiVNPostNGSP/p1.0</c>. Required.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Where the token comes from, e.g. <c>https://api.ngsp.gov.vn/token</c>. Required.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>The consumer key. Required; a secret.</summary>
    public string ConsumerKey { get; init; } = "";

    /// <summary>The consumer secret. Required; a secret.</summary>
    public string ConsumerSecret { get; init; } = "";

    /// <summary>The CustomerCode under which VNPost knows us. Required.</summary>
    public string CustomerCode { get; init; } = "";

    /// <summary>
    /// CustomerCodes of agencies that have a contract of their own, by the agency's code; it holds for the units below it too. Each customer's
    /// tracking has a cursor of its own.
    /// </summary>
    public IReadOnlyDictionary<string, string> CustomerCodes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The header that carries the token; one variant wants it in <c>access_token</c>, bare. Default Authorization.</summary>
    public string TokenHeader { get; init; } = "Authorization";

    /// <summary>The path that orders. Default order/post.</summary>
    public string CreatePath { get; init; } = "order/post";

    /// <summary>The path that cancels. Default order/cancel.</summary>
    public string CancelPath { get; init; } = "order/cancel";

    /// <summary>The path of the tracking. Default order/tracking.</summary>
    public string TrackingPath { get; init; } = "order/tracking";

    /// <summary>The path that registers a dossier. Default document/post.</summary>
    public string DocumentPath { get; init; } = "document/post";

    /// <summary>The Status that means done. Default 100.</summary>
    public string SuccessStatus { get; init; } = "100";

    /// <summary>The Status that is taken for "there already" (inferred). Empty: it is a refusal like any other. Default 101.</summary>
    public string ExistingStatus { get; init; } = "101";

    /// <summary>Values of Status that say that the call may be repeated later. None is public.</summary>
    public IReadOnlyList<string> BusyStatuses { get; init; } = [];

    /// <summary>FlagConfig of an order, which one variant sends as 2; null sends none. Default none.</summary>
    public int? FlagConfig { get; init; }

    /// <summary>State of document/post, whose values are not public. Default 1.</summary>
    public int DocumentState { get; init; } = 1;

    /// <summary>A table of VNPost's place codes; the one that ships when null (<c>Data/places.csv</c>).</summary>
    public string? PlacesFile { get; init; }

    /// <summary>A table of the points at which the post comes to the agencies. Required outside Development.</summary>
    public string? PointsFile { get; init; }

    /// <summary>A table of StatusCodes; the one that ships when null (<c>Data/status-codes.csv</c>).</summary>
    public string? StatusCodesFile { get; init; }

    /// <summary>How long an order waits when VNPost refuses our account, address or set-up, which somebody must put right. Default 15 minutes.</summary>
    public TimeSpan ConfigurationRetryAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No secret is in it.</summary>
    /// <param name="isDevelopment">Whether development defaults are taken.</param>
    public IReadOnlyList<string> Validate(bool isDevelopment) =>
        [.. Rules.Where(rule => rule.Broken(this, isDevelopment)).Select(rule => rule.Error), .. CustomerProblems()];

    /// <summary>The customer under which an agency's parcels are ordered: that of the nearest body above it, or ours.</summary>
    public string CustomerOf(AgencyCode agency) => AgencyLadder.Of(agency).Select(code => CustomerCodes.GetValueOrDefault(code)).FirstOrDefault(code => code is not null) ?? CustomerCode;

    /// <inheritdoc/>
    public override string ToString() => $"VNPost as {CustomerCode}";

    private static readonly (Func<VnPostSettings, bool, bool> Broken, string Error)[] Rules =
    [
        ((settings, development) => !IsAddress(settings.BaseUrl, development), "VnPost:BaseUrl must be an absolute https address without an account (http in Development only)."),
        ((settings, development) => !IsAddress(settings.TokenUrl, development), "VnPost:TokenUrl must be an absolute https address without an account (http in Development only)."),
        ((settings, _) => IsBlank(settings.ConsumerKey), "VnPost:ConsumerKey is required."),
        ((settings, _) => IsBlank(settings.ConsumerSecret), "VnPost:ConsumerSecret is required."),
        ((settings, development) => !development && (settings.ConsumerKey == DevelopmentKey || settings.ConsumerSecret == DevelopmentKey),
            "VnPost:ConsumerKey and ConsumerSecret are those of development, which are refused outside Development."),
        ((settings, _) => !IsCustomer(settings.CustomerCode), "VnPost:CustomerCode is required: at most 50 letters, digits and . _ -."),
        ((settings, development) => !development && IsBlank(settings.PointsFile ?? ""), "VnPost:PointsFile is required outside Development: the points that ship are samples."),
        ((settings, _) => IsBlank(settings.TokenHeader) || !settings.TokenHeader.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'),
            "VnPost:TokenHeader must be the name of an HTTP header."),
        ((settings, _) => IsBlank(settings.SuccessStatus), "VnPost:SuccessStatus must not be empty."),
        ((settings, _) => settings.ExistingStatus == settings.SuccessStatus, "VnPost:ExistingStatus must differ from SuccessStatus."),
        ((settings, _) => settings.ConfigurationRetryAfter <= TimeSpan.Zero, "VnPost:ConfigurationRetryAfter must be longer than zero."),
    ];

    private IEnumerable<string> CustomerProblems() => CustomerCodes
        .Where(pair => !IsCustomer(pair.Value) || !AgencyCode.TryParse(pair.Key, out _))
        .Select(pair => $"VnPost:CustomerCodes:{pair.Key} must give an agency's code a CustomerCode of at most 50 letters, digits and . _ -.");

    private static bool IsAddress(Uri? address, bool isDevelopment) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0, Query.Length: 0 } && (address.Scheme == "https" || (isDevelopment && address.Scheme == "http"));

    private static bool IsCustomer(string code) => code is { Length: > 0 and <= LongestCustomer } && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');

    private static bool IsBlank(string value) => string.IsNullOrWhiteSpace(value);
}
