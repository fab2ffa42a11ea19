using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DichVuCong.Banks.Tests.Fakes;

/// <summary>RSA keys made for the tests alone.</summary>
internal static class Certificates
{
    private static readonly Lazy<RSA> Bank = new(() => RSA.Create(2048));
    private static readonly Lazy<RSA> Ours = new(() => RSA.Create(2048));

    public static string BankPrivate => Bank.Value.ExportPkcs8PrivateKeyPem();

    public static string BankPublic => Bank.Value.ExportSubjectPublicKeyInfoPem();

    public static string OurPrivate => Ours.Value.ExportPkcs8PrivateKeyPem();

    public static string OurPublic => Ours.Value.ExportSubjectPublicKeyInfoPem();

    public static string BankCertificate(DateTimeOffset from, DateTimeOffset until)
    {
        var request = new CertificateRequest("CN=Ngan hang mau", Bank.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(from, until);
        return certificate.ExportCertificatePem();
    }
}
