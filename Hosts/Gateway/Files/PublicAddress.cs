using System.Net;
using System.Net.Sockets;

namespace DichVuCong.Gateway.Files;

/// <summary>Which addresses lie on the open internet, and which inside some network or machine, where a link from outside has no business.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Private =
    [
        .. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "198.18.0.0/15", "192.0.0.0/24", "fc00::/7", "fec0::/10" }.Select(IPNetwork.Parse),
    ];

    // Never a host of files, whatever the list says: this machine, link-local (cloud metadata), multicast, reserved, and the forms of
    // IPv6 in which an IPv4 address could hide.
    private static readonly IPNetwork[] Never =
    [
        .. new[]
        {
            "0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "fe80::/10", "ff00::/8",
            "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether an address may be connected to.</summary>
    /// <param name="address">The address that the host's name stands for.</param>
    /// <param name="isNamed">Whether the host itself, not only a name above it, is on the list: it may lie in a private network then.</param>
    /// <param name="loopback">Whether this machine is allowed: in Development.</param>
    public static bool Allows(IPAddress address, bool isNamed, bool loopback)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain)) return loopback;
        if (plain.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6) || Array.Exists(Never, network => network.Contains(plain))) return false;
        return isNamed || !Array.Exists(Private, network => network.Contains(plain));
    }
}
