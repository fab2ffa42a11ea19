using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Sandbox.Banks.Wire;

/// <summary>The digests of the contracts, in lower-case hexadecimal. Written from the wire documents alone, without the adapters.</summary>
[SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The contracts are defined with MD5.")]
internal static class Digests
{
    /// <summary>HMAC-SHA512 of a text.</summary>
    public static string Hmac512(string secret, string text) => Convert.ToHexStringLower(HMACSHA512.HashData(Utf8(secret), Utf8(text)));

    /// <summary>SHA-256 of a text.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Utf8(text)));

    /// <summary>SHA-256 of bytes.</summary>
    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>MD5 of a text.</summary>
    public static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Utf8(text)));

    /// <summary>Whether two digests are the same, whatever the case of their letters.</summary>
    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
