using System.Security.Cryptography;
using DichVuCong.Adapters.VNeID.Wire;

namespace DichVuCong.Adapters.VNeID.Envelope;

/// <summary>
/// VNeID's encryption (D2): <c>data</c> = base64 of AES-ECB with PKCS padding and no vector, <c>key</c> = base64 of the AES key under our public RSA key
/// (PKCS #1 v1.5). ECB carries no proof that nothing was changed: who speaks is known from TLS alone, and what does not come out as the claims that
/// were agreed is not believed.
/// </summary>
public sealed class AnswerEnvelope(EnvelopeKeys keys, TimeProvider time)
{
    private const int LongestText = 256 * 1024;
    private const int LongestCode = 4096;

    /// <summary>Opens an answer; null when it is no envelope, or none of our keys opens it.</summary>
    internal ClaimSet? OpenAnswer(ReadOnlySpan<byte> body) =>
        ClaimSet.Read(body) is { } envelope && envelope.Text("data") is { } data && envelope.Text("key") is { } key
            ? Open(data, key).Select(plain => ClaimSet.Read(plain)).FirstOrDefault(claims => claims is not null)
            : null;

    /// <summary>Opens a code that came encrypted; null when none of our keys opens it.</summary>
    internal string? OpenCode(string code, string encryptKey) =>
        Open(code, encryptKey).Where(IsCode).Select(System.Text.Encoding.ASCII.GetString).FirstOrDefault();

    private IEnumerable<byte[]> Open(string data, string key)
    {
        if (Bytes(data) is not { } sealedData || Bytes(key) is not { } wrapped) yield break;
        foreach (var unwrapped in keys.Unwrap(wrapped, time.GetUtcNow()))
        {
            if (Decrypt(unwrapped, sealedData) is { } plain) yield return plain;
        }
    }

    private static byte[]? Decrypt(byte[] key, byte[] data)
    {
        try
        {
            using var aes = Aes.Create();
            aes.Key = key;
            return aes.DecryptEcb(data, PaddingMode.PKCS7);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool IsCode(byte[] plain) => plain.Length is > 0 and <= LongestCode && plain.All(letter => letter is > 0x20 and < 0x7F);

    /// <summary>Base64 in either alphabet, with or without its end; a plus that an address has turned into a space is one again.</summary>
    private static byte[]? Bytes(string text)
    {
        if (text.Length > LongestText) return null;
        var plain = text.Trim().Replace(' ', '+').Replace('-', '+').Replace('_', '/').TrimEnd('=');
        var bytes = new byte[(plain.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(plain + new string('=', (4 - (plain.Length % 4)) % 4), bytes, out var length) ? bytes[..length] : null;
    }
}
