using System.Collections.Frozen;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Payments.Settings;

/// <summary>Reads section Payments, and says of everything that is wrong where it stands.</summary>
internal sealed class PaymentSettingsReader(IConfigurationSection root, HostSettings host)
{
    private const string SandboxSection = "Sandbox";

    private static readonly FrozenSet<string> Sections =
        new[] { "Vnpay", "VietQr", "Banks", "Platform", "PlatformClient" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Names that stand in addresses of ours for somebody else.
    private static readonly FrozenSet<string> Reserved = new[] { "vnpay", "vietqr", "platform" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly SectionReader _sections = new(host.IsDevelopment);

    public PaymentSettings Read()
    {
        foreach (var unknown in root.GetChildren().Where(child => !Sections.Contains(child.Key) && !IsSandbox(child)))
        {
            _sections.Problem(unknown, $"is not known; known are {string.Join(", ", Sections.Order(StringComparer.Ordinal))}.");
        }

        var sandbox = ReadSandbox(root.GetSection(SandboxSection));
        var client = ReadPlatformClient(root.GetSection("PlatformClient"));
        var settings = new PaymentSettings
        {
            Sandbox = sandbox,
            Vnpay = ReadVnpay(root.GetSection("Vnpay")),
            VietQr = ReadVietQr(root.GetSection("VietQr")),
            BankIds = ReadBankIds(root.GetSection("VietQr:BankIds")),
            Banks = ReadBanks(root.GetSection("Banks"), sandbox),
            Platform = ReadPlatform(root.GetSection("Platform"), isClient: client is not null),
            PlatformClient = client,
        };
        if (settings is { PlatformClient: not null, Platform: not null })
        {
            _sections.Problem(
                root.GetSection("PlatformClient"), "cannot be switched on beside Platform: the two roles share /callbacks/platform, and never mix.");
        }

        return _sections.Problems.Count == 0 ? settings : throw new SettingsException(string.Join(Environment.NewLine, _sections.Problems));
    }

    private bool IsSandbox(IConfigurationSection section) =>
        host.IsDevelopment && string.Equals(section.Key, SandboxSection, StringComparison.OrdinalIgnoreCase);

    /// <summary>Outside Development the section is among the unknown ones.</summary>
    private SandboxTerms ReadSandbox(IConfigurationSection section) =>
        host.IsDevelopment ? _sections.Bind(section, new SandboxTerms(), value => value.Validate()) ?? new SandboxTerms() : new SandboxTerms();

    private Configured<VnpaySettings>? ReadVnpay(IConfigurationSection section)
    {
        var terms = new PartnerTerms { Name = "VNPAY", CutOff = TimeSpan.FromHours(24), Statements = "vnpay" };
        if (!section.Exists()) return host.IsDevelopment ? new(SandboxPartners.Vnpay(host), terms) : null;
        var settings = _sections.Bind(section, new VnpaySettings(), value => value.Validate(host.IsDevelopment));
        _sections.MustBe(section, "Partner", settings?.Partner, "vnpay");
        return Both(settings, _sections.Terms(section, terms, hasFiles: true));
    }

    private Configured<VietQrSettings>? ReadVietQr(IConfigurationSection section)
    {
        var terms = new PartnerTerms { Name = "VietQR", Statements = "camt.053" };
        if (!section.Exists()) return host.IsDevelopment ? new(SandboxPartners.VietQr(host), terms) : null;
        var settings = _sections.Bind(section, new VietQrSettings(), value => value.Validate(host.IsDevelopment));
        _sections.MustBe(section, "Partner", settings?.Partner, "vietqr");
        return Both(settings, _sections.Terms(section, terms, hasFiles: true));
    }

    private FrozenDictionary<string, string> ReadBankIds(IConfigurationSection section)
    {
        var all = new Dictionary<string, string>(BankNumbers.WellKnown, StringComparer.OrdinalIgnoreCase);
        foreach (var bank in section.GetChildren())
        {
            if (bank.Value is { } number && BankNumbers.IsNumber(number)) all[bank.Key] = number;
            else _sections.Problem(bank, "is a bank's number of six digits.");
        }

        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private IReadOnlyList<ConfiguredBank> ReadBanks(IConfigurationSection section, SandboxTerms sandbox)
    {
        if (section.Exists()) return [.. section.GetChildren().Select(ReadBank).OfType<ConfiguredBank>()];
        if (!host.IsDevelopment) return [];
        var shared = new ConfiguredBank(SandboxPartners.BankForm(host), new PartnerTerms { Name = "MB", Statements = "mb" }, new TlsSettings());
        // Keys that cannot be are a problem that is named already.
        if (sandbox.BankKeys is not { } folder || sandbox.Validate().Any()) return [shared];
        var signing = SandboxPartners.RsaBankForm(host, folder);
        return [shared, new ConfiguredBank(signing, new PartnerTerms { Name = "MB (RSA)", Statements = "mb" }, new TlsSettings())];
    }

    private ConfiguredBank? ReadBank(IConfigurationSection section)
    {
        var code = section.Key.ToLowerInvariant();
        if (Reserved.Contains(code) || code is not { Length: >= 2 and <= 20 } || !code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            var others = string.Join(", ", Reserved.Order(StringComparer.Ordinal));
            _sections.Problem(section, $"cannot be a bank's code: 2 to 20 letters, digits and hyphens, and none of {others}.");
            return null;
        }

        var settings = _sections.Bind(section, new BankFormSettings { Partner = code }, value => value.Validate(host.IsDevelopment));
        _sections.MustBe(section, "Partner", settings?.Partner, code);
        var tls = _sections.Bind(section, new TlsSettings(), value => value.Validate());
        var terms = _sections.Terms(section, new PartnerTerms { Name = code.ToUpperInvariant() }, hasFiles: true);
        return settings is null || tls is null || terms is null ? null : new ConfiguredBank(settings, terms, tls);
    }

    /// <summary>Who switches the other role on has no Sandbox's ministry beside it.</summary>
    private Configured<PlatformSettings>? ReadPlatform(IConfigurationSection section, bool isClient)
    {
        var terms = new PartnerTerms { Name = "Nền tảng thanh toán", MaxBytes = 256 * 1024 };
        if (!section.Exists()) return host.IsDevelopment && !isClient ? new(SandboxPartners.Platform(host), terms) : null;
        var settings = _sections.Bind(section, new PlatformSettings(), value => value.Validate(host.IsDevelopment));
        if (settings?.Partners.Count == 0) _sections.Problem(section.GetSection("Partners"), "needs a partner.");
        return Both(settings, _sections.Terms(section, terms, hasFiles: false));
    }

    private Configured<PlatformClientSettings>? ReadPlatformClient(IConfigurationSection section)
    {
        if (!section.Exists()) return null;
        // Only switched on, in Development it is the Sandbox's.
        var isSandbox = host.IsDevelopment && section.GetChildren().All(child => child.Key.Equals("Enabled", StringComparison.OrdinalIgnoreCase));
        var own = isSandbox ? SandboxPartners.PlatformClient(host) : new PlatformClientSettings();
        var settings = _sections.Bind(section, own, value => value.Validate(host.IsDevelopment));
        if (settings is { Enabled: false }) return null;
        _sections.MustBe(section, "Partner", settings?.Partner, "platform");
        return Both(settings, _sections.Terms(section, new PartnerTerms { Name = "Nền tảng thanh toán", Statements = "portal-1" }, hasFiles: true));
    }

    private static Configured<TSettings>? Both<TSettings>(TSettings? settings, PartnerTerms? terms)
        where TSettings : class => settings is null || terms is null ? null : new Configured<TSettings>(settings, terms);
}
