using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Registries.Sealing;

/// <summary>
/// Seals personal data at rest with AES-256-GCM and makes keyed hashes of numbers that must be found again. A sealed value is bound to the
/// place it belongs to: moved to another row, it does not open.
/// </summary>
public sealed class Sealer
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly KeyRing _keys;
    private readonly byte[] _hashKey;
    private readonly byte[] _phoneKey;

    /// <summary>Creates a sealer.</summary>
    public Sealer(KeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys;
        _hashKey = keys.Derive("identity hash");
        _phoneKey = keys.Derive("phone hash");
    }

    /// <summary>The number of the key with which new values are sealed.</summary>
    public short CurrentKey => _keys.CurrentNumber;

    /// <summary>Seals a value with the current key.</summary>
    /// <param name="plain">The value.</param>
    /// <param name="place">Where it belongs: table and key.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, string place)
    {
        var result = new byte[NonceSize + plain.Length + TagSize];
        var nonce = result.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys.Key(_keys.CurrentNumber), TagSize);
        aes.Encrypt(nonce, plain, result.AsSpan(NonceSize, plain.Length), result.AsSpan(NonceSize + plain.Length), Encoding.UTF8.GetBytes(place));
        return result;
    }

    /// <summary>Opens a sealed value.</summary>
    /// <exception cref="CryptographicException">It was changed, belongs elsewhere, or its key is not on the ring.</exception>
    public byte[] Open(short key, byte[] value, string place)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length < NonceSize + TagSize) throw new CryptographicException("Not a sealed value.");
        var plain = new byte[value.Length - NonceSize - TagSize];
        using var aes = new AesGcm(_keys.Key(key), TagSize);
        aes.Decrypt(
            value.AsSpan(0, NonceSize), value.AsSpan(NonceSize, plain.Length), value.AsSpan(NonceSize + plain.Length), plain, Encoding.UTF8.GetBytes(place));
        return plain;
    }

    /// <summary>
    /// A keyed hash of a person's or an organisation's number: equal numbers have equal hashes, and nobody without the key can try numbers.
    /// </summary>
    public byte[] HashIdentity(string number) => HMACSHA256.HashData(_hashKey, Encoding.UTF8.GetBytes(number))[..16];

    /// <summary>
    /// A keyed hash of a telephone number, by a key of its own: ten million numbers are soon tried by whoever has the hashes alone.
    /// </summary>
    public byte[] HashPhone(string number) => HMACSHA256.HashData(_phoneKey, Encoding.UTF8.GetBytes(number))[..16];
}
