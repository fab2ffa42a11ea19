using System.Collections.Frozen;
using DichVuCong.Adapters.NationalData.Configuration;
using DichVuCong.Adapters.VNeID.Broker;
using DichVuCong.Adapters.VNeID.Direct;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Identity.Settings;

/// <summary>Reads section Identity, and says of everything that is wrong where it stands.</summary>
internal sealed class IdentitySettingsReader(IConfigurationSection root, HostSettings host)
{
    private static readonly FrozenSet<string> Sections =
        new[] { "Vneid", "Broker", "NationalData", "Prefill", "SignIn", "Tickets" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly List<string> _problems = [];

    public IdentitySettings Read()
    {
        foreach (var unknown in root.GetChildren().Where(child => !Sections.Contains(child.Key)))
        {
            _problems.Add($"{unknown.Path} is not known; known are {string.Join(", ", Sections.Order(StringComparer.Ordinal))}.");
        }

        var settings = new IdentitySettings
        {
            Vneid = Source(
                "Vneid", new VneidSettings(), () => VneidSettings.Development(SandboxIdentity.AddressOf(host), SandboxIdentity.CallbackOf(host, VneidProvider.SourceName)),
                value => value.Validate(host.IsDevelopment)),
            Broker = Source(
                "Broker", new BrokerSettings(), () => BrokerSettings.Development(SandboxIdentity.AddressOf(host), SandboxIdentity.CallbackOf(host, BrokerProvider.SourceName)),
                value => value.Validate(host.IsDevelopment)),
            NationalData = Source(
                "NationalData", new NationalDataSettings(), () => NationalDataSettings.Development(SandboxIdentity.AddressOf(host)), value => value.Validate(host.IsDevelopment)),
            Prefill = Bind(root.GetSection("Prefill"), new PrefillSettings(), value => value.Validate()) ?? new PrefillSettings(),
            SignIn = ReadSignIn(),
            Tickets = ReadTickets(),
        };
        return _problems.Count == 0 ? settings : throw new SettingsException(string.Join(Environment.NewLine, _problems));
    }

    /// <summary>A source: as the section says, in Development over what the Sandbox's has; without a section the Sandbox's there, and elsewhere none.</summary>
    private T? Source<T>(string name, T empty, Func<T> sandbox, Func<T, IEnumerable<string>> validate)
        where T : class =>
        root.GetSection(name) is var section && section.Exists() ? Bind(section, host.IsDevelopment ? sandbox() : empty, validate) : host.IsDevelopment ? sandbox() : null;

    private SignInSettings ReadSignIn()
    {
        var settings = Bind(root.GetSection("SignIn"), new SignInSettings(), value => value.Validate(host.IsDevelopment)) ?? new SignInSettings();
        return host.IsDevelopment && settings.ReturnAddresses.Count == 0 ? settings with { ReturnAddresses = [SandboxIdentity.PortalPage(host)] } : settings;
    }

    private TicketSettings ReadTickets()
    {
        var settings = Bind(root.GetSection("Tickets"), new TicketSettings(), value => value.Validate(host.IsDevelopment)) ?? new TicketSettings();
        return host.IsDevelopment && settings.Keys.Count == 0
            ? settings with { Keys = [new TicketKeySetting { KeyId = "development", Pem = TicketKeySetting.Development }] }
            : settings;
    }

    private T? Bind<T>(IConfigurationSection section, T settings, Func<T, IEnumerable<string>> validate)
        where T : class
    {
        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException)
        {
            // The binder's message repeats the value.
            _problems.Add($"{section.Path} has a value that cannot be read as what it must be.");
            return null;
        }

        _problems.AddRange(validate(settings).Select(problem => $"{section.Path}:{problem}"));
        return settings;
    }
}
