using DichVuCong.Adapters.Banks.Configuration;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>How MaXacThuc of our replies is made; which one the contract means is not known (5.3, inferred).</summary>
public enum ReplyAuthentication : byte
{
    /// <summary>Computed in callback order over the reply's own values.</summary>
    Computed = 1,

    /// <summary>That of the request, repeated, as known receivers do.</summary>
    Echo = 2,
}

/// <summary>The two forms of a reply (5.1).</summary>
public enum PlatformReplyForm : byte
{
    /// <summary><c>{MaLoi, ...}</c>.</summary>
    Direct = 1,

    /// <summary><c>{error_code, message}</c>, the message being the direct form as a string of JSON, as a province's proxy gives it.</summary>
    Proxy = 2,
}

/// <summary>A ministry's system as a partner of the payment platform.</summary>
public sealed record PlatformPartnerSettings
{
    /// <summary>MaDoiTac. Required, 50 characters at most.</summary>
    public string MaDoiTac { get; init; } = "";

    /// <summary>Its secrets: one, or two while they are changed. Secrets.</summary>
    public IReadOnlyList<SecretSetting> Secrets { get; init; } = [];

    /// <summary>The form of reply that it reads. Default direct.</summary>
    public PlatformReplyForm ReplyForm { get; init; } = PlatformReplyForm.Direct;
}

/// <summary>The payment platform in its role as server for ministries, PhienBan 1.0.6.</summary>
public sealed record PlatformSettings
{
    /// <summary>PhienBan. Default 1.0.6.</summary>
    public string Version { get; init; } = "1.0.6";

    /// <summary>The longest MaThamChieu taken: 255 seen at a province, 20 on the side of banks. Default 255.</summary>
    public int MaxReferenceLength { get; init; } = 255;

    /// <summary>LoaiBanTin of our callback; its literal is not known (inferred). Default CONFIRM.</summary>
    public string CallbackType { get; init; } = "CONFIRM";

    /// <summary>How MaXacThuc of our replies is made. Default computed.</summary>
    public ReplyAuthentication ReplyAuthentication { get; init; } = ReplyAuthentication.Computed;

    /// <summary>
    /// Whether a reply to our callback that repeats our own MaLoi means taken, as one known receiver answers (5.3). 99 never does. Default true.
    /// </summary>
    public bool RepeatedCodeIsTaken { get; init; } = true;

    /// <summary>How long one call may take. Default 20 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The partners.</summary>
    public IReadOnlyList<PlatformPartnerSettings> Partners { get; init; } = [];

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No secret is in it.</summary>
    /// <param name="isDevelopment">Whether development defaults are taken.</param>
    public IReadOnlyList<string> Validate(bool isDevelopment) =>
    [
        .. string.IsNullOrWhiteSpace(Version) ? new[] { "Version is required." } : [],
        .. MaxReferenceLength is < 18 or > 255 ? new[] { "MaxReferenceLength is 18 to 255." } : [],
        .. string.IsNullOrWhiteSpace(CallbackType) ? new[] { "CallbackType is required." } : [],
        .. SettingRules.Positive("Timeout", Timeout),
        .. Partners.GroupBy(partner => partner.MaDoiTac, StringComparer.Ordinal).Where(group => group.Skip(1).Any())
            .Select(group => $"Partners: {group.Key} is there twice."),
        .. Partners.SelectMany(partner => SettingRules.Account("Partners:MaDoiTac", partner.MaDoiTac, isDevelopment)
            .Concat(KeySettingRules.Problems($"Partners:{partner.MaDoiTac}:Secrets", partner.Secrets, isDevelopment))),
    ];

    /// <summary>The settings of a developer's machine.</summary>
    public static PlatformSettings Development { get; } = new()
    {
        Partners =
        [
            new PlatformPartnerSettings
            {
                MaDoiTac = DevelopmentDefaults.PlatformPartner,
                Secrets = [new SecretSetting { KeyId = "development", Secret = DevelopmentDefaults.PlatformSecret }],
            },
        ],
    };
}
