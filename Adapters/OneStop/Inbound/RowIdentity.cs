using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Adapters.OneStop.Inbound;

/// <summary>
/// Identities of rows: the wire has none (2.4), so a row is known by what it says. Never change what goes in: the hashes are stored, and a
/// row that came before a change would come again after it.
/// </summary>
internal static class RowIdentity
{
    private const int Digits = 16;

    /// <summary>16 hexadecimal digits of SHA-256 over the parts, each with its length before it, so that no two lists of parts are alike.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append((part ?? "").Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part).Append('|');
        }

        return OfHash(HashOf(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>SHA-256 of a canonical form, 64 hexadecimal digits in lower case.</summary>
    public static string HashOf(byte[] canonical) => Convert.ToHexStringLower(SHA256.HashData(canonical));

    /// <summary>The row's id of a content hash: its first 16 digits.</summary>
    public static string OfHash(string hash) => hash[..Digits];
}
