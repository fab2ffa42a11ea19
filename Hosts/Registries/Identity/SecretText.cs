using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Registries.Identity;

/// <summary>Secrets that somebody carries for a while: drawn here, and known here by their hash alone.</summary>
public static class SecretText
{
    private const int Bytes = 32;

    /// <summary>The longest text that can be one.</summary>
    public const int MaxLength = 200;

    /// <summary>A new one, of 43 letters that may stand in an address.</summary>
    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Its hash. They are drawn and not chosen, so that no key is needed against trying.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
