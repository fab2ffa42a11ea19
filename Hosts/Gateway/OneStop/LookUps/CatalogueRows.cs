using System.Collections.Frozen;
using DichVuCong.Adapters.OneStop.Wire.Catalogue;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Gateway.OneStop.LookUps;

/// <summary>The rows of the catalogue's lists (3), from one version of the catalogue.</summary>
internal static class CatalogueRows
{
    /// <summary>Clients make the first online service of a procedure by this end (1.5).</summary>
    private const string FirstService = ".01";

    /// <summary>CAPDONVI: the numbers of CAPTHUCHIEN (2.7). What belongs to a ministry is of its level, wherever it sits.</summary>
    private static readonly FrozenDictionary<AgencyKind, string> Levels = new Dictionary<AgencyKind, string>
    {
        [AgencyKind.ProvinceCommittee] = "1",
        [AgencyKind.ProvincePolice] = "1",
        [AgencyKind.CommuneCommittee] = "3",
        [AgencyKind.CommunePolice] = "3",
    }.ToFrozenDictionary();

    public static IReadOnlyList<ProcedureRow> Procedures(CatalogueIndex index) =>
        [.. index.Data.Procedures.Select(procedure => new ProcedureRow { Code = procedure.Code.Value, Name = procedure.Name })];

    /// <summary>The procedures that can be filed online, each with one service: the data know no finer division and no level of service.</summary>
    public static IReadOnlyList<ServiceRow> Services(CatalogueIndex index) =>
    [
        .. index.Data.Procedures.Where(procedure => procedure.Offers(FilingChannel.Online)).Select(procedure => new ServiceRow
        {
            Code = procedure.Code.Value + FirstService,
            Name = procedure.Name,
            Procedure = procedure.Code.Value,
            ProcedureName = procedure.Name,
            PublishedBy = procedure.PublisherName,
            SectorName = procedure.SectorName,
            Uses = procedure.Publisher is { } publisher ? [new ServiceUse { Agency = publisher.Value }] : [],
        }),
    ];

    /// <summary>The agencies that are open on a day.</summary>
    public static IReadOnlyList<AgencyRow> Agencies(CatalogueIndex index, DateOnly day) =>
    [
        .. index.Data.Agencies.Where(agency => agency.Validity.Includes(day)).Select(agency => new AgencyRow
        {
            Code = agency.Code.Value,
            Name = agency.Name,
            Level = Levels.GetValueOrDefault(agency.Kind, "0"),
        }),
    ];

    public static IReadOnlyList<SectorRow> Sectors(CatalogueIndex index) =>
        [.. index.Data.Sectors.Select(sector => new SectorRow { Code = sector.Code, Name = sector.Name, Agency = sector.Publisher.Value })];

    /// <summary>The kinds of procedure as published (LOAITTHC); they have no code of their own.</summary>
    public static IReadOnlyList<ProcedureGroupRow> Groups(CatalogueIndex index) =>
    [
        .. index.Data.Procedures.Select(procedure => procedure.Kind).OfType<string>().Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(kind => new ProcedureGroupRow { Code = kind, Name = kind }),
    ];

    /// <summary>A publishing decision: its id is its number, which is what LayThuTuc gives as IDQUYETDINHCONGBO.</summary>
    public static DecisionRow? Decision(CatalogueIndex index, string id) =>
        index.Data.Procedures.FirstOrDefault(procedure => string.Equals(procedure.Decision, id, StringComparison.OrdinalIgnoreCase)) is { } first
            ? new DecisionRow { Id = first.Decision, Number = first.Decision, AgencyCode = first.Publisher?.Value, AgencyName = first.PublisherName }
            : null;
}
