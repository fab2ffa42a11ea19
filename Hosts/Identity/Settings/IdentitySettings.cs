using DichVuCong.Adapters.NationalData.Configuration;
using DichVuCong.Adapters.VNeID.Broker;
using DichVuCong.Adapters.VNeID.Direct;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Identity.Settings;

/// <summary>
/// The sources of identity and what is done with it: section <c>Identity</c> of the configuration (<c>Identity__Vneid__ClientId</c> in the environment).
/// A source that is not there is not configured; in Development it is the Sandbox's.
/// </summary>
public sealed class IdentitySettings
{
    /// <summary>VNeID: <c>Identity:Vneid</c>.</summary>
    public VneidSettings? Vneid { get; init; }

    /// <summary>The portal's broker: <c>Identity:Broker</c>.</summary>
    public BrokerSettings? Broker { get; init; }

    /// <summary>The national service platform: <c>Identity:NationalData</c>.</summary>
    public NationalDataSettings? NationalData { get; init; }

    /// <summary>Prefilled forms: <c>Identity:Prefill</c>.</summary>
    public PrefillSettings Prefill { get; init; } = new();

    /// <summary>Sign-ins: <c>Identity:SignIn</c>.</summary>
    public SignInSettings SignIn { get; init; } = new();

    /// <summary>Tickets: <c>Identity:Tickets</c>.</summary>
    public TicketSettings Tickets { get; init; } = new();

    /// <summary>What is not configured, to be said at start.</summary>
    public IEnumerable<string> NotConfigured
    {
        get
        {
            if (Vneid is null) yield return "VNeID (Identity:Vneid)";
            if (Broker is null) yield return "The portal's broker (Identity:Broker)";
            if (NationalData is null) yield return "The national service platform (Identity:NationalData)";
            if (SignIn.ReturnAddresses.Count == 0) yield return "Where sign-ins return to (Identity:SignIn:ReturnAddresses)";
            if (Tickets.Keys.Count == 0) yield return "Keys of tickets (Identity:Tickets:Keys)";
        }
    }

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="host">The host's settings.</param>
    /// <exception cref="SettingsException">Something is missing or wrong; the message names every such setting by its full path, and shows none.</exception>
    public static IdentitySettings Read(IConfiguration configuration, HostSettings host)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(host);
        return new IdentitySettingsReader(configuration.GetSection("Identity"), host).Read();
    }
}
