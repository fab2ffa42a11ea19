using DichVuCong.Adapters.VNeID.Configuration;

namespace DichVuCong.Adapters.VNeID.Broker;

/// <summary>Sign-in through the portal's broker (D3, W 6): a WSO2 Identity Server in front of VNeID and other sources.</summary>
public sealed record BrokerSettings
{
    /// <summary>Its address; the paths are put behind it. Required.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The sign-in page. Default <c>oauth2/authorize</c>.</summary>
    public string AuthorizePath { get; init; } = "oauth2/authorize";

    /// <summary>Where a code is given for a token. Default <c>oauth2/token</c>.</summary>
    public string TokenPath { get; init; } = "oauth2/token";

    /// <summary>Where a token is given for who it is. Default <c>oauth2/userinfo</c>.</summary>
    public string UserInfoPath { get; init; } = "oauth2/userinfo";

    /// <summary>Whether the token is given by POST, as one known client does. Default no: GET.</summary>
    public bool UserInfoByPost { get; init; }

    /// <summary>Where it is asked whose a token is. Default <c>oauth2/introspect</c>; empty not to ask.</summary>
    public string IntrospectionPath { get; init; } = "oauth2/introspect";

    /// <summary>Our client id. Required.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Our client secret. Required; a secret.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>Where people come back to: the Gateway's callback, registered at the broker letter by letter. Required.</summary>
    public Uri? RedirectUrl { get; init; }

    /// <summary>The scope. Default <c>openid</c>.</summary>
    public string Scope { get; init; } = "openid";

    /// <summary>The least level of authentication that is asked for (acr_values). Default <c>LoA1</c>, as the known clients ask.</summary>
    public string AcrValues { get; init; } = "LoA1";

    /// <summary>What its words about levels and kinds mean: IAL is the account's level, loAs the authentication's.</summary>
    public LevelTables Levels { get; init; } = new();

    /// <summary>How long one call may take. Default 8 seconds: somebody waits for it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Development's: the Sandbox's broker.</summary>
    /// <param name="source">The Sandbox's address.</param>
    /// <param name="redirect">The Gateway's callback.</param>
    public static BrokerSettings Development(Uri source, Uri redirect) => new()
    {
        BaseUrl = new Uri(source, "broker/"),
        ClientId = DevelopmentDefaults.ClientId,
        ClientSecret = DevelopmentDefaults.ClientSecret,
        RedirectUrl = redirect,
    };

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No value is in it.</summary>
    /// <param name="isDevelopment">Whether development defaults are taken.</param>
    public IEnumerable<string> Validate(bool isDevelopment) =>
    [
        .. SettingRules.Address(nameof(BaseUrl), BaseUrl, isDevelopment),
        .. SettingRules.Text(nameof(AuthorizePath), AuthorizePath, isDevelopment),
        .. SettingRules.Text(nameof(TokenPath), TokenPath, isDevelopment),
        .. SettingRules.Text(nameof(UserInfoPath), UserInfoPath, isDevelopment),
        .. SettingRules.Address(nameof(RedirectUrl), RedirectUrl, isDevelopment),
        .. SettingRules.Text(nameof(ClientId), ClientId, isDevelopment),
        .. SettingRules.Text(nameof(ClientSecret), ClientSecret, isDevelopment),
        .. SettingRules.Text(nameof(Scope), Scope, isDevelopment),
        .. Levels.Validate(),
        .. SettingRules.TimeOut(nameof(Timeout), Timeout),
    ];

    /// <summary>The address of a path.</summary>
    internal Uri At(string path) => new($"{BaseUrl!.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path.TrimStart('/')}");

    /// <summary>Shows nothing: settings hold secrets.</summary>
    public override string ToString() => nameof(BrokerSettings);
}
