using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DichVuCong.Notices.Tests.Email;

/// <summary>A certificate that signed itself, made for one test, and the file that says it may be believed.</summary>
internal sealed class ServerCertificate : IDisposable
{
    public ServerCertificate(string host = "localhost")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        // TLS looks at the machine's clock, not at ours: valid whenever the test runs.
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Certificate = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
        File = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.pem");
        System.IO.File.WriteAllText(File, certificate.ExportCertificatePem());
    }

    public X509Certificate2 Certificate { get; }

    public string File { get; }

    public void Dispose()
    {
        Certificate.Dispose();
        System.IO.File.Delete(File);
    }
}
