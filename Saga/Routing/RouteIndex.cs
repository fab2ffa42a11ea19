using System.Collections.Frozen;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>Finds the rows that say who is competent.</summary>
internal sealed class RouteIndex
{
    private const int NamedProcedure = 100;
    private const int NamedCase = 10;
    private static readonly AgencyRoute[] None = [];
    private readonly FrozenDictionary<(ProcedureCode? Procedure, AdministrativeLevel Level), AgencyRoute[]> _routes;

    public RouteIndex(CatalogueData data) =>
        _routes = data.AgencyRoutes
            .GroupBy(route => (route.Procedure, route.Level))
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(route => route.Id, StringComparer.Ordinal).ToArray());

    /// <summary>Every row that could ever say something about a procedure at a level, drafts too.</summary>
    public IEnumerable<AgencyRoute> RowsOf(ProcedureCode procedure, AdministrativeLevel level) =>
        _routes.GetValueOrDefault((procedure, level), None).Concat(_routes.GetValueOrDefault((null, level), None));

    /// <summary>The most specific live rows, all of one rank; or none, and why.</summary>
    public (IReadOnlyList<AgencyRoute> Rows, RoutingCause? WhyNone) Best(
        ProcedureCode procedure, AdministrativeLevel level, int? number, Place? place, DateOnly date)
    {
        var best = int.MinValue;
        var rows = new List<AgencyRoute>(1);
        var nearest = RoutingCause.NoRoute;
        foreach (var route in RowsOf(procedure, level))
        {
            if (Miss(route, number, place, date) is { } cause)
            {
                if (cause > nearest) nearest = cause;
                continue;
            }

            var rank = RankOf(route);
            if (rank < best) continue;
            if (rank > best) rows.Clear();
            best = rank;
            rows.Add(route);
        }

        return rows.Count > 0 ? (rows, null) : (rows, nearest);
    }

    /// <summary>Why a row says nothing; null when it fits. The later in the list of causes, the nearer it came.</summary>
    private static RoutingCause? Miss(AgencyRoute route, int? number, Place? place, DateOnly date)
    {
        if (route.State != RouteState.Live) return RoutingCause.NotLive;
        if (!route.Validity.Includes(date)) return RoutingCause.NotOnThisDay;
        return (route.Case is null || route.Case == number) && Holds(route.Place, place) ? null : RoutingCause.NotForThisPlace;
    }

    private static bool Holds(Place? scope, Place? place)
    {
        if (scope is null) return true;
        return place is not null && scope.Province == place.Province && (scope.Commune is null || scope.Commune == place.Commune);
    }

    private static int RankOf(AgencyRoute route) =>
        (route.Procedure is null ? 0 : NamedProcedure) + (route.Case is null ? 0 : NamedCase)
        + (route.Place is null ? 0 : 1) + (route.Place?.Commune is null ? 0 : 1);
}
