using System.Buffers.Text;
using System.Security.Cryptography;
using DichVuCong.Identity.Settings;

namespace DichVuCong.Gateway.Identity.HandOvers;

/// <summary>
/// The keys of tickets. Signed is with the oldest that counts, which every host knows for certain; believed is every key that counted when the ticket
/// was issued, and a ticket lives a minute, so that one of yesterday's keys is worth nothing.
/// </summary>
internal sealed class TicketKeys : IDisposable
{
    private readonly (TicketKeySetting Setting, ECDsa Key)[] _keys;
    private readonly Lock _gate = new();

    public TicketKeys(IdentitySettings settings) => _keys =
        [.. settings.Tickets.Keys.OrderBy(key => key.ValidFrom ?? DateTimeOffset.MinValue).Select(key => (key, Import(key.Pem)))];

    /// <summary>Signs a ticket; null when no key counts.</summary>
    public (string KeyId, string Text)? Sign(TicketClaims claims, DateTimeOffset now)
    {
        foreach (var (setting, key) in _keys)
        {
            if (setting.Counts(now)) return (setting.KeyId, TicketText.Write(claims, setting.KeyId, bytes => Locked(() => key.SignData(bytes, HashAlgorithmName.SHA256))));
        }

        return null;
    }

    /// <summary>Reads a ticket; null when it is none of ours.</summary>
    public TicketClaims? Read(string? text) => TicketText.Read(text, Verify);

    /// <summary>The public halves, for systems that look at a ticket before they present it (RFC 7517).</summary>
    public IReadOnlyList<TicketKeyView> Public(DateTimeOffset now) =>
    [
        .. _keys.Where(key => key.Setting.ValidUntil is not { } until || now < until).Select(key =>
        {
            var point = Locked(() => key.Key.ExportParameters(includePrivateParameters: false)).Q;
            return new TicketKeyView("EC", "P-256", "sig", "ES256", key.Setting.KeyId, Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        }),
    ];

    public void Dispose()
    {
        foreach (var (_, key) in _keys) key.Dispose();
    }

    private bool Verify(string keyId, DateTimeOffset issuedAt, byte[] content, byte[] signature)
    {
        foreach (var (setting, key) in _keys)
        {
            if (setting.KeyId == keyId && setting.Counts(issuedAt)) return Locked(() => key.VerifyData(content, signature, HashAlgorithmName.SHA256));
        }

        return false;
    }

    // The objects are not safe to share, and hand-overs are rare enough to take turns.
    private T Locked<T>(Func<T> use)
    {
        lock (_gate) return use();
    }

    private static ECDsa Import(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key;
    }
}

/// <summary>A public key.</summary>
internal sealed record TicketKeyView(string Kty, string Crv, string Use, string Alg, string Kid, string X, string Y);
