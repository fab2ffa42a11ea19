using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace DichVuCong.Adapters.Email;

/// <summary>Which certificates of the mail server are believed: the machine's authorities, or those of a file.</summary>
internal sealed class ServerTrust(EmailSettings settings)
{
    private readonly X509Certificate2Collection? _authorities = Read(settings.CertificateAuthorityFile);

    /// <summary>The terms of one handshake. The certificate must carry the host's name; there is no setting that skips the check.</summary>
    public SslClientAuthenticationOptions Terms() => new()
    {
        TargetHost = settings.Host,
        CertificateChainPolicy = _authorities is null ? null : PolicyOf(_authorities),
    };

    private static X509ChainPolicy PolicyOf(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // A private authority seldom publishes where a network without the Internet can read it.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    private static X509Certificate2Collection? Read(string? file)
    {
        if (file is null) return null;
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        return authorities.Count > 0 ? authorities : throw new ArgumentException("CertificateAuthorityFile holds no certificate.", nameof(file));
    }
}
