using System.Security.Cryptography;
using DichVuCong.Adapters.VNeID.Configuration;

namespace DichVuCong.Adapters.VNeID.Envelope;

/// <summary>Our private keys, the newest first: what was wrapped under one that has just been followed by another still opens.</summary>
public sealed class EnvelopeKeys : IDisposable
{
    private readonly (EnvelopeKeySetting Setting, RSA Key)[] _keys;
    private readonly Lock _gate = new();

    /// <summary>Reads them.</summary>
    /// <param name="settings">The keys, valid.</param>
    public EnvelopeKeys(IEnumerable<EnvelopeKeySetting> settings) =>
        _keys = [.. settings.OrderByDescending(key => key.ValidFrom ?? DateTimeOffset.MinValue).Select(key => (key, Import(key.Pem)))];

    /// <summary>
    /// What each key that counts at an instant makes of a wrapped key. Where unwrapping fails there stands a drawn key in its place, and all goes on
    /// as if it had not failed: whoever sends us forged envelopes learns nothing from how we answer (PKCS #1 v1.5 is open to that).
    /// </summary>
    internal IEnumerable<byte[]> Unwrap(byte[] wrapped, DateTimeOffset now)
    {
        foreach (var (setting, key) in _keys)
        {
            if (!setting.Counts(now)) continue;
            yield return TryUnwrap(key, wrapped) is { Length: 16 or 24 or 32 } unwrapped ? unwrapped : RandomNumberGenerator.GetBytes(32);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, key) in _keys) key.Dispose();
    }

    private byte[]? TryUnwrap(RSA key, byte[] wrapped)
    {
        try
        {
            // The objects are not safe to share; sign-ins are rare enough to take turns.
            lock (_gate) return key.Decrypt(wrapped, RSAEncryptionPadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static RSA Import(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa;
    }
}
