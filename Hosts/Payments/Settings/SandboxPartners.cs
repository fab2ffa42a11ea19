using System.Security.Cryptography;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Registries.Settings;

namespace DichVuCong.Payments.Settings;

/// <summary>
/// Development's partners: the Sandbox's, under <c>/banks/{code}/</c> of its address, and its ministry under <c>/ministries/{MaDoiTac}/</c>.
/// </summary>
public static class SandboxPartners
{
    /// <summary>The simulated bank that speaks our form.</summary>
    public const string Bank = "mb";

    /// <summary>The simulated bank that speaks our form and signs with RSA.</summary>
    public const string RsaBank = "mbrsa";

    /// <summary>The name of the bank's development key.</summary>
    internal const string BankKey = "bank";

    /// <summary>The name of our development key.</summary>
    internal const string PortalKey = "portal";

    /// <summary>Where payers come back to: the Gateway.</summary>
    public const string ReturnPath = "payments/return";

    /// <summary>VNPAY.</summary>
    public static VnpaySettings Vnpay(HostSettings host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return VnpaySettings.Development(BaseOf(host, "vnpay"), new Uri(host.PublicUrl, ReturnPath));
    }

    /// <summary>VietQR.</summary>
    public static VietQrSettings VietQr(HostSettings host) => VietQrSettings.Development(BaseOf(host, "vietqr"));

    /// <summary>The bank.</summary>
    public static BankFormSettings BankForm(HostSettings host) => BankFormSettings.Development(Bank, BaseOf(host, Bank));

    /// <summary>The bank that signs with RSA, with the keys that the Sandbox drew and left in a folder: a private key in public would be none.</summary>
    /// <param name="host">The host's settings.</param>
    /// <param name="keys">The folder.</param>
    public static BankFormSettings RsaBankForm(HostSettings host, string keys)
    {
        using var bank = RSA.Create();
        bank.ImportFromPem(File.ReadAllText(KeyFile(keys, BankKey)));
        return new BankFormSettings
        {
            Partner = RsaBank,
            ApiUrl = BaseOf(host, RsaBank),
            Certificates = [new CertificateSetting { KeyId = $"{BankKey}-development", Pem = bank.ExportSubjectPublicKeyInfoPem() }],
            SigningKeys = [new PrivateKeySetting { KeyId = $"{PortalKey}-development", Pem = File.ReadAllText(KeyFile(keys, PortalKey)) }],
        };
    }

    /// <summary>The file of one of the development keys, as the Sandbox names it.</summary>
    internal static string KeyFile(string folder, string name) => Path.Combine(folder, $"development-{name}.key.pem");

    /// <summary>The platform, with one ministry.</summary>
    public static PlatformSettings Platform(HostSettings host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return PlatformSettings.Development with
        {
            Partners =
            [
                .. PlatformSettings.Development.Partners.Select(partner => partner with
                {
                    CallbackUrl = new Uri($"http://127.0.0.1:{host.SandboxPort}/ministries/{partner.MaDoiTac}/callback"),
                }),
            ],
        };
    }

    /// <summary>The older platform of which we are a client, where that role is switched on (<c>Payments:PlatformClient:Enabled</c>).</summary>
    public static PlatformClientSettings PlatformClient(HostSettings host) => new()
    {
        InitUrl = new Uri(BaseOf(host, "platform"), "init"),
        QueryUrl = new Uri(BaseOf(host, "platform"), "query"),
        MaDoiTac = DevelopmentDefaults.PlatformPartner,
        Secrets = [new SecretSetting { KeyId = "development", Secret = DevelopmentDefaults.PlatformSecret }],
    };

    private static Uri BaseOf(HostSettings host, string partner)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new Uri($"http://127.0.0.1:{host.SandboxPort}/banks/{partner}/");
    }
}
