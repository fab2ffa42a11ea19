using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>Signs and verifies raw bodies, in the variant agreed with a bank. Also what a simulated bank signs with.</summary>
public abstract class BodySignatures
{
    // An RSA signature of 8192 bits in Base64; anything longer is none.
    private const int MaxSignature = 1400;

    /// <summary>The variant of the settings.</summary>
    /// <param name="settings">The settings, valid.</param>
    public static BodySignatures Of(BankFormSettings settings) => settings.Signature is BankSignature.Rsa
        ? OfRsa(settings.Certificates.Select(setting => setting.ToKey()), settings.SigningKeys.Select(setting => setting.ToKey()))
        : OfHmac(settings.Secrets.Select(setting => setting.ToKey()));

    /// <summary>SHA256withRSA.</summary>
    /// <param name="theirs">The keys that the other side signs with.</param>
    /// <param name="ours">The keys that this side signs with.</param>
    public static BodySignatures OfRsa(IEnumerable<RsaVerifyingKey> theirs, IEnumerable<RsaSigningKey> ours) => new Rsa(new(theirs), new(ours));

    /// <summary>HMAC-SHA256.</summary>
    /// <param name="shared">The secrets of both sides.</param>
    public static BodySignatures OfHmac(IEnumerable<SecretKey> shared) => new Hmac(new(shared));

    /// <summary>Signs a body; null when no key counts at that instant.</summary>
    public abstract BodySignature? Sign(ReadOnlyMemory<byte> body, DateTimeOffset now);

    /// <summary>Whether a signature is the other side's over that body.</summary>
    public bool Verifies(string? keyId, string? signature, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        keyId is not null && signature is { Length: > 0 and <= MaxSignature } && Fits(keyId, signature, body, now);

    private protected abstract bool Fits(string keyId, string signature, ReadOnlyMemory<byte> body, DateTimeOffset now);

    private sealed class Rsa(KeyRing<RsaVerifyingKey> theirs, KeyRing<RsaSigningKey> ours) : BodySignatures
    {
        public override BodySignature? Sign(ReadOnlyMemory<byte> body, DateTimeOffset now) =>
            ours.ToSignAt(now) is { } key ? new BodySignature(key.KeyId, Convert.ToBase64String(key.Sign(body))) : null;

        private protected override bool Fits(string keyId, string signature, ReadOnlyMemory<byte> body, DateTimeOffset now)
        {
            var bytes = new byte[signature.Length];
            return Convert.TryFromBase64String(signature, bytes, out var length)
                && theirs.Find(keyId, now) is { } key
                && key.Verifies(body, bytes.AsMemory(0, length));
        }
    }

    private sealed class Hmac(KeyRing<SecretKey> shared) : BodySignatures
    {
        public override BodySignature? Sign(ReadOnlyMemory<byte> body, DateTimeOffset now) =>
            shared.ToSignAt(now) is { } key ? new BodySignature(key.KeyId, Convert.ToBase64String(key.HmacSha256(body.Span))) : null;

        private protected override bool Fits(string keyId, string signature, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
            shared.Find(keyId, now) is { } key && ConstantTime.Base64Equals(signature, key.HmacSha256(body.Span));
    }
}
