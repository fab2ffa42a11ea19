using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Adapters.Banks.Signatures;

/// <summary>Hashes without a key of their own: partners put the secret among the hashed fields.</summary>
public static class PlainHash
{
    /// <summary>SHA-256 over a text's UTF-8 (MaXacThuc, A2).</summary>
    public static byte[] Sha256(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>MD5 over a text's UTF-8, for the checksums that VietQR demands (A3); it proves nothing and secures nothing of ours.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "The partner's contract demands MD5.")]
    public static byte[] Md5(string text) => MD5.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>A digest as partners write it: hexadecimal in lower case.</summary>
    public static string Hex(byte[] digest) => Convert.ToHexStringLower(digest);
}
