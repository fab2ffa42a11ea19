using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>Who is competent at one level: the open agencies, or why there is none.</summary>
/// <param name="Level">The level.</param>
/// <param name="Agencies">The open agencies and the rows that named them; without repetition.</param>
/// <param name="Cause">Why there is none; null when there is one.</param>
/// <param name="Details">More about the cause; says nothing of the procedure or place, so that equal ones can be grouped.</param>
/// <param name="Closed">The closed agency that the routes lead to instead.</param>
internal sealed record LevelOutcome(
    AdministrativeLevel Level, IReadOnlyList<(Agency Agency, AgencyRoute Route)> Agencies, RoutingCause? Cause, string Details, Agency? Closed);

/// <summary>The first step of a route: from procedure, level, case, place and day to the competent agency.</summary>
internal sealed class Competence(CatalogueIndex catalogue)
{
    public LevelOutcome At(AdministrativeLevel level, ProcedureCode procedure, int? number, Place? place, DateOnly date)
    {
        var (rows, whyNone) = catalogue.Routes.Best(procedure, level, number, place, date);
        return whyNone is { } cause ? Failed(level, cause, TextOf(cause)) : Follow(level, rows, place, date);
    }

    private LevelOutcome Follow(AdministrativeLevel level, IReadOnlyList<AgencyRoute> rows, Place? place, DateOnly date)
    {
        var open = new List<(Agency Agency, AgencyRoute Route)>(1);
        LevelOutcome? failure = null;
        foreach (var row in rows)
        {
            var (agencies, cause, details) = AgenciesOf(row.Target, place);
            foreach (var agency in agencies)
            {
                if (agency.Validity.Includes(date))
                {
                    if (!open.Exists(other => other.Agency.Code == agency.Code)) open.Add((agency, row));
                }
                else
                {
                    failure = NotOpen(level, agency, date);
                }
            }

            if (cause is { } missing) failure ??= Failed(level, missing, details);
        }

        return open.Count > 0 || failure is null ? new LevelOutcome(level, open, null, "", null) : failure;
    }

    private (IReadOnlyList<Agency> Agencies, RoutingCause? Cause, string Details) AgenciesOf(RouteTarget target, Place? place)
    {
        switch (target)
        {
            case RouteTarget.FixedAgency(var code):
                return catalogue.Agencies.Find(code) is { } agency
                    ? ([agency], null, "")
                    : ([], RoutingCause.TargetUnknown, $"The route names {code}, which is no agency.");
            case RouteTarget.UnitOfPlace(var kind) when place is null:
                return ([], RoutingCause.PlaceNeeded, $"The competent {EnumWord<AgencyKind>.Of(kind)} depends on the place.");
            case RouteTarget.UnitOfPlace(var kind):
                var (units, communeNeeded) = catalogue.Agencies.ServingUnits(kind, place!);
                if (units.Count > 0) return (units, null, "");
                return communeNeeded
                    ? ([], RoutingCause.CommuneNeeded, $"The competent {EnumWord<AgencyKind>.Of(kind)} depends on the commune.")
                    : ([], RoutingCause.NoUnitAtPlace, $"No {EnumWord<AgencyKind>.Of(kind)} serves the place.");
            default:
                throw new InvalidOperationException($"Nobody follows a {target.GetType().Name}.");
        }
    }

    private static LevelOutcome NotOpen(AdministrativeLevel level, Agency agency, DateOnly date) => agency.Validity.IsOver(date)
        ? new LevelOutcome(level, [], RoutingCause.AgencyClosed, $"{agency.Code} was closed on {agency.Validity.To:yyyy-MM-dd}.", agency)
        : Failed(level, RoutingCause.AgencyNotOpenYet, $"{agency.Code} begins on {agency.Validity.From:yyyy-MM-dd}.");

    private static LevelOutcome Failed(AdministrativeLevel level, RoutingCause cause, string details) => new(level, [], cause, details, null);

    private static string TextOf(RoutingCause cause) => cause switch
    {
        RoutingCause.NoRoute => "No route was ever written.",
        RoutingCause.NotLive => "No route is live.",
        RoutingCause.NotOnThisDay => "No live route holds on the day.",
        _ => "No live route holds for the place or case.",
    };
}
