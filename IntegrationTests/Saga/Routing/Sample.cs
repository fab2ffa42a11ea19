using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

/// <summary>A small catalogue with one of everything that routing meets.</summary>
internal static class Sample
{
    private const AdministrativeLevel AtMinistry = AdministrativeLevel.Ministry;
    private const AdministrativeLevel AtProvince = AdministrativeLevel.Province;
    private const AdministrativeLevel AtCommune = AdministrativeLevel.Commune;
    private const AdministrativeLevel AtOther = AdministrativeLevel.Other;

    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly DateOnly Mergers = new(2025, 7, 1);
    public static readonly Place Commune = new("08", "00691");
    public static readonly Place OtherCommune = new("08", "00700");

    public static CatalogueData Data { get; } = new()
    {
        Version = 7,
        Provinces = [new("08", "Tỉnh Tuyên Quang"), new("79", "Thành phố Hồ Chí Minh")],
        Communes = [new("00691", "Phường A", "08"), new("00700", "Xã B", "08"), new("26740", "Phường C", "79")],
        PlaceAliases = [new(PlaceKind.Province, "02", "08", "Hà Giang", "test"), new(PlaceKind.Commune, "00601", "00691", "Xã cũ", "test")],
        Procedures =
        [
            Procedure("1.000001", [AtCommune], [.. Everywhere]) with { Served = ServedAt.Central },
            Procedure("1.000002", [AtCommune], [.. Everywhere]),
            Procedure("1.000003", [AtProvince, AtCommune], [.. Everywhere]),
            Procedure("1.000004", [AtMinistry, AtProvince], [.. Everywhere]),
            Procedure("1.000005", [AtCommune], []),
            Procedure("1.000006", [AtProvince], [Row(FilingChannel.Direct, 1, 3)]),
            Procedure("1.000007", [AtCommune, AtOther], [.. Everywhere]),
            Procedure("1.000008", [AtMinistry], [.. Everywhere]),
            Procedure("1.000009", [], [.. Everywhere]),
            Procedure("1.000010", [AtProvince], [.. Everywhere]),
            Procedure("1.000011", [AtProvince], [Row(FilingChannel.Direct, 1, 3), Row(FilingChannel.Direct, 2, 5)]),
        ],
        Agencies =
        [
            Agency("G01", AgencyKind.Ministry), Agency("G12", AgencyKind.Ministry), Agency("G22", AgencyKind.Ministry),
            Agency("H60", AgencyKind.ProvinceCommittee, place: new Place("08")) with { Validity = new Validity(Mergers, null) },
            Agency("H29", AgencyKind.ProvinceCommittee, place: new Place("79")),
            Closed("H03", "H22"), Closed("H22", "H60"), Closed("H22.1", "H60", "H22"),
            Agency("H60.101", AgencyKind.CommuneCommittee, "H60", Commune), Agency("H60.102", AgencyKind.CommuneCommittee, "H60", OtherCommune),
            Agency("H29.101", AgencyKind.CommuneCommittee, "H29", new Place("79", "26740")),
            Agency("G01.08", AgencyKind.ProvincePolice, "G01", new Place("08")), Agency("G01.08.101", AgencyKind.CommunePolice, "G01.08", Commune),
            Agency("G12.1", AgencyKind.Unit, "G12"),
            Agency("G12.1.08", AgencyKind.TaxOffice, "G12.1", new Place("08")), Agency("G12.1.79", AgencyKind.TaxOffice, "G12.1", new Place("79")),
        ],
        AgencyAliases =
        [
            new(Code("000.00.00.H60"), Code("H60"), Validity.Always, "test"), new(Code("000.00.01.H22"), Code("H22.1"), Validity.Always, "test"),
            new(Code("H99"), Code("H60"), new Validity(null, new DateOnly(2025, 12, 31)), "test"),
        ],
        Systems = [System("G01"), System("G12"), System("H22"), System("H29"), System("H60")],
        AgencyRoutes =
        [
            Route("1.000001", AtCommune, new RouteTarget.UnitOfPlace(AgencyKind.CommuneCommittee)),
            Route("1.000002", AtCommune, new RouteTarget.UnitOfPlace(AgencyKind.CommunePolice)),
            Route("1.000003", AtProvince, new RouteTarget.UnitOfPlace(AgencyKind.TaxOffice)),
            Route("1.000003", AtCommune, new RouteTarget.UnitOfPlace(AgencyKind.TaxOffice)),
            Route("1.000004", AtMinistry, new RouteTarget.FixedAgency(Code("G12"))),
            Route("1.000004", AtProvince, new RouteTarget.UnitOfPlace(AgencyKind.ProvinceCommittee)),
            Route("1.000005", AtCommune, new RouteTarget.UnitOfPlace(AgencyKind.CommuneCommittee)),
            Route("1.000006", AtProvince, new RouteTarget.UnitOfPlace(AgencyKind.ProvinceCommittee)),
            Route("1.000007", AtCommune, new RouteTarget.UnitOfPlace(AgencyKind.CommuneCommittee)),
            Route("1.000008", AtMinistry, new RouteTarget.FixedAgency(Code("G22"))),
            Route("1.000010", AtProvince, new RouteTarget.UnitOfPlace(AgencyKind.ProvinceCommittee)) with { State = RouteState.Tested },
            Route("1.000011", AtProvince, new RouteTarget.UnitOfPlace(AgencyKind.ProvinceCommittee)),
        ],
        SystemRoutes =
        [
            Serves("G01", "G01"), Serves("G12", "G12"), Serves("H29", "H29"), Serves("H60", "H60") with { Validity = new Validity(Mergers, null) },
            Serves("H22", "H22") with { Validity = new Validity(null, new DateOnly(2025, 6, 30)) },
        ],
    };

    private static IEnumerable<ProcedureChannel> Everywhere =>
        [Row(FilingChannel.Direct, 1, 3), Row(FilingChannel.Online, 1, 3), Row(FilingChannel.Post, 1, 3)];

    public static AgencyCode Code(string code) => AgencyCode.Parse(code);

    public static RouteTarget To(string agency) => new RouteTarget.FixedAgency(Code(agency));

    public static Router Router(Func<CatalogueData, CatalogueData>? change = null) => new(Index(change));

    public static CatalogueIndex Index(Func<CatalogueData, CatalogueData>? change = null) => new(change is null ? Data : change(Data));

    /// <summary>The sample with one more row of routes.</summary>
    public static Func<CatalogueData, CatalogueData> With(params AgencyRoute[] routes) =>
        data => data with { AgencyRoutes = [.. data.AgencyRoutes, .. routes] };

    /// <summary>The sample with one more row of routes to systems.</summary>
    public static Func<CatalogueData, CatalogueData> With(params SystemRoute[] routes) =>
        data => data with { SystemRoutes = [.. data.SystemRoutes, .. routes] };

    public static RoutingQuestion Ask(string procedure, Place? place = null, FilingChannel channel = FilingChannel.Online) =>
        new() { Procedure = ProcedureCode.Parse(procedure), Channel = channel, Date = Today, Place = place };

    public static AgencyRoute Route(string procedure, AdministrativeLevel level, RouteTarget target, string id = "") => new()
    {
        Id = $"{procedure}/{level}{id}",
        Procedure = procedure == "*" ? null : ProcedureCode.Parse(procedure),
        Level = level,
        Target = target,
        Validity = new Validity(Mergers, null),
        State = RouteState.Live,
        Source = "test",
    };

    public static SystemRoute Serves(string agency, string system, bool withUnits = true, string? procedure = null) => new()
    {
        Id = $"{agency}>{system} {procedure}",
        Procedure = procedure is null ? null : ProcedureCode.Parse(procedure),
        Agency = Code(agency),
        WithUnits = withUnits,
        System = system,
        Validity = Validity.Always,
        State = RouteState.Live,
        Source = "test",
    };

    public static Agency Agency(string code, AgencyKind kind, string? parent = null, Place? place = null) =>
        new() { Code = Code(code), Name = code, Kind = kind, Parent = parent is null ? null : Code(parent), Serves = place, Source = "test" };

    public static ProcedureChannel Row(FilingChannel channel, int number, int days) =>
        new() { Channel = channel, Case = number, PublishedTime = days, PublishedUnit = "Ngày làm việc", Term = new ProcedureTerm(days, TermUnit.WorkingDays) };

    public static Procedure Procedure(string code, AdministrativeLevel[] levels, ProcedureChannel[] channels) => new()
    {
        Code = ProcedureCode.Parse(code),
        Name = code,
        Levels = levels,
        SectorName = "test",
        Subjects = [],
        PublisherName = "test",
        Channels = channels,
        Results = [],
    };

    private static Agency Closed(string code, string successor, string? parent = null) =>
        Agency(code, AgencyKind.Unit, parent) with { Validity = new Validity(null, new DateOnly(2025, 6, 30)), Successor = Code(successor) };

    private static OneStopSystem System(string code) => new() { Code = code, Number = 1, Name = code, Owner = Code(code) };
}
