using System.Globalization;
using System.Security.Cryptography;

namespace DichVuCong.Registries.Sealing;

/// <summary>
/// The keys that seal personal data, by number. New values are sealed with the highest number; older numbers only open. Configured as
/// <c>1:base64,2:base64</c> (32 bytes each).
/// </summary>
public sealed class KeyRing
{
    /// <summary>The key of development; it is public, and hosts refuse it outside Development.</summary>
    public const string Development = "1:ZGljaHZ1Y29uZy1kZXZlbG9wbWVudC1rZXktMDAwMDE=";

    private readonly SortedDictionary<short, byte[]> _keys;

    private KeyRing(SortedDictionary<short, byte[]> keys) => _keys = keys;

    /// <summary>The number of the key with which new values are sealed.</summary>
    public short CurrentNumber => _keys.Keys.Last();

    /// <summary>A key of its own for another purpose; it stays the same when a sealing key is added.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _keys.Values.First(), 32, info: System.Text.Encoding.UTF8.GetBytes($"dichvucong {purpose}"));

    /// <summary>Reads a ring.</summary>
    /// <exception cref="FormatException">It is not of the form; the text is not repeated in the message.</exception>
    public static KeyRing Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var keys = new SortedDictionary<short, byte[]>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var bytes = new byte[32];
            if (colon < 1 || !short.TryParse(part.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || !Convert.TryFromBase64String(part[(colon + 1)..], bytes, out var length) || length != bytes.Length || !keys.TryAdd(number, bytes))
            {
                throw new FormatException("The data keys must be of the form number:base64[,number:base64], each of 32 bytes and with a number of its own.");
            }
        }

        return keys.Count > 0 ? new KeyRing(keys) : throw new FormatException("There is no data key.");
    }

    /// <summary>The key with a number.</summary>
    /// <exception cref="CryptographicException">It is not on the ring.</exception>
    internal byte[] Key(short number) =>
        _keys.TryGetValue(number, out var key) ? key : throw new CryptographicException($"Key {number} is not on the ring.");
}
