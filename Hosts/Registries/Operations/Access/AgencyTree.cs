using System.Collections.Frozen;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Hosting;

namespace DichVuCong.Registries.Operations.Access;

/// <summary>Which agency is below which, as the catalogue in use says. Codes of both generations mean the same agency.</summary>
public sealed class AgencyTree : ICatalogueUser
{
    /// <summary>A catalogue that went in a circle would be refused by its table; the bound keeps a bad one from hanging a page.</summary>
    private const int MostLevels = 32;

    private volatile Branches? _branches;

    /// <inheritdoc/>
    public Task UseAsync(CatalogueData data, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        _branches = Branches.Of(data);
        return Task.CompletedTask;
    }

    /// <summary>Whether the catalogue has such an agency, under this code or as an alias.</summary>
    /// <exception cref="NotReadyException">No catalogue is in use yet.</exception>
    public bool Knows(AgencyCode agency) => Current.Nodes.ContainsKey(Current.Canonical(agency.Value));

    /// <summary>Whether an agency is <paramref name="top"/> or below it. A code that the catalogue lacks is below nothing.</summary>
    /// <exception cref="NotReadyException">No catalogue is in use yet.</exception>
    public bool IsWithin(string agency, AgencyCode top)
    {
        var branches = Current;
        var (at, end) = (branches.Canonical(agency), branches.Canonical(top.Value));
        for (var steps = 0; steps < MostLevels && branches.Nodes.TryGetValue(at, out var parent); steps++)
        {
            if (at == end) return true;
            if (parent is null) return false;
            at = parent;
        }

        return false;
    }

    /// <summary>The codes of an agency and everything below it, aliases included: what a query of a limited operator is restricted to.</summary>
    /// <exception cref="NotReadyException">No catalogue is in use yet.</exception>
    public IReadOnlyList<string> CodesWithin(AgencyCode top)
    {
        var branches = Current;
        return
        [
            .. branches.Nodes.Keys.Where(code => IsWithin(code, top)),
            .. branches.Aliases.Where(alias => IsWithin(alias.Value, top)).Select(alias => alias.Key),
        ];
    }

    /// <summary>The ministry or province that an agency is, or belongs to. A code that the catalogue lacks stands for itself.</summary>
    /// <exception cref="NotReadyException">No catalogue is in use yet.</exception>
    public string TopOf(string agency)
    {
        var branches = Current;
        var at = branches.Canonical(agency);
        for (var steps = 0; steps < MostLevels && branches.Nodes.GetValueOrDefault(at) is { } parent; steps++) at = parent;
        return at;
    }

    private Branches Current => _branches ?? throw new NotReadyException("catalogue");

    private sealed record Branches(FrozenDictionary<string, string?> Nodes, FrozenDictionary<string, string> Aliases)
    {
        public static Branches Of(CatalogueData data) => new(
            data.Agencies.ToFrozenDictionary(agency => agency.Code.Value, agency => agency.Parent?.Value),
            data.AgencyAliases.GroupBy(alias => alias.Code.Value).ToFrozenDictionary(codes => codes.Key, codes => codes.Last().Agency.Value));

        public string Canonical(string code) => Nodes.ContainsKey(code) ? code : Aliases.GetValueOrDefault(code, code);
    }
}
