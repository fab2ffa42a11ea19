using DichVuCong.Registries.Settings;

namespace DichVuCong.Identity.Settings;

/// <summary>Development's sources: the Sandbox's.</summary>
public static class SandboxIdentity
{
    /// <summary>The Sandbox's address.</summary>
    public static Uri AddressOf(HostSettings host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new Uri($"http://127.0.0.1:{host.SandboxPort}/");
    }

    /// <summary>Where people come back to from a source.</summary>
    public static Uri CallbackOf(HostSettings host, string source)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new Uri(host.PublicUrl, $"sign-in/{source}/callback");
    }

    /// <summary>Where the simulated portal takes people back.</summary>
    public static string PortalPage(HostSettings host) => new Uri(AddressOf(host), "portal/signed-in").AbsoluteUri;
}
