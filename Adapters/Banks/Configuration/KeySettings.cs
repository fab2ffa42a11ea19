using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Adapters.Banks.Configuration;

/// <summary>What every key of the settings has.</summary>
public abstract record KeySetting
{
    /// <summary>The key's name. Required, unique among the partner's keys.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>From when it counts; none for always.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when it counts, this instant excluded; none for ever.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>What the key is made of.</summary>
    internal abstract string Material { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => $"key {KeyId}";
}

/// <summary>A secret shared with a partner.</summary>
public sealed record SecretSetting : KeySetting
{
    /// <summary>The secret. Required; a secret.</summary>
    public string Secret { get; init; } = "";

    internal override string Material => Secret;

    /// <summary>The key.</summary>
    public SecretKey ToKey() => new(KeyId, Secret, ValidFrom, ValidUntil);
}

/// <summary>A partner's certificate or public key.</summary>
public sealed record CertificateSetting : KeySetting
{
    /// <summary>The certificate or public key in PEM. Required.</summary>
    public string Pem { get; init; } = "";

    internal override string Material => Pem;

    /// <summary>The key.</summary>
    public RsaVerifyingKey ToKey() => new(KeyId, Pem, ValidFrom, ValidUntil);
}

/// <summary>A private key of ours.</summary>
public sealed record PrivateKeySetting : KeySetting
{
    /// <summary>The private key in PEM. Required; a secret.</summary>
    public string Pem { get; init; } = "";

    internal override string Material => Pem;

    /// <summary>The key.</summary>
    public RsaSigningKey ToKey() => new(KeyId, Pem, ValidFrom, ValidUntil);
}
