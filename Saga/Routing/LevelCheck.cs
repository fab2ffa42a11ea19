using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>What the check of a procedure at one level found.</summary>
internal sealed record LevelResult(long Checked, long Resolved, IReadOnlyList<Problem> Problems);

/// <summary>One cause at some places. Equal when cause, case, details and every place are.</summary>
internal sealed record Problem(RoutingCause Cause, int? Case, string Details, IReadOnlyList<Place> Places)
{
    public bool Equals(Problem? other) =>
        other is not null && Cause == other.Cause && Case == other.Case && Details == other.Details && Places.SequenceEqual(other.Places);

    public override int GetHashCode() => HashCode.Combine(Cause, Case, Details, Places.Count);
}

/// <summary>Checks one procedure at one level, at every place.</summary>
internal sealed class LevelCheck(CatalogueIndex catalogue, DateOnly date)
{
    private static readonly Place?[] Anywhere = [null];
    private readonly Competence _competence = new(catalogue);
    private readonly ILookup<string, Place> _communesOf = catalogue.Places.Communes.ToLookup(place => place.Province, StringComparer.Ordinal);

    public LevelResult Check(ProcedureCode procedure, AdministrativeLevel level)
    {
        var rows = catalogue.Routes.RowsOf(procedure, level).ToList();
        var problems = new Dictionary<(RoutingCause Cause, int? Case, string Details), List<Place>>();
        long looked = 0, resolved = 0;
        foreach (var number in rows.Select(row => row.Case).Append(null).Distinct())
        {
            foreach (var place in PlacesOf(level, rows))
            {
                looked++;
                if (Fault(procedure, level, number, place) is not var (cause, details)) resolved++;
                else Places(problems, (cause, number, details), place);
            }
        }

        return new LevelResult(looked, resolved, [.. problems.Select(entry => new Problem(entry.Key.Cause, entry.Key.Case, entry.Key.Details, entry.Value))]);
    }

    /// <summary>Whether there is a place at which the levels of a procedure lead to different agencies.</summary>
    public bool LeadToSeveral(Procedure procedure) =>
        catalogue.Places.Communes.Any(place => procedure.Levels
            .SelectMany(level => _competence.At(level, procedure.Code, null, place, date).Agencies)
            .Select(row => row.Agency.Code)
            .Distinct().Skip(1).Any());

    private (RoutingCause Cause, string Details)? Fault(ProcedureCode procedure, AdministrativeLevel level, int? number, Place? place)
    {
        var outcome = _competence.At(level, procedure, number, place, date);
        if (outcome.Cause is { } cause) return (cause, outcome.Details);
        if (outcome.Agencies is not [var (agency, _)])
        {
            return (RoutingCause.SeveralAgencies, $"Equally competent: {string.Join(", ", outcome.Agencies.Select(row => row.Agency.Code))}.");
        }

        var systems = catalogue.Systems.Serving(procedure, agency, date);
        return systems.Count switch
        {
            0 => (RoutingCause.NoSystem, $"No system serves the agencies of {catalogue.Agencies.BodyOf(agency).Code}."),
            1 => null,
            _ => (RoutingCause.SeveralSystems, $"Serving the same agency: {string.Join(", ", systems.Select(row => row.System.Code))}."),
        };
    }

    /// <summary>
    /// The places that make a difference: none for a ministry, provinces for a province, communes for a commune, and communes wherever a row
    /// names one or leads to units of communes.
    /// </summary>
    private IEnumerable<Place?> PlacesOf(AdministrativeLevel level, List<AgencyRoute> rows)
    {
        if (level == AdministrativeLevel.Commune || rows.Exists(row => row.Place?.Commune is not null)) return catalogue.Places.Communes;
        if (level != AdministrativeLevel.Province && rows.TrueForAll(row => row is { Place: null, Target: RouteTarget.FixedAgency })) return Anywhere;
        var live = rows.FindAll(row => row.State == RouteState.Live);
        var kinds = live.Select(row => row.Target).OfType<RouteTarget.UnitOfPlace>().Select(unit => unit.Kind).ToHashSet();
        return catalogue.Places.Provinces.SelectMany(place =>
            kinds.Any(kind => catalogue.Agencies.HasUnitsOfCommunes(kind, place.Province)) ? _communesOf[place.Province] : [place]);
    }

    private static void Places(
        Dictionary<(RoutingCause Cause, int? Case, string Details), List<Place>> problems, (RoutingCause Cause, int? Case, string Details) key, Place? place)
    {
        if (!problems.TryGetValue(key, out var places)) problems.Add(key, places = []);
        if (place is not null) places.Add(place);
    }
}
