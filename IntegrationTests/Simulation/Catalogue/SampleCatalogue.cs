using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Simulation.Catalogue;

/// <summary>
/// A small country: two provinces and a ministry with a system each, an agency that is closed in the middle of every history, procedures
/// served centrally and on one-stop systems, and one for which nobody is known to be competent.
/// </summary>
internal static class SampleCatalogue
{
    public const string Central = "1.000001";
    public const string OneStop = "1.000002";
    public const string Ministry = "1.000003";
    public const string Nobody = "1.000004";

    /// <summary>The first day of every history, a Monday; March 2026 has no holiday of its own.</summary>
    public static readonly DateOnly FirstDay = new(2026, 3, 2);

    /// <summary>The last day of the agency that is merged into another.</summary>
    public static readonly DateOnly LastOfClosed = new(2026, 3, 4);

    public static readonly Place Open = new("79", "26740");
    public static readonly Place Merged = new("79", "26741");
    public static readonly Place Northern = new("08", "00691");

    /// <summary>The systems and whether they can be asked about a dossier.</summary>
    public static readonly IReadOnlyList<(string Code, bool HasLookup)> Systems = [("H29", true), ("H60", false), ("G12", true)];

    private static readonly CatalogueData Data = new()
    {
        Version = 7,
        Provinces = [new("08", "Tỉnh Tuyên Quang"), new("79", "Thành phố Hồ Chí Minh")],
        Communes = [new("00691", "Phường A", "08"), new("26740", "Phường B", "79"), new("26741", "Phường C", "79")],
        Procedures =
        [
            Procedure(Central, AdministrativeLevel.Commune, days: 5) with { Served = ServedAt.Central },
            Procedure(OneStop, AdministrativeLevel.Commune, days: 3),
            Procedure(Ministry, AdministrativeLevel.Ministry, days: 10) with { Served = ServedAt.Central },
            Procedure(Nobody, AdministrativeLevel.Commune, days: 4) with { Served = ServedAt.Central },
        ],
        Agencies =
        [
            Agency("H29", AgencyKind.ProvinceCommittee, place: new Place("79")),
            Agency("H60", AgencyKind.ProvinceCommittee, place: new Place("08")),
            Agency("G12", AgencyKind.Ministry),
            Agency("H29.101", AgencyKind.CommuneCommittee, "H29", Open),
            Agency("H29.102", AgencyKind.CommuneCommittee, "H29", Merged) with
            {
                Validity = new Validity(null, LastOfClosed), Successor = AgencyCode.Parse("H29.101"),
            },
            Agency("H60.101", AgencyKind.CommuneCommittee, "H60", Northern),
        ],
        Systems = [.. Systems.Select((system, index) => System(system.Code, (short)(index + 1)))],
        AgencyRoutes =
        [
            Route(Central, AdministrativeLevel.Commune, new RouteTarget.UnitOfPlace(AgencyKind.CommuneCommittee)),
            Route(OneStop, AdministrativeLevel.Commune, new RouteTarget.UnitOfPlace(AgencyKind.CommuneCommittee)),
            Route(Ministry, AdministrativeLevel.Ministry, new RouteTarget.FixedAgency(AgencyCode.Parse("G12"))),
        ],
        SystemRoutes = [.. Systems.Select(system => Serves(system.Code))],
    };

    public static CatalogueIndex Index { get; } = new(Data);

    public static Router Router { get; } = new(Index);

    private static Procedure Procedure(string code, AdministrativeLevel level, int days) => new()
    {
        Code = ProcedureCode.Parse(code),
        Name = code,
        Levels = [level],
        SectorName = "simulation",
        Subjects = [],
        PublisherName = "simulation",
        Channels = [.. Enum.GetValues<FilingChannel>().Select(channel => new ProcedureChannel { Channel = channel, Case = 1, Term = new ProcedureTerm(days, TermUnit.WorkingDays) })],
        Results = [],
    };

    private static Agency Agency(string code, AgencyKind kind, string? parent = null, Place? place = null) => new()
    {
        Code = AgencyCode.Parse(code),
        Name = code,
        Kind = kind,
        Parent = parent is null ? null : AgencyCode.Parse(parent),
        Serves = place,
        Source = "simulation",
    };

    private static OneStopSystem System(string code, short number) => new() { Code = code, Number = number, Name = code, Owner = AgencyCode.Parse(code) };

    private static AgencyRoute Route(string procedure, AdministrativeLevel level, RouteTarget target) => new()
    {
        Id = procedure,
        Procedure = ProcedureCode.Parse(procedure),
        Level = level,
        Target = target,
        Validity = Validity.Always,
        State = RouteState.Live,
        Source = "simulation",
    };

    private static SystemRoute Serves(string code) => new()
    {
        Id = code,
        Agency = AgencyCode.Parse(code),
        WithUnits = true,
        System = code,
        Validity = Validity.Always,
        State = RouteState.Live,
        Source = "simulation",
    };
}
