using System.Security.Cryptography;

namespace DichVuCong.Adapters.Banks.Signatures;

/// <summary>Our private key. Signs with SHA256withRSA (PKCS#1 v1.5) over the raw bytes. It never shows itself.</summary>
/// <param name="keyId">Its name, sent with the signature.</param>
/// <param name="privateKeyPem">The private key in PEM.</param>
/// <param name="validFrom">From when it counts.</param>
/// <param name="validUntil">Until when it counts.</param>
public sealed class RsaSigningKey(string keyId, string privateKeyPem, DateTimeOffset? validFrom = null, DateTimeOffset? validUntil = null) : ITimedKey
{
    private readonly RsaPool _keys = new(privateKeyPem);

    /// <inheritdoc/>
    public string KeyId { get; } = keyId;

    /// <inheritdoc/>
    public DateTimeOffset? ValidFrom { get; } = validFrom;

    /// <inheritdoc/>
    public DateTimeOffset? ValidUntil { get; } = validUntil;

    /// <summary>The detached signature.</summary>
    public byte[] Sign(ReadOnlyMemory<byte> data) =>
        _keys.Use(rsa => rsa.SignData(data.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <inheritdoc/>
    public override string ToString() => $"private key {KeyId}";
}
