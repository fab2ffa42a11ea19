using System.Security.Cryptography;

namespace DichVuCong.Adapters.VNeID.Configuration;

/// <summary>
/// One of our private keys, under whose public half VNeID wraps the key of an answer. While one follows another both open, so that neither side
/// has to change at one instant.
/// </summary>
public sealed record EnvelopeKeySetting
{
    /// <summary>The fewest bits of a key.</summary>
    internal const int LeastBits = 2048;

    /// <summary>Its name, for people. Required, unique.</summary>
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

    /// <summary>What is wrong with a list of keys.</summary>
    internal static IEnumerable<string> Problems(string name, IReadOnlyList<EnvelopeKeySetting> keys, bool isDevelopment)
    {
        if (keys.Count == 0) yield return $"{name} needs a key.";
        if (keys.Any(key => string.IsNullOrWhiteSpace(key.KeyId))) yield return $"{name}: every key needs a KeyId.";
        if (keys.DistinctBy(key => key.KeyId, StringComparer.Ordinal).Count() < keys.Count) yield return $"{name}: two keys have the same KeyId.";
        foreach (var key in keys)
        {
            if (!isDevelopment && DevelopmentDefaults.Has(key.Pem)) yield return DevelopmentDefaults.Refusal($"{name}:{key.KeyId}");
            if (key.ValidUntil <= key.ValidFrom) yield return $"{name}:{key.KeyId} ends before it begins.";
            if (!CanBeRead(key.Pem)) yield return $"{name}:{key.KeyId} is no private RSA key of {LeastBits} bits or more in PEM.";
        }
    }

    private static bool CanBeRead(string pem)
    {
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return rsa.KeySize >= LeastBits && rsa.ExportParameters(includePrivateParameters: true).D is not null;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}
