using DichVuCong.Adapters.Banks.Configuration;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>How a bank signs, and we to it.</summary>
public enum BankSignature : byte
{
    /// <summary>Detached SHA256withRSA over the raw body: the rule.</summary>
    Rsa = 1,

    /// <summary>HMAC-SHA256 over the raw body with a shared secret: the lesser variant, which proves nothing to a third party.</summary>
    Hmac = 2,
}

/// <summary>A bank that speaks our own form: signed JSON over HTTPS, with mutual TLS where it wants it.</summary>
public sealed record BankFormSettings
{
    /// <summary>The bank's name with us, as in <c>/callbacks/{bank}</c>. Required.</summary>
    public string Partner { get; init; } = "";

    /// <summary>The bank's API. Required.</summary>
    public Uri? ApiUrl { get; init; }

    /// <summary>How messages are signed. Default RSA.</summary>
    public BankSignature Signature { get; init; } = BankSignature.Rsa;

    /// <summary>The bank's certificates or public keys, for RSA: one, or two while they are changed.</summary>
    public IReadOnlyList<CertificateSetting> Certificates { get; init; } = [];

    /// <summary>Our private keys, for RSA: one, or two while they are changed. Secrets.</summary>
    public IReadOnlyList<PrivateKeySetting> SigningKeys { get; init; } = [];

    /// <summary>The shared secrets, for HMAC: one, or two while they are changed. Secrets.</summary>
    public IReadOnlyList<SecretSetting> Secrets { get; init; } = [];

    /// <summary>How far X-Timestamp may be from our clock, either way. Default 5 minutes.</summary>
    public TimeSpan Drift { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one call may take. Default 20 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The most bytes of a reconciliation file's answer. Default 32 MB.</summary>
    public int MaxFileBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No secret is in it.</summary>
    /// <param name="isDevelopment">Whether development defaults are taken.</param>
    public IReadOnlyList<string> Validate(bool isDevelopment) =>
    [
        .. string.IsNullOrWhiteSpace(Partner) ? new[] { "Partner is required." } : [],
        .. SettingRules.Address("ApiUrl", ApiUrl, isDevelopment),
        .. SettingRules.Positive("Drift", Drift),
        .. SettingRules.Positive("Timeout", Timeout),
        .. MaxFileBytes < 1024 ? new[] { "MaxFileBytes is 1024 at least." } : [],
        .. Signature switch
        {
            BankSignature.Rsa => KeySettingRules.Problems("Certificates", Certificates, isDevelopment)
                .Concat(KeySettingRules.Problems("SigningKeys", SigningKeys, isDevelopment)),
            BankSignature.Hmac => KeySettingRules.Problems("Secrets", Secrets, isDevelopment),
            _ => ["Signature is Rsa or Hmac."],
        },
    ];

    /// <summary>The settings of a developer's machine: HMAC, since a private key in public would be none.</summary>
    /// <param name="partner">The simulated bank's name.</param>
    /// <param name="sandbox">Its base address.</param>
    public static BankFormSettings Development(string partner, Uri sandbox) => new()
    {
        Partner = partner,
        ApiUrl = sandbox,
        Signature = BankSignature.Hmac,
        Secrets = [new SecretSetting { KeyId = "development", Secret = DevelopmentDefaults.BankFormSecret }],
    };
}
