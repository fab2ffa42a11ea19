namespace DichVuCong.Adapters.NationalData.Configuration;

/// <summary>
/// The national service platform (W 8, D4): a token for our consumer key, then questions by POST. Paths and codes are settings: those that are known
/// come from integrators' code, not from a contract.
/// </summary>
public sealed record NationalDataSettings
{
    /// <summary>The consumer key and secret of development; they are public, and refused elsewhere.</summary>
    public const string DevelopmentSecret = "sandbox-national-data";

    /// <summary>Where tokens are given. Required.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>Where the population database is asked. Required.</summary>
    public Uri? PopulationUrl { get; init; }

    /// <summary>Where the register of enterprises is asked. Required.</summary>
    public Uri? EnterpriseUrl { get; init; }

    /// <summary>Our consumer key. Required.</summary>
    public string ConsumerKey { get; init; } = "";

    /// <summary>Our consumer secret. Required; a secret.</summary>
    public string ConsumerSecret { get; init; } = "";

    /// <summary>Our integration code (MaTichHop). Required.</summary>
    public string IntegrationCode { get; init; } = "";

    /// <summary>The service for which is asked (MaDVC). Required.</summary>
    public string ServiceCode { get; init; } = "";

    /// <summary>Who asks (MaCanBo): the account that is registered for this system. Required.</summary>
    public string OfficerCode { get; init; } = "";

    /// <summary>How long one call may take. Default 5 seconds: somebody waits for a form.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long before its end a token is not used any more. Default 30 seconds.</summary>
    public TimeSpan TokenMargin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Development's: the Sandbox's platform.</summary>
    public static NationalDataSettings Development(Uri source) => new()
    {
        TokenUrl = new Uri(source, "national/token"),
        PopulationUrl = new Uri(source, "national/population"),
        EnterpriseUrl = new Uri(source, "national/apiCSDLDKDN/1.0/chiTietDoanhNghiep"),
        ConsumerKey = DevelopmentSecret,
        ConsumerSecret = DevelopmentSecret,
        IntegrationCode = "DVCQG",
        ServiceCode = "DVC-PREFILL",
        OfficerCode = "dvc-gateway",
    };

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No value is in it.</summary>
    /// <param name="isDevelopment">Whether development defaults are taken.</param>
    public IEnumerable<string> Validate(bool isDevelopment) =>
    [
        .. Address(nameof(TokenUrl), TokenUrl, isDevelopment),
        .. Address(nameof(PopulationUrl), PopulationUrl, isDevelopment),
        .. Address(nameof(EnterpriseUrl), EnterpriseUrl, isDevelopment),
        .. Text(nameof(ConsumerKey), ConsumerKey, isDevelopment),
        .. Text(nameof(ConsumerSecret), ConsumerSecret, isDevelopment),
        .. Text(nameof(IntegrationCode), IntegrationCode, isDevelopment),
        .. Text(nameof(ServiceCode), ServiceCode, isDevelopment),
        .. Text(nameof(OfficerCode), OfficerCode, isDevelopment),
        .. Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(1) ? ["Timeout must be longer than nothing and at most a minute."] : Array.Empty<string>(),
        .. TokenMargin < TimeSpan.Zero || TokenMargin > TimeSpan.FromMinutes(10) ? ["TokenMargin is 0 to 10 minutes."] : Array.Empty<string>(),
    ];

    /// <summary>Shows nothing: settings hold secrets.</summary>
    public override string ToString() => nameof(NationalDataSettings);

    private static IEnumerable<string> Text(string name, string value, bool isDevelopment)
    {
        if (string.IsNullOrWhiteSpace(value)) yield return $"{name} is required.";
        else if (!isDevelopment && value == DevelopmentSecret) yield return $"{name} is that of development, which is refused outside Development.";
    }

    private static IEnumerable<string> Address(string name, Uri? value, bool isDevelopment)
    {
        if (value is not { IsAbsoluteUri: true, Scheme: "http" or "https" }) yield return $"{name} must be an absolute http or https address.";
        else if (value.UserInfo.Length > 0) yield return $"{name} must not carry an account.";
        else if (!isDevelopment && value.Scheme != Uri.UriSchemeHttps) yield return $"{name} must be https outside Development.";
    }
}
