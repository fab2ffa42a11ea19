using System.Collections.Frozen;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>Which system serves which agency's dossiers.</summary>
public sealed class SystemIndex
{
    private const int NamedProcedure = 100;
    private static readonly SystemRoute[] None = [];
    private readonly AgencyIndex _agencies;
    private readonly FrozenDictionary<string, OneStopSystem> _systems;
    private readonly FrozenDictionary<AgencyCode, SystemRoute[]> _routes;

    internal SystemIndex(CatalogueData data, AgencyIndex agencies)
    {
        _agencies = agencies;
        _systems = data.Systems.ToFrozenDictionary(system => system.Code, StringComparer.Ordinal);
        _routes = data.SystemRoutes
            .Where(route => route.State == RouteState.Live && _systems.ContainsKey(route.System))
            .GroupBy(route => route.Agency)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(route => route.Id, StringComparer.Ordinal).ToArray());
        NamedProcedures = data.SystemRoutes.Where(route => route.Procedure is not null).Select(route => route.Procedure!.Value).ToFrozenSet();
    }

    /// <summary>The procedures that some route names.</summary>
    internal FrozenSet<ProcedureCode> NamedProcedures { get; }

    /// <summary>A system by its code; null when there is none.</summary>
    public OneStopSystem? Find(string code) => _systems.GetValueOrDefault(code);

    /// <summary>
    /// The systems that serve a procedure's dossiers of an agency on a day, by the most specific live routes: one as a rule, several when the
    /// routes contradict each other.
    /// </summary>
    /// <param name="procedure">The procedure; null for those that no route names.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="date">The day.</param>
    public IReadOnlyList<(OneStopSystem System, SystemRoute Route)> Serving(ProcedureCode? procedure, Agency agency, DateOnly date)
    {
        var best = int.MinValue;
        var found = new List<(OneStopSystem System, SystemRoute Route)>(1);
        var distance = 0;
        foreach (var ancestor in _agencies.WithAncestors(agency))
        {
            foreach (var route in _routes.GetValueOrDefault(ancestor.Code, None))
            {
                if (!Fits(route, procedure, distance, date)) continue;
                var rank = (route.Procedure is null ? 0 : NamedProcedure) - distance;
                if (rank < best) continue;
                if (rank > best) found.Clear();
                best = rank;
                var system = _systems[route.System];
                if (!found.Exists(other => other.System.Code == system.Code)) found.Add((system, route));
            }

            distance++;
        }

        return found;
    }

    private static bool Fits(SystemRoute route, ProcedureCode? procedure, int distance, DateOnly date) =>
        (route.WithUnits || distance == 0) && (route.Procedure is null || route.Procedure == procedure) && route.Validity.Includes(date);
}
