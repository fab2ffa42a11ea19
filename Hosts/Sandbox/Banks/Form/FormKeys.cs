using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Sandbox.Banks.Form;

/// <summary>How a bank of the portal's form signs raw bodies, and whose signatures it takes.</summary>
internal abstract class FormKeys
{
    /// <summary>The name of the key that the bank signs with.</summary>
    public abstract string KeyId { get; }

    /// <summary>The bank's signature in Base64.</summary>
    public abstract string Sign(byte[] body);

    /// <summary>Whether a signature is the portal's.</summary>
    public abstract bool IsPortals(string keyId, string signature, byte[] body);

    /// <summary>What the portal is to be configured with; DEVELOPMENT ONLY.</summary>
    public abstract object Shown();

    /// <summary>Reads Base64; null when it is none.</summary>
    protected static byte[]? Bytes(string signature)
    {
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length) ? bytes[..length] : null;
    }
}

/// <summary>HMAC-SHA256 with the shared secret of development.</summary>
internal sealed class SharedFormKeys : FormKeys
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(BankNames.DevBankSecret);

    /// <inheritdoc/>
    public override string KeyId => "development";

    /// <inheritdoc/>
    public override string Sign(byte[] body) => Convert.ToBase64String(HMACSHA256.HashData(Secret, body));

    /// <inheritdoc/>
    public override bool IsPortals(string keyId, string signature, byte[] body) =>
        keyId == KeyId && Bytes(signature) is { } bytes && CryptographicOperations.FixedTimeEquals(bytes, HMACSHA256.HashData(Secret, body));

    /// <inheritdoc/>
    public override object Shown() => new { signature = "HMAC-SHA256", keyId = KeyId, secret = BankNames.DevBankSecret };
}

/// <summary>
/// SHA256withRSA, PKCS #1 v1.5. The two pairs, the bank's and the portal's, are drawn when the sandbox starts, or are those that an earlier
/// one left beside its state: nothing secret is shipped, and what is shown is good for development only.
/// </summary>
internal sealed class RsaFormKeys : FormKeys, IDisposable
{
    private const string PortalKeyId = "portal-development";
    private const int Bits = 2048;

    private readonly RSA _bank;
    private readonly RSA _portal;

    /// <summary>Reads the pairs of a folder, or draws them and leaves them there.</summary>
    /// <param name="folder">The folder; null to keep them in memory.</param>
    public RsaFormKeys(string? folder) => (_bank, _portal) = (Pair(folder, "bank"), Pair(folder, "portal"));

    /// <inheritdoc/>
    public override string KeyId => "bank-development";

    /// <inheritdoc/>
    public override string Sign(byte[] body) => Convert.ToBase64String(_bank.SignData(body, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <inheritdoc/>
    public override bool IsPortals(string keyId, string signature, byte[] body) =>
        keyId == PortalKeyId && Bytes(signature) is { } bytes && _portal.VerifyData(body, bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <inheritdoc/>
    public override object Shown() => new
    {
        signature = "SHA256withRSA",
        bankKeyId = KeyId,
        bankPublicKey = _bank.ExportSubjectPublicKeyInfoPem(),
        portalKeyId = PortalKeyId,
        portalPrivateKey = _portal.ExportPkcs8PrivateKeyPem(),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _bank.Dispose();
        _portal.Dispose();
    }

    private static RSA Pair(string? folder, string name)
    {
        var key = RSA.Create(Bits);
        if (folder is null) return key;
        var path = Path.Combine(folder, $"development-{name}.key.pem");
        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
            return key;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(path, key.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return key;
    }
}
