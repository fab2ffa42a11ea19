using DichVuCong.Adapters.ProcedureDatabase.Systems;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Routes;

/// <summary>
/// The routes that hold until an operator says otherwise (decisions, Who is who): ministry level goes to the publishing agency, a vertical
/// sector to the unit of its ministry that serves the place, every other procedure to the people's committee of the place, all of them to
/// the system of the body they belong to. Other bodies, the court and procedures of an unknown publisher or sector get none.
/// </summary>
internal static class DefaultRoutes
{
    /// <summary>The provinces, communes and one-stop systems of today began on this day.</summary>
    private static readonly Validity SinceTheMergers = new(new DateOnly(2025, 7, 1), null);

    /// <summary>Who is competent, procedure by procedure and level by level.</summary>
    public static IReadOnlyList<AgencyRoute> ForAgencies(IEnumerable<Procedure> procedures, IEnumerable<Sector> sectors)
    {
        var byCode = sectors.ToDictionary(sector => sector.Code, StringComparer.Ordinal);
        var routes =
            from procedure in procedures
            let sector = procedure.SectorCode is { } code ? byCode[code] : null
            where sector is not null
            from level in procedure.Levels
            let target = TargetOf(sector, level)
            where target is not null
            select new AgencyRoute
            {
                Id = $"import:{procedure.Code}/{EnumWord<AdministrativeLevel>.Of(level)}",
                Procedure = procedure.Code,
                Level = level,
                Target = target,
                Validity = SinceTheMergers,
                State = RouteState.Live,
                Source = ReasonOf(sector, level),
            };
        return [.. routes.OrderBy(route => route.Id, StringComparer.Ordinal)];
    }

    /// <summary>Which system serves whom: each serves the whole body that runs it.</summary>
    public static IReadOnlyList<SystemRoute> ForSystems(IEnumerable<SystemRow> systems) =>
    [
        .. systems.Select(row => new SystemRoute
        {
            Id = $"import:{row.System.Code}",
            Agency = row.System.Owner,
            WithUnits = true,
            System = row.System.Code,
            Validity = row.Validity,
            State = RouteState.Live,
            Source = $"Import default: {row.System.Code} serves the whole body of {row.System.Owner}. {row.Source}",
        }),
    ];

    private static RouteTarget? TargetOf(Sector sector, AdministrativeLevel level) => level switch
    {
        AdministrativeLevel.Ministry when sector.AtMinistry => new RouteTarget.FixedAgency(sector.Publisher),
        AdministrativeLevel.Province when sector.AtProvince is { } kind => new RouteTarget.UnitOfPlace(kind),
        AdministrativeLevel.Commune when sector.AtCommune is { } kind => new RouteTarget.UnitOfPlace(kind),
        _ => null,
    };

    private static string ReasonOf(Sector sector, AdministrativeLevel level)
    {
        if (level == AdministrativeLevel.Ministry) return $"Import default: ministry level is performed by the publishing agency {sector.Publisher}.";
        return sector.Vertical
            ? $"Import default: sector {sector.Code} is run by the territorial units of {sector.Publisher}."
            : $"Import default: sector {sector.Code} is performed by the people's committee of the place.";
    }
}
