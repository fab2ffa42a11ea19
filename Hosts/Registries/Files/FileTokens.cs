using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Contracts;

namespace DichVuCong.Registries.Files;

/// <summary>
/// Links to the files of dossiers: signed, and good for a time (pain list 11: internal links are dead links, and open ones are leaks). The
/// token names dossier, revision and file; who holds it may fetch that file from the Gateway until it ends.
/// </summary>
public sealed class FileTokens(byte[] key, TimeProvider time)
{
    private const int SignatureSize = 16;
    private const int HeaderSize = 16;

    /// <summary>How long a link is good; setting, default 7 days.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>A token for a file.</summary>
    public string Issue(DossierCode dossier, int revision, int fileNumber)
    {
        var code = Encoding.ASCII.GetBytes(dossier.Value);
        var token = new byte[HeaderSize + code.Length + SignatureSize];
        BinaryPrimitives.WriteInt64BigEndian(token, (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt32BigEndian(token.AsSpan(8), revision);
        BinaryPrimitives.WriteInt32BigEndian(token.AsSpan(12), fileNumber);
        code.CopyTo(token.AsSpan(HeaderSize));
        Sign(token.AsSpan(0, token.Length - SignatureSize)).CopyTo(token.AsSpan(token.Length - SignatureSize));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a token.</summary>
    /// <returns>What it names and whether it is still good; null when it is none of ours.</returns>
    public FileToken? Read(string? text)
    {
        if (text is null or { Length: > 256 } || !Base64Url.IsValid(text)) return null;
        var token = Base64Url.DecodeFromChars(text);
        if (token.Length <= HeaderSize + SignatureSize) return null;
        if (!CryptographicOperations.FixedTimeEquals(Sign(token.AsSpan(0, token.Length - SignatureSize)), token.AsSpan(token.Length - SignatureSize))) return null;
        if (!DossierCode.TryParse(Encoding.ASCII.GetString(token.AsSpan(HeaderSize, token.Length - HeaderSize - SignatureSize)), out var dossier)) return null;
        var until = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(token));
        return new FileToken(
            dossier, BinaryPrimitives.ReadInt32BigEndian(token.AsSpan(8)), BinaryPrimitives.ReadInt32BigEndian(token.AsSpan(12)), until > time.GetUtcNow());
    }

    private byte[] Sign(ReadOnlySpan<byte> content) => HMACSHA256.HashData(key, content)[..SignatureSize];
}

/// <summary>What a link names.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Revision">The revision of its content.</param>
/// <param name="FileNumber">The file.</param>
/// <param name="IsGood">Whether it has not ended.</param>
public sealed record FileToken(DossierCode Dossier, int Revision, int FileNumber, bool IsGood);
