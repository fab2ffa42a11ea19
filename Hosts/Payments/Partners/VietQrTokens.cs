using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using DichVuCong.Adapters.Banks.VietQr;

namespace DichVuCong.Payments.Partners;

/// <summary>
/// The tokens that VietQR gets from us: signed, with their end inside, so that every gateway takes them without a look-up.
/// </summary>
/// <param name="key">The key under the signatures, the same on every host.</param>
/// <param name="lifetime">How long a token counts.</param>
public sealed class VietQrTokens(byte[] key, TimeSpan lifetime) : IVietQrTokens
{
    private const int HeaderSize = 16;
    private const int SignatureSize = 16;
    private const int Size = HeaderSize + SignatureSize;

    /// <summary>A new token.</summary>
    public string Issue(DateTimeOffset now)
    {
        Span<byte> token = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(token, (now + lifetime).ToUnixTimeMilliseconds());
        RandomNumberGenerator.Fill(token[8..HeaderSize]);
        HMACSHA256.HashData(key, token[..HeaderSize]).AsSpan(0, SignatureSize).CopyTo(token[HeaderSize..]);
        return Base64Url.EncodeToString(token);
    }

    /// <inheritdoc/>
    public bool IsActive(string token, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(token);
        Span<byte> bytes = stackalloc byte[Size];
        if (token.Length > 2 * Size || !Base64Url.IsValid(token)) return false;
        if (!Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != Size) return false;
        var signature = HMACSHA256.HashData(key, bytes[..HeaderSize]).AsSpan(0, SignatureSize);
        return CryptographicOperations.FixedTimeEquals(signature, bytes[HeaderSize..])
            && now.ToUnixTimeMilliseconds() < BinaryPrimitives.ReadInt64BigEndian(bytes);
    }
}
