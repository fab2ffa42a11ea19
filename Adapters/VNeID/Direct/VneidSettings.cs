using DichVuCong.Adapters.VNeID.Configuration;

namespace DichVuCong.Adapters.VNeID.Direct;

/// <summary>
/// Sign-in directly with VNeID (D2): OAuth 2.0's authorization code, answers encrypted for us. No public specification was found: every address,
/// and whether answers are encrypted, is a setting.
/// </summary>
public sealed record VneidSettings
{
    /// <summary>The sign-in page. Required.</summary>
    public Uri? AuthorizeUrl { get; init; }

    /// <summary>Where a code is given for a token. Required.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>Where a token is given for who it is. Required.</summary>
    public Uri? UserInfoUrl { get; init; }

    /// <summary>Our client id. Required.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Our client secret. Required; a secret.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>Where people come back to: the Gateway's callback, registered at VNeID letter by letter. Required.</summary>
    public Uri? RedirectUrl { get; init; }

    /// <summary>The scope. Default <c>openid</c>.</summary>
    public string Scope { get; init; } = "openid";

    /// <summary>Whether answers are encrypted for us. Default yes.</summary>
    public bool EncryptedAnswers { get; init; } = true;

    /// <summary>Our private keys. Required where answers are encrypted, and for encrypted codes.</summary>
    public IReadOnlyList<EnvelopeKeySetting> Keys { get; init; } = [];

    /// <summary>What its words about levels and kinds mean.</summary>
    public LevelTables Levels { get; init; } = new();

    /// <summary>How long one call may take. Default 8 seconds: somebody waits for it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Development's: the Sandbox's VNeID.</summary>
    /// <param name="source">Its address.</param>
    /// <param name="redirect">The Gateway's callback.</param>
    public static VneidSettings Development(Uri source, Uri redirect) => new()
    {
        AuthorizeUrl = new Uri(source, "vneid/authorize"),
        TokenUrl = new Uri(source, "vneid/token"),
        UserInfoUrl = new Uri(source, "vneid/userinfo"),
        ClientId = DevelopmentDefaults.ClientId,
        ClientSecret = DevelopmentDefaults.ClientSecret,
        RedirectUrl = redirect,
        Keys = [new EnvelopeKeySetting { KeyId = "development", Pem = DevelopmentDefaults.EnvelopeKey }],
    };

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No value is in it.</summary>
    /// <param name="isDevelopment">Whether development defaults are taken.</param>
    public IEnumerable<string> Validate(bool isDevelopment) =>
    [
        .. SettingRules.Address(nameof(AuthorizeUrl), AuthorizeUrl, isDevelopment),
        .. SettingRules.Address(nameof(TokenUrl), TokenUrl, isDevelopment),
        .. SettingRules.Address(nameof(UserInfoUrl), UserInfoUrl, isDevelopment),
        .. SettingRules.Address(nameof(RedirectUrl), RedirectUrl, isDevelopment),
        .. SettingRules.Text(nameof(ClientId), ClientId, isDevelopment),
        .. SettingRules.Text(nameof(ClientSecret), ClientSecret, isDevelopment),
        .. SettingRules.Text(nameof(Scope), Scope, isDevelopment),
        .. EncryptedAnswers || Keys.Count > 0 ? EnvelopeKeySetting.Problems(nameof(Keys), Keys, isDevelopment) : [],
        .. Levels.Validate(),
        .. SettingRules.TimeOut(nameof(Timeout), Timeout),
    ];

    /// <summary>Shows nothing: settings hold secrets.</summary>
    public override string ToString() => nameof(VneidSettings);
}
