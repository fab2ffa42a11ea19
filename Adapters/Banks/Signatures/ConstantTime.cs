using System.Security.Cryptography;

namespace DichVuCong.Adapters.Banks.Signatures;

/// <summary>Compares signatures in a time that tells nothing about where they differ.</summary>
public static class ConstantTime
{
    // The longest digest in use is SHA-512's.
    private const int LongestDigest = 64;

    /// <summary>Whether a text is the hexadecimal form of a digest, in any letter case (<c>external-parties.md</c>, G, rule 2).</summary>
    public static bool HexEquals(string? given, ReadOnlySpan<byte> digest)
    {
        Span<byte> bytes = stackalloc byte[LongestDigest];
        return given is not null
            && given.Length == digest.Length * 2
            && digest.Length <= LongestDigest
            && Convert.FromHexString(given, bytes, out _, out var written) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(bytes[..written], digest);
    }

    /// <summary>Whether a text is the Base64 form of a digest.</summary>
    public static bool Base64Equals(string? given, ReadOnlySpan<byte> digest)
    {
        Span<byte> bytes = stackalloc byte[LongestDigest];
        return given is not null
            && Convert.TryFromBase64String(given, bytes, out var written)
            && CryptographicOperations.FixedTimeEquals(bytes[..written], digest);
    }

    /// <summary>Whether two texts are equal, such as a password given and the one agreed. Their lengths do not show either.</summary>
    public static bool TextEquals(string given, string agreed) =>
        CryptographicOperations.FixedTimeEquals(PlainHash.Sha256(given), PlainHash.Sha256(agreed));
}
