using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Adapters.Banks.PlatformClient;

/// <summary>
/// An older payment platform of which we are a client. Another role than the server's, never mixed with it, and off unless switched on: an
/// order born from an INIT of a ministry is never forwarded.
/// </summary>
public sealed record PlatformClientSettings
{
    /// <summary>Whether this role is used. Default false.</summary>
    public bool Enabled { get; init; }

    /// <summary>The partner's name with us, as in <c>/callbacks/platform</c>.</summary>
    public string Partner { get; init; } = "platform";

    /// <summary>Where INIT goes. Required when enabled.</summary>
    public Uri? InitUrl { get; init; }

    /// <summary>Where QUERY goes. Required when enabled.</summary>
    public Uri? QueryUrl { get; init; }

    /// <summary>MaDoiTac that the platform gave us. Required when enabled.</summary>
    public string MaDoiTac { get; init; } = "";

    /// <summary>The secrets: one, or two while they are changed. Secrets.</summary>
    public IReadOnlyList<SecretSetting> Secrets { get; init; } = [];

    /// <summary>PhienBan. Default 1.0.6.</summary>
    public string Version { get; init; } = "1.0.6";

    /// <summary>
    /// LoaiBanTin of the platform's callback; none takes any but INIT and GET_BILL, since its literal is not known (inferred). Default none.
    /// </summary>
    public string? CallbackType { get; init; }

    /// <summary>Ip of our own calls. Default 127.0.0.1.</summary>
    public string ServerIp { get; init; } = "127.0.0.1";

    /// <summary>How long one call may take. Default 20 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is, or when the role is off.</summary>
    /// <param name="isDevelopment">Whether development defaults are taken.</param>
    public IReadOnlyList<string> Validate(bool isDevelopment) => !Enabled ? [] :
    [
        .. SettingRules.Address("InitUrl", InitUrl, isDevelopment),
        .. SettingRules.Address("QueryUrl", QueryUrl, isDevelopment),
        .. SettingRules.Account("MaDoiTac", MaDoiTac, isDevelopment),
        .. KeySettingRules.Problems("Secrets", Secrets, isDevelopment),
        .. PlatformPayments.IsTypeOfNoPayment(CallbackType) ? new[] { "CallbackType cannot be INIT or GET_BILL." } : [],
        .. SettingRules.Positive("Timeout", Timeout),
    ];

    /// <summary>The secrets as a ring.</summary>
    public KeyRing<SecretKey> Keys() => new(Secrets.Select(secret => secret.ToKey()));
}
