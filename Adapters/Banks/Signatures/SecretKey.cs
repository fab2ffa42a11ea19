using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Adapters.Banks.Signatures;

/// <summary>A secret shared with a partner. It never shows itself.</summary>
public sealed class SecretKey(string keyId, string secret, DateTimeOffset? validFrom = null, DateTimeOffset? validUntil = null) : ITimedKey
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    /// <inheritdoc/>
    public string KeyId { get; } = keyId;

    /// <inheritdoc/>
    public DateTimeOffset? ValidFrom { get; } = validFrom;

    /// <inheritdoc/>
    public DateTimeOffset? ValidUntil { get; } = validUntil;

    /// <summary>The secret itself, for the schemes that hash it among the fields (A2, A3).</summary>
    internal string Reveal() => Encoding.UTF8.GetString(_secret);

    /// <summary>HMAC-SHA512 over bytes (VNPAY).</summary>
    public byte[] HmacSha512(ReadOnlySpan<byte> data) => HMACSHA512.HashData(_secret, data);

    /// <summary>HMAC-SHA512 over a text's UTF-8.</summary>
    public byte[] HmacSha512(string text) => HmacSha512(Encoding.UTF8.GetBytes(text));

    /// <summary>HMAC-SHA256 over bytes (the lesser variant of the bank form).</summary>
    public byte[] HmacSha256(ReadOnlySpan<byte> data) => HMACSHA256.HashData(_secret, data);

    /// <inheritdoc/>
    public override string ToString() => $"secret {KeyId}";
}
