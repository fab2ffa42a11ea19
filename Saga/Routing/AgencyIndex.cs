using System.Collections.Frozen;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>
/// Finds agencies by any of their codes and by the places they serve. Codes are compared through the table, never taken apart: an agency has
/// a new and an older form, and closed ones keep theirs.
/// </summary>
public sealed class AgencyIndex
{
    private const int DeepestChain = 16;
    private static readonly Agency[] None = [];
    private readonly FrozenDictionary<AgencyCode, Agency> _agencies;
    private readonly FrozenDictionary<AgencyCode, AgencyAlias[]> _aliases;
    private readonly FrozenDictionary<(AgencyKind Kind, string Province, string? Commune), Agency[]> _places;
    private readonly FrozenSet<(AgencyKind Kind, string Province)> _communeUnits;

    internal AgencyIndex(CatalogueData data)
    {
        _agencies = data.Agencies.ToFrozenDictionary(agency => agency.Code);
        _aliases = data.AgencyAliases.GroupBy(alias => alias.Code).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        var serving = data.Agencies.Where(agency => agency.Serves is not null).ToList();
        _places = serving
            .GroupBy(agency => (agency.Kind, agency.Serves!.Province, agency.Serves.Commune))
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(agency => agency.Code.Value, StringComparer.Ordinal).ToArray());
        _communeUnits = serving.Where(agency => agency.Serves!.Commune is not null).Select(agency => (agency.Kind, agency.Serves!.Province)).ToFrozenSet();
    }

    /// <summary>An agency by its own code, open or closed; null when there is none.</summary>
    public Agency? Find(AgencyCode code) => _agencies.GetValueOrDefault(code);

    /// <summary>An agency by any code that means it on a day, open or closed; null when there is none.</summary>
    public Agency? Find(AgencyCode code, DateOnly date)
    {
        if (_agencies.TryGetValue(code, out var agency)) return agency;
        if (!_aliases.TryGetValue(code, out var aliases)) return null;
        foreach (var alias in aliases)
        {
            if (alias.Validity.Includes(date)) return _agencies.GetValueOrDefault(alias.Agency);
        }

        return null;
    }

    /// <summary>The open agency that took over from a closed one on a day, over any number of mergers; null when none is known.</summary>
    public Agency? SuccessorOf(Agency agency, DateOnly date)
    {
        var (next, left) = (agency, DeepestChain);
        while (next.Validity.IsOver(date))
        {
            if (left-- == 0 || next.Successor is not { } code || Find(code) is not { } successor) return null;
            next = successor;
        }

        return next.Validity.Includes(date) && next != agency ? next : null;
    }

    /// <summary>An agency and those above it, the nearest first.</summary>
    public IEnumerable<Agency> WithAncestors(Agency agency)
    {
        var left = DeepestChain;
        for (var next = agency; next is not null && left-- > 0; next = next.Parent is { } parent ? Find(parent) : null) yield return next;
    }

    /// <summary>The ministry or province that an agency belongs to; itself when it is one.</summary>
    public Agency BodyOf(Agency agency) => WithAncestors(agency).Last();

    /// <summary>
    /// The agencies of a kind that serve a place, open or closed: those of the commune, or else of the province as a whole. The flag says
    /// that there are only units of communes and the place names no commune.
    /// </summary>
    public (IReadOnlyList<Agency> Units, bool CommuneNeeded) ServingUnits(AgencyKind kind, Place place)
    {
        if (place.Commune is not null && _places.TryGetValue((kind, place.Province, place.Commune), out var local)) return (local, false);
        if (_places.TryGetValue((kind, place.Province, null), out var regional)) return (regional, false);
        return (None, place.Commune is null && HasUnitsOfCommunes(kind, place.Province));
    }

    /// <summary>Whether there are units of a kind, open or closed, that serve single communes of a province.</summary>
    internal bool HasUnitsOfCommunes(AgencyKind kind, string province) => _communeUnits.Contains((kind, province));
}
