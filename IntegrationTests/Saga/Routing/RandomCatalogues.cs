using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;
using FsCheck;
using FsCheck.Fluent;

namespace DichVuCong.Saga.Tests.Routing;

/// <summary>The sample's places, procedures and agencies with any routes between them, agencies closed at will, and any question.</summary>
internal static class RandomCatalogues
{
    private static readonly DateOnly Start = new(2026, 1, 1);
    private static readonly string[] Codes = [.. Sample.Data.Agencies.Select(agency => agency.Code.Value), "H77"];

    private static Gen<DateOnly> Days => Gen.Choose(0, 9).Select(Start.AddDays);

    private static Gen<Validity> Validities =>
        from first in Gen.Frequency((3, Gen.Constant<DateOnly?>(null)), (1, Days.Select(day => (DateOnly?)day)))
        from last in Gen.Frequency((3, Gen.Constant<DateOnly?>(null)), (1, Days.Select(day => (DateOnly?)day)))
        select new Validity(first, last);

    private static Gen<AdministrativeLevel> Levels => Gen.Elements(Enum.GetValues<AdministrativeLevel>());

    private static Gen<Place?> Scopes => Gen.Frequency(
        (3, Gen.Constant<Place?>(null)),
        (1, Gen.Elements<Place?>(new Place("08"), new Place("79"))),
        (1, Gen.Elements<Place?>(Sample.Commune, Sample.OtherCommune)));

    private static Gen<RouteTarget> Targets => Gen.OneOf(
        Gen.Elements(Codes).Select(code => (RouteTarget)new RouteTarget.FixedAgency(Sample.Code(code))),
        Gen.Elements(AgencyKind.ProvinceCommittee, AgencyKind.CommuneCommittee, AgencyKind.CommunePolice, AgencyKind.TaxOffice)
            .Select(kind => (RouteTarget)new RouteTarget.UnitOfPlace(kind)));

    private static Gen<ProcedureCode?> Procedures =>
        Gen.Frequency(
            (1, Gen.Constant<ProcedureCode?>(null)),
            (4, Gen.Elements(Sample.Data.Procedures.ToArray()).Select(procedure => (ProcedureCode?)procedure.Code)));

    private static Gen<AgencyRoute> AgencyRoutes =>
        from procedure in Procedures
        from level in Levels
        from number in Gen.Elements<int?>(null, null, 1, 2)
        from place in Scopes
        from target in Targets
        from validity in Validities
        from state in Gen.Elements(RouteState.Live, RouteState.Live, RouteState.Draft, RouteState.Tested)
        select new AgencyRoute
        {
            Id = "",
            Procedure = procedure,
            Level = level,
            Case = number,
            Place = place,
            Target = target,
            Validity = validity,
            State = state,
            Source = "random",
        };

    private static Gen<SystemRoute> SystemRoutes =>
        from procedure in Procedures
        from agency in Gen.Elements(Codes)
        from withUnits in Gen.Elements(true, true, false)
        from system in Gen.Elements(Sample.Data.Systems.ToArray())
        from validity in Validities
        from state in Gen.Elements(RouteState.Live, RouteState.Live, RouteState.Draft)
        select Sample.Serves(agency, system.Code, withUnits) with { Procedure = procedure, Validity = validity, State = state };

    public static Gen<CatalogueData> Catalogues =>
        from agencyRoutes in AgencyRoutes.ArrayOf()
        from systemRoutes in SystemRoutes.ArrayOf()
        from validities in Validities.ArrayOf(Sample.Data.Agencies.Count)
        from successors in Gen.Elements(Codes).ArrayOf(Sample.Data.Agencies.Count)
        from keep in Gen.Elements(true, true, false)
        select Sample.Data with
        {
            Agencies = [.. Sample.Data.Agencies.Select((agency, i) => agency with { Validity = validities[i], Successor = Sample.Code(successors[i]) })],
            AgencyRoutes = [.. keep ? Sample.Data.AgencyRoutes : [], .. agencyRoutes.Select((route, i) => route with { Id = $"r{i:D3}" })],
            SystemRoutes = [.. keep ? Sample.Data.SystemRoutes : [], .. systemRoutes.Select((route, i) => route with { Id = $"s{i:D3}" })],
        };

    public static Gen<RoutingQuestion> Questions =>
        from procedure in Gen.Elements(Sample.Data.Procedures.ToArray())
        from channel in Gen.Elements(Enum.GetValues<FilingChannel>())
        from date in Days
        from place in Gen.Elements<Place?>(null, new Place("08"), new Place("02", "00601"), Sample.Commune, Sample.OtherCommune, new Place("79", "26740"))
        from agency in Gen.Frequency((2, Gen.Constant<AgencyCode?>(null)), (1, Gen.Elements(Codes).Select(code => (AgencyCode?)Sample.Code(code))))
        from level in Gen.Frequency((2, Gen.Constant<AdministrativeLevel?>(null)), (1, Levels.Select(level => (AdministrativeLevel?)level)))
        from number in Gen.Elements<int?>(null, null, 1, 2)
        select new RoutingQuestion
        {
            Procedure = procedure.Code,
            Channel = channel,
            Date = date,
            Place = place,
            Agency = agency,
            Level = level,
            Case = number,
            AtCounter = channel == FilingChannel.Direct,
        };
}
