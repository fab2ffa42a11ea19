using System.Security.Cryptography;
using System.Text;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.SignIn;

/// <summary>
/// VNeID's encryption (D2), for the key of development: written apart from the adapter's, so that one can be checked against the other.
/// </summary>
internal sealed class VneidEnvelope : IDisposable
{
    /// <summary>The public half of the Gateway's key of development.</summary>
    private const string GatewayKey =
        """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAl7libhjRSzxW3tuc7fw+
        RDvNo8Lg7TZNLvA3anTkvVkvFPb8ycPpt4eaNnKpkzNFNB+qxCeOiunyoYjPr1X4
        rlpR+eGVE2ncS5GkKLwvqxIn1EKFi9/1TvL0+grcoV36pY6eJkDpebRITlPsVVg5
        DFcvzj25lI9UTgrP1gYKqjG0yQDo1gfDaYonlMeIXzkFXGJC4fKSzAaA3jPy/ugK
        itYE+fdqiXSicTEXyBJx6UkuoJ93LS1n6QzcAqxYLvId7IzGXWvTsW+4ZbuoYmap
        PWZh3nQtgkiwmWWZWDnW8zbtsYqjBjK8Fo2hyHzpdOs5myJ5v/UQKN++xfmI3Ynb
        XQIDAQAB
        -----END PUBLIC KEY-----
        """;

    private readonly RSA _gateway = RSA.Create();
    private readonly RSA _somebody = RSA.Create(2048);
    private readonly Lock _gate = new();

    public VneidEnvelope() => _gateway.ImportFromPem(GatewayKey);

    /// <summary>Encrypts a text.</summary>
    public (string Data, string Key) Seal(string text, FaultKind? fault = null)
    {
        using var aes = Aes.Create();
        aes.KeySize = 128;
        aes.GenerateKey();
        var data = aes.EncryptEcb(Encoding.UTF8.GetBytes(text), PaddingMode.PKCS7);
        if (fault == FaultKind.Tampered) data[data.Length / 2] ^= 0x40;
        lock (_gate)
        {
            var key = (fault == FaultKind.WrongKey ? _somebody : _gateway).Encrypt(aes.Key, RSAEncryptionPadding.Pkcs1);
            return (Convert.ToBase64String(data), Convert.ToBase64String(key));
        }
    }

    public void Dispose()
    {
        _gateway.Dispose();
        _somebody.Dispose();
    }
}
