using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DichVuCong.Adapters.Banks.Signatures;

/// <summary>A partner's certificate or public key. Verifies detached SHA256withRSA (PKCS#1 v1.5) over the raw bytes.</summary>
public sealed class RsaVerifyingKey : ITimedKey
{
    private const string CertificateLabel = "CERTIFICATE";
    private const int LeastBits = 2048;

    private readonly RsaPool _keys;

    /// <summary>Takes the key in.</summary>
    /// <param name="keyId">Its name, which the partner sends with each signature.</param>
    /// <param name="pem">A certificate or a public key in PEM. A certificate's own dates narrow the time in which it counts.</param>
    /// <param name="validFrom">From when it counts.</param>
    /// <param name="validUntil">Until when it counts.</param>
    /// <exception cref="CryptographicException">It is neither, or no RSA key, or one shorter than 2048 bits.</exception>
    public RsaVerifyingKey(string keyId, string pem, DateTimeOffset? validFrom = null, DateTimeOffset? validUntil = null)
    {
        KeyId = keyId;
        (ValidFrom, ValidUntil) = (validFrom, validUntil);
        if (IsCertificate(pem))
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            using var rsa = certificate.GetRSAPublicKey() ?? throw new CryptographicException("The certificate holds no RSA key.");
            ValidFrom = Later(validFrom, new DateTimeOffset(certificate.NotBefore));
            ValidUntil = Earlier(validUntil, new DateTimeOffset(certificate.NotAfter));
            pem = rsa.ExportSubjectPublicKeyInfoPem();
        }

        try
        {
            _keys = new RsaPool(pem);
        }
        catch (ArgumentException neither)
        {
            throw new CryptographicException("Neither a certificate nor a public key in PEM.", neither);
        }

        if (_keys.Use(rsa => rsa.KeySize) < LeastBits) throw new CryptographicException($"An RSA key has {LeastBits} bits at least.");
    }

    /// <inheritdoc/>
    public string KeyId { get; }

    /// <inheritdoc/>
    public DateTimeOffset? ValidFrom { get; }

    /// <inheritdoc/>
    public DateTimeOffset? ValidUntil { get; }

    /// <summary>Whether the signature is one of this key over these bytes.</summary>
    public bool Verifies(ReadOnlyMemory<byte> data, ReadOnlyMemory<byte> signature) =>
        _keys.Use(rsa => rsa.VerifyData(data.Span, signature.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static bool IsCertificate(string pem) =>
        PemEncoding.TryFind(pem, out var fields) && pem.AsSpan()[fields.Label].SequenceEqual(CertificateLabel);

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;
}
