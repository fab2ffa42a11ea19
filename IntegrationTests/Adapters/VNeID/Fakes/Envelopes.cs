using System.Security.Cryptography;
using System.Text;
using DichVuCong.Adapters.VNeID.Configuration;

namespace DichVuCong.VNeID.Tests.Fakes;

/// <summary>Envelopes as VNeID makes them, and three that another program made: stub and adapter are both checked against it.</summary>
internal static class Envelopes
{
    /// <summary>The claims of the vector.</summary>
    public const string VectorClaims =
        """{"citizenPid":"001090000001","fullName":"Nguyễn Văn An","birthDate":"19900115","accountType":"1","accountLevel":"2"}""";

    /// <summary>openssl enc -aes-128-ecb -K 000102030405060708090a0b0c0d0e0f of the claims.</summary>
    public const string VectorData = "3kmrGmb+u9WcBWaoK1zc+w3yaIRdTSoUaUQfGISHQxn8NOwRmGols6T/lqabW/+OhDKF2zLA9mU2v8qYNIrz24c34lnoyIi4JjOAGOCSpuVvCQ2m7u44+NH8Esb3TbWaszAjfzznJoYRLYF9I5RMCrdVlrp4kg+ns6opwYKtv7Y=";

    /// <summary>openssl pkeyutl -encrypt -pkeyopt rsa_padding_mode:pkcs1 of that key under the public half of the development key.</summary>
    public const string VectorKey =
        "D684tJDy7Md6JSXS1nYvHtuw7BnrH0VZDkqj1GVMZQ9V0cZ9iDjEvUPJdt1okTRglD2Z5J05oNCbhCkcr6tOWC3eHS6YStbuzvuEVkLOJEbzjygilH2o2rxa"
        + "qafzVjljfqtwmtIoSnO+XhJVm4uqjxlEiASEQTrpLoDSXuz0BhPFOskrx6Y86PtZoSLLOmt1GkdC+Mf/jK/wGiXcOUl3Pd3Fb9nf5Nq3VoAin5zIXyqev1yk"
        + "q+Lcb5b0jsvHuUNUzfWcMIUETxNT53tbCH6lQKa9JGd0L2BaukSYeffQcnmKnWYy4+d4FXgzwUMf4pDhb5VpkFsJjlReiF4sDXlEFg==";

    /// <summary>The same for the text code-of-the-vector.</summary>
    public const string VectorCode = "RxYp9d8iU8xhGP555LehJ8VjAoNUcKMr7q8KSK35ed4=";

    /// <summary>The vector as VNeID would answer it.</summary>
    public static string Vector => $$"""{"data":"{{VectorData}}","key":"{{VectorKey}}"}""";

    /// <summary>An answer in an envelope.</summary>
    public static string Of(string json, string? pem = null, int keyBytes = 32)
    {
        var (data, key) = Seal(Encoding.UTF8.GetBytes(json), pem, keyBytes);
        return $$"""{"data":"{{data}}","key":"{{key}}"}""";
    }

    /// <summary>The two texts of an envelope.</summary>
    public static (string Data, string Key) Seal(byte[] plain, string? pem = null, int keyBytes = 32)
    {
        using var aes = Aes.Create();
        aes.KeySize = keyBytes * 8;
        aes.GenerateKey();
        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem ?? DevelopmentDefaults.EnvelopeKey);
        return (Convert.ToBase64String(aes.EncryptEcb(plain, PaddingMode.PKCS7)), Convert.ToBase64String(rsa.Encrypt(aes.Key, RSAEncryptionPadding.Pkcs1)));
    }

    /// <summary>A key of its own.</summary>
    public static string NewKey(int bits = 2048)
    {
        using var rsa = RSA.Create(bits);
        return rsa.ExportPkcs8PrivateKeyPem();
    }
}
