using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Payments.Settings;

/// <summary>A partner's interface and what is agreed beside it.</summary>
/// <typeparam name="TSettings">The interface's settings.</typeparam>
/// <param name="Settings">The interface's settings, valid.</param>
/// <param name="Terms">What is agreed beside it.</param>
public sealed record Configured<TSettings>(TSettings Settings, PartnerTerms Terms)
{
    /// <summary>Shows nothing: settings hold secrets.</summary>
    public override string ToString() => typeof(TSettings).Name;
}

/// <summary>
/// The payment partners of the configuration: section Payments (<c>Payments__Vnpay__TmnCode</c> in the environment). A partner that is not
/// there is not configured; in Development it is the Sandbox's, with the accounts and secrets of the documented test vectors.
/// </summary>
public sealed class PaymentSettings
{
    /// <summary>VNPAY: <c>Payments:Vnpay</c>.</summary>
    public Configured<VnpaySettings>? Vnpay { get; init; }

    /// <summary>VietQR: <c>Payments:VietQr</c>.</summary>
    public Configured<VietQrSettings>? VietQr { get; init; }

    /// <summary>The numbers (BIN) of banks for QR codes, by the codes that agencies use: <c>Payments:VietQr:BankIds</c>, beside the well-known ones.</summary>
    public IReadOnlyDictionary<string, string> BankIds { get; init; } = BankNumbers.WellKnown;

    /// <summary>The banks that speak our form, by code: <c>Payments:Banks:{code}</c>.</summary>
    public IReadOnlyList<ConfiguredBank> Banks { get; init; } = [];

    /// <summary>The payment platform, of which ministries are partners: <c>Payments:Platform</c>.</summary>
    public Configured<PlatformSettings>? Platform { get; init; }

    /// <summary>An older payment platform of which we are a client: <c>Payments:PlatformClient</c>; null unless it is switched on.</summary>
    public Configured<PlatformClientSettings>? PlatformClient { get; init; }

    /// <summary>What Development does otherwise: <c>Payments:Sandbox</c>.</summary>
    public SandboxTerms Sandbox { get; init; } = new();

    /// <summary>What is not configured, to be said at start.</summary>
    public IEnumerable<string> NotConfigured
    {
        get
        {
            if (Vnpay is null) yield return "VNPAY (Payments:Vnpay)";
            if (VietQr is null) yield return "VietQR (Payments:VietQr)";
            if (Banks.Count == 0) yield return "Banks (Payments:Banks)";
            if (Platform is null) yield return "The payment platform for ministries (Payments:Platform)";
        }
    }

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="host">The host's settings.</param>
    /// <exception cref="SettingsException">Something is missing or wrong; the message names every such setting by its full path, and shows none.</exception>
    public static PaymentSettings Read(IConfiguration configuration, HostSettings host)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(host);
        return new PaymentSettingsReader(configuration.GetSection("Payments"), host).Read();
    }
}
