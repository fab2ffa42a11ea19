using System.Security.Cryptography;

namespace DichVuCong.Identity.Settings;

/// <summary>
/// A key with which tickets are signed (ECDSA, P-256). While one follows another both count, so that a ticket that was signed a moment before the
/// change is taken, and so that no two hosts have to change at one instant.
/// </summary>
public sealed record TicketKeySetting
{
    /// <summary>
    /// The key of development: it is in public, so it signs nothing that anybody may believe, and is refused outside Development.
    /// </summary>
    public const string Development =
        """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgYpvLIsBwuoEawaHe
        +S+x6bakINk2K2SXIWzsPn1odfWhRANCAATnrqe2i3DlUvJV+vOtjSR4BlrYnUBr
        FqG6QXoUOFx5Pr7nBL42z0R6ElNK+EAJQrFcy483+5OKZWNG2dvLWq55
        -----END PRIVATE KEY-----
        """;

    private const int Bits = 256;

    /// <summary>The key's name, as tickets carry it. Required, unique.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>The private key in PEM. Required; a secret.</summary>
    public string Pem { get; init; } = "";

    /// <summary>From when it counts; none for always.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when it counts, this instant excluded; none for ever.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Whether it counts at an instant.</summary>
    public bool Counts(DateTimeOffset now) => (ValidFrom is not { } from || from <= now) && (ValidUntil is not { } until || now < until);

    /// <inheritdoc/>
    public override string ToString() => $"key {KeyId}";

    internal static IEnumerable<string> Problems(IReadOnlyList<TicketKeySetting> keys, bool isDevelopment)
    {
        if (keys.Any(key => string.IsNullOrWhiteSpace(key.KeyId) || key.KeyId.Length > 50)) yield return "Keys: every key needs a KeyId of at most 50 letters.";
        if (keys.DistinctBy(key => key.KeyId, StringComparer.Ordinal).Count() < keys.Count) yield return "Keys: two keys have the same KeyId.";
        foreach (var key in keys)
        {
            if (key.ValidUntil <= key.ValidFrom) yield return $"Keys:{key.KeyId} ends before it begins.";
            if (!isDevelopment && Bare(key.Pem) == Bare(Development)) yield return $"Keys:{key.KeyId} is that of development, which is refused outside Development.";
            if (!CanBeRead(key.Pem)) yield return $"Keys:{key.KeyId} is no private key of the curve P-256 in PEM.";
        }
    }

    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static bool CanBeRead(string pem)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            return key.KeySize == Bits && key.ExportParameters(includePrivateParameters: true).D is not null;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}
