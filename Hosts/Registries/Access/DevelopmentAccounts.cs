using System.Net;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Registries.Access;

/// <summary>
/// The accounts of development: their secrets are public. Every body that runs a one-stop system, and every unit with a code of the old form,
/// logs in by each of its codes with <c>dev-</c> and the code; the portal and the coordination system carry <c>dev-portal</c> and
/// <c>dev-coordination</c>. Gateways refuse all of them outside Development.
/// </summary>
public static class DevelopmentAccounts
{
    /// <summary>Public secrets gain nothing from a slow hash, and a fresh checkout makes some two hundred.</summary>
    private const int Iterations = 1000;

    private static readonly IReadOnlyList<IPNetwork> Loopback = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>The accounts for a catalogue.</summary>
    public static IReadOnlyList<Account> Of(CatalogueData catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var agencies = catalogue.Agencies.ToDictionary(agency => agency.Code);
        var systems = catalogue.Systems.ToDictionary(system => system.Owner, system => system.Code);
        var aliases = catalogue.AgencyAliases.ToLookup(alias => alias.Agency, alias => alias.Code);
        var accounts = new Dictionary<string, Account>(StringComparer.Ordinal);
        foreach (var agency in catalogue.Agencies)
        {
            var isBody = agency.Parent is null;
            if (!isBody && !aliases.Contains(agency.Code)) continue;
            if (SystemOf(agency, agencies, systems) is not { } system) continue;
            foreach (var code in aliases[agency.Code].Prepend(agency.Code)) accounts.TryAdd(code.Value, Of(code.Value, system));
        }

        return
        [
            .. accounts.Values,
            WithToken("portal", AccountKind.Portal, "dev-portal"),
            WithToken("coordination", AccountKind.Coordination, "dev-coordination"),
            WithToken("operator", AccountKind.Operator, "dev-operator"),
        ];
    }

    private static Account Of(string code, string system) => new(
        code, AccountKind.OneStop, system, PasswordHash.Of($"dev-{code}", Iterations), AccountStore.HashOf($"dev-{code}"), Loopback, IsDevelopment: true);

    private static Account WithToken(string name, AccountKind kind, string token) =>
        new(name, kind, System: null, PasswordHash: null, AccountStore.HashOf(token), [], IsDevelopment: true);

    private static string? SystemOf(Agency agency, Dictionary<AgencyCode, Agency> agencies, Dictionary<AgencyCode, string> systems)
    {
        for (var at = agency; at is not null; at = at.Parent is { } parent ? agencies.GetValueOrDefault(parent) : null)
        {
            if (systems.TryGetValue(at.Code, out var system)) return system;
        }

        return null;
    }
}
