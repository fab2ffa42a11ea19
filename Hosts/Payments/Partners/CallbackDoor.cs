using System.Net;
using DichVuCong.Payments.Settings;

namespace DichVuCong.Payments.Partners;

/// <summary>What of a partner's calls is taken, before anything of them is read.</summary>
/// <param name="Networks">From where.</param>
/// <param name="MaxBytes">How large, query and body together.</param>
/// <param name="CallsPerSecond">How many in a second, on average.</param>
public sealed record CallbackDoor(IReadOnlyList<IPNetwork> Networks, int MaxBytes, double CallsPerSecond)
{
    /// <summary>Whether a call from that address is taken.</summary>
    public bool Takes(IPAddress? caller)
    {
        if (caller is null) return false;
        var address = caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller;
        return Networks.Any(network => network.Contains(address));
    }

    internal static CallbackDoor Of(PartnerTerms terms) => new(terms.AllowedNetworks(), terms.MaxBytes, terms.CallbacksPerSecond);
}
