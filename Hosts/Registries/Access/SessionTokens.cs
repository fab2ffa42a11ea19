using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Registries.Access;

/// <summary>Who a session was issued to.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Secret">The number of the secret that it began with; null for the account's own password.</param>
public sealed record SessionHolder(string Name, int? Secret);

/// <summary>
/// Sessions of one-stop systems (1.2): signed, with their end inside, so that any gateway takes them without a look-up. Disabling the
/// account ends them.
/// </summary>
public sealed class SessionTokens(byte[] key, TimeSpan lifetime, TimeProvider time)
{
    private const int SignatureSize = 16;

    // No name of an account holds it.
    private const char BySecret = '\n';

    /// <summary>A session for an account.</summary>
    public string Issue(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var name = Encoding.UTF8.GetBytes(
            account.CalledBy is { } secret ? string.Create(CultureInfo.InvariantCulture, $"{account.Name}{BySecret}{secret}") : account.Name);
        var token = new byte[8 + 8 + name.Length + SignatureSize];
        BinaryPrimitives.WriteInt64BigEndian(token, (time.GetUtcNow() + lifetime).ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(token.AsSpan(8, 8));
        name.CopyTo(token.AsSpan(16));
        Sign(token.AsSpan(0, token.Length - SignatureSize)).CopyTo(token.AsSpan(token.Length - SignatureSize));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Who a session was issued to, or null when it is none of ours or has ended.</summary>
    public SessionHolder? Read(string? session)
    {
        if (session is null or { Length: > 256 } || !Base64Url.IsValid(session)) return null;
        var token = Base64Url.DecodeFromChars(session);
        if (token.Length <= 16 + SignatureSize) return null;
        var signature = token.AsSpan(token.Length - SignatureSize);
        if (!CryptographicOperations.FixedTimeEquals(Sign(token.AsSpan(0, token.Length - SignatureSize)), signature)) return null;
        var until = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(token));
        return until > time.GetUtcNow() ? HolderOf(Encoding.UTF8.GetString(token.AsSpan(16, token.Length - 16 - SignatureSize))) : null;
    }

    private static SessionHolder HolderOf(string text) => text.LastIndexOf(BySecret) is >= 0 and var mark
        ? new SessionHolder(text[..mark], int.Parse(text.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture))
        : new SessionHolder(text, Secret: null);

    private byte[] Sign(ReadOnlySpan<byte> content) => HMACSHA256.HashData(key, content)[..SignatureSize];
}
