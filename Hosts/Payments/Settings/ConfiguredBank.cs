using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DichVuCong.Adapters.Banks.BankForm;

namespace DichVuCong.Payments.Settings;

/// <summary>A bank that speaks our form.</summary>
/// <param name="Settings">The form's settings, valid.</param>
/// <param name="Terms">What is agreed beside it.</param>
/// <param name="Tls">Our certificate, where it asks for mutual TLS.</param>
public sealed record ConfiguredBank(BankFormSettings Settings, PartnerTerms Terms, TlsSettings Tls)
{
    /// <summary>Shows nothing: settings hold secrets.</summary>
    public override string ToString() => Settings.Partner;
}

/// <summary>Our certificate towards a bank: <c>Payments:Banks:{code}:ClientCertificate</c> and <c>ClientKey</c>, both or none.</summary>
public sealed record TlsSettings
{
    /// <summary>The certificate in PEM; none for TLS of the bank's side only.</summary>
    public string? ClientCertificate { get; init; }

    /// <summary>Its private key in PEM. A secret.</summary>
    public string? ClientKey { get; init; }

    /// <summary>The certificate with its key; null for none.</summary>
    /// <exception cref="CryptographicException">They cannot be read, or do not belong together.</exception>
    public X509Certificate2? Certificate() => ClientCertificate is null ? null : X509Certificate2.CreateFromPem(ClientCertificate, ClientKey);

    /// <summary>What is wrong with it, each naming its field; empty when nothing is.</summary>
    public IEnumerable<string> Validate()
    {
        if (ClientCertificate is null && ClientKey is null) yield break;
        if (ClientCertificate is null || ClientKey is null)
        {
            yield return "ClientCertificate and ClientKey belong together.";
            yield break;
        }

        if (!CanBeRead()) yield return "ClientCertificate and ClientKey are no certificate and its key in PEM.";
    }

    /// <summary>Shows nothing: the key is a secret.</summary>
    public override string ToString() => nameof(TlsSettings);

    private bool CanBeRead()
    {
        try
        {
            Certificate()?.Dispose();
            return true;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
