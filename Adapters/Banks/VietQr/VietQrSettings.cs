using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>How VietQR reaches us and we reach it (<c>external-parties.md</c> A3).</summary>
public sealed record VietQrSettings
{
    /// <summary>The partner's name with us, as in <c>/callbacks/vietqr</c>.</summary>
    public string Partner { get; init; } = "vietqr";

    /// <summary>The user that VietQR gives at our token endpoint. Required.</summary>
    public string InboundUser { get; init; } = "";

    /// <summary>Its passwords: one, or two while they are changed. Secrets.</summary>
    public IReadOnlyList<SecretSetting> InboundPasswords { get; init; } = [];

    /// <summary>How long a token of ours counts. Default 300 seconds, the document's text (an example of it shows 59).</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>
    /// The fields under <c>sign</c> of a transaction, joined without separator behind the secret and hashed by MD5; the document does not say
    /// (inferred). Empty leaves <c>sign</c> unchecked: the token proves the caller. Default empty.
    /// </summary>
    public IReadOnlyList<string> SignFields { get; init; } = [];

    /// <summary>VietQR's API. Required.</summary>
    public Uri? ApiUrl { get; init; }

    /// <summary>Where our token at VietQR comes from, under <see cref="ApiUrl"/> (inferred). Default api/token_generate.</summary>
    public string TokenPath { get; init; } = "api/token_generate";

    /// <summary>check-order, under <see cref="ApiUrl"/>.</summary>
    public string CheckOrderPath { get; init; } = "api/transactions/check-order";

    /// <summary>refund, under <see cref="ApiUrl"/>.</summary>
    public string RefundPath { get; init; } = "api/transaction/refund";

    /// <summary>Our user at VietQR. Required.</summary>
    public string Username { get; init; } = "";

    /// <summary>Our password at VietQR. Required; a secret.</summary>
    public string Password { get; init; } = "";

    /// <summary>The secret keys under checksums and signs: one, or two while they are changed. Secrets.</summary>
    public IReadOnlyList<SecretSetting> SecretKeys { get; init; } = [];

    /// <summary>How long one call may take. Default 20 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No secret is in it.</summary>
    /// <param name="isDevelopment">Whether development defaults are taken.</param>
    public IReadOnlyList<string> Validate(bool isDevelopment) =>
    [
        .. SettingRules.Account("InboundUser", InboundUser, isDevelopment),
        .. InboundUser.Contains(':', StringComparison.Ordinal) ? new[] { "InboundUser must not hold a colon." } : [],
        .. KeySettingRules.Problems("InboundPasswords", InboundPasswords, isDevelopment),
        .. SettingRules.Positive("TokenLifetime", TokenLifetime),
        .. SettingRules.Address("ApiUrl", ApiUrl, isDevelopment),
        .. SettingRules.Account("Username", Username, isDevelopment),
        .. string.IsNullOrWhiteSpace(Password) ? new[] { "Password is required." } : [],
        .. !isDevelopment && DevelopmentDefaults.IsSecret(Password) ? new[] { DevelopmentDefaults.Refusal("Password") } : [],
        .. KeySettingRules.Problems("SecretKeys", SecretKeys, isDevelopment),
        .. SettingRules.Positive("Timeout", Timeout),
    ];

    /// <summary>The passwords of <see cref="InboundUser"/> as a ring.</summary>
    public KeyRing<SecretKey> InboundKeys() => new(InboundPasswords.Select(secret => secret.ToKey()));

    /// <summary>The secret keys as a ring.</summary>
    public KeyRing<SecretKey> Keys() => new(SecretKeys.Select(secret => secret.ToKey()));

    /// <inheritdoc/>
    public override string ToString() => $"VietQR as {Partner}";

    /// <summary>The settings of a developer's machine.</summary>
    /// <param name="sandbox">The simulated partner's base address.</param>
    public static VietQrSettings Development(Uri sandbox)
    {
        SecretSetting[] secret = [new SecretSetting { KeyId = "development", Secret = DevelopmentDefaults.VietQrSecret }];
        return new VietQrSettings
        {
            InboundUser = DevelopmentDefaults.VietQrUser,
            InboundPasswords = secret,
            ApiUrl = sandbox,
            Username = DevelopmentDefaults.VietQrUser,
            Password = DevelopmentDefaults.VietQrSecret,
            SecretKeys = secret,
        };
    }
}
