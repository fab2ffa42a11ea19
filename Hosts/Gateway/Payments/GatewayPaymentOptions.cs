using DichVuCong.Registries.Settings;

namespace DichVuCong.Gateway.Payments;

/// <summary>
/// The settings of the gateway's payments: section <c>GatewayPayments</c> of the configuration (<c>GatewayPayments__PlatformPath</c> in the
/// environment). No source names the platform's own address or these limits, so every one of them is a setting.
/// </summary>
internal sealed record GatewayPaymentOptions
{
    /// <summary>Where ministries post INIT, QUERY and GET_BILL.</summary>
    public string PlatformPath { get; init; } = "/platform/payments";

    /// <summary>How long an obligation of an INIT can be paid: the message names no end.</summary>
    public TimeSpan InitLifetime { get; init; } = TimeSpan.FromDays(15);

    /// <summary>
    /// Which one-stop system a partner of the platform is (MaDoiTac: the system's code): what it may state obligations for. Without one here
    /// the MaDoiTac is taken for the system's code itself.
    /// </summary>
    public IReadOnlyDictionary<string, string> PlatformSystems { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Where a payer of an INIT's order chooses how to pay (UrlThanhToan), <c>{reference}</c> standing for the order. Empty for our own
    /// <c>/pay/{reference}</c>, which leads on to <see cref="PayPartner"/>.
    /// </summary>
    public string PayPage { get; init; } = "";

    /// <summary>The partner to which <c>/pay/{reference}</c> leads.</summary>
    public string PayPartner { get; init; } = "vnpay";

    /// <summary>For how many days after the day of its reference a callback for an order that is not known is kept waiting for it.</summary>
    public int UnknownOrderDays { get; init; } = 3;

    /// <summary>How long a callback may take to become durable before its partner is told to send it again.</summary>
    public TimeSpan CallbackPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>On a developer's machine the platform's partner is the system of Ho Chi Minh City.</summary>
    private static Dictionary<string, string> Development { get; } = new(StringComparer.Ordinal) { ["DOITAC1"] = "H29" };

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="isDevelopment">Whether development defaults are taken.</param>
    /// <exception cref="SettingsException">One of them cannot be; the message names it and the rule.</exception>
    public static GatewayPaymentOptions Read(IConfiguration configuration, bool isDevelopment)
    {
        GatewayPaymentOptions options;
        try
        {
            options = configuration.GetSection("GatewayPayments").Get<GatewayPaymentOptions>() ?? new GatewayPaymentOptions();
        }
        catch (InvalidOperationException problem)
        {
            throw new SettingsException($"GatewayPayments: {problem.Message}");
        }

        if (isDevelopment && options.PlatformSystems.Count == 0) options = options with { PlatformSystems = Development };
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? options : throw new SettingsException(string.Join(Environment.NewLine, problems));
    }

    private IEnumerable<string> Problems()
    {
        if (!PlatformPath.StartsWith('/') || PlatformPath.Contains('{') || PlatformPath.Length < 2)
        {
            yield return $"GatewayPayments:PlatformPath is '{PlatformPath}': a path begins with / and has no placeholders.";
        }

        if (PayPage.Length > 0 && !(Uri.TryCreate(PayPage.Replace("{reference}", "D", StringComparison.Ordinal), UriKind.Absolute, out _)
            && PayPage.Contains("{reference}", StringComparison.Ordinal)))
        {
            yield return "GatewayPayments:PayPage is an absolute address with {reference} in it.";
        }

        if (InitLifetime <= TimeSpan.Zero) yield return "GatewayPayments:InitLifetime is longer than nothing.";
        if (CallbackPatience <= TimeSpan.Zero) yield return "GatewayPayments:CallbackPatience is longer than nothing.";
        if (UnknownOrderDays is < 0 or > 31) yield return "GatewayPayments:UnknownOrderDays is 0 to 31.";
    }
}
