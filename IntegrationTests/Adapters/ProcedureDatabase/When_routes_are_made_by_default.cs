using DichVuCong.Adapters.ProcedureDatabase;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.ProcedureDatabase.Tests;

internal sealed class When_routes_are_made_by_default
{
    private static readonly Lazy<CatalogueData> Shipped = new(() => CatalogueReader.Read(CatalogueFolder.Shipped).Data);

    [TestCase("1.001193", AdministrativeLevel.Commune, "UnitOfPlace { Kind = CommuneCommittee }")]
    [TestCase("1.004222", AdministrativeLevel.Commune, "UnitOfPlace { Kind = CommunePolice }")]
    [TestCase("1.000005", AdministrativeLevel.Commune, "UnitOfPlace { Kind = CustomsOffice }")]
    [TestCase("1.000010", AdministrativeLevel.Ministry, "FixedAgency { Agency = G17 }")]
    [TestCase("1.000028", AdministrativeLevel.Province, "UnitOfPlace { Kind = ProvinceCommittee }")]
    [TestCase("1.003091", AdministrativeLevel.Province, "UnitOfPlace { Kind = CivilEnforcement }")]
    public void Should_follow_the_sector_and_level(string procedure, AdministrativeLevel level, string target) =>
        Shipped.Value.AgencyRoutes.Single(route => route.Procedure == ProcedureCode.Parse(procedure) && route.Level == level)
            .Target.ToString().ShouldBe(target);

    [Test]
    public void Should_give_no_route_to_other_bodies_and_to_the_court()
    {
        Shipped.Value.AgencyRoutes.ShouldNotContain(route => route.Level == AdministrativeLevel.Other);
        Shipped.Value.AgencyRoutes.ShouldNotContain(route => route.Procedure == ProcedureCode.Parse("3.000163"));
    }

    [Test]
    public void Should_give_every_other_level_of_every_procedure_exactly_one_live_row()
    {
        var expected = Shipped.Value.Procedures.Where(procedure => procedure.Publisher != AgencyCode.Parse("D01"))
            .SelectMany(procedure => procedure.Levels.Where(level => level != AdministrativeLevel.Other).Select(level => (procedure.Code, level)));
        Shipped.Value.AgencyRoutes.Select(route => (route.Procedure!.Value, route.Level)).ShouldBe(expected, ignoreOrder: true);
        Shipped.Value.AgencyRoutes.ShouldAllBe(route => route.State == RouteState.Live && route.Source.Length > 0 && route.Origin == RecordOrigin.Import);
        Shipped.Value.AgencyRoutes.Select(route => route.Id).ShouldBeUnique();
    }

    [Test]
    public void Should_serve_each_body_by_its_own_system_and_the_closed_one_only_until_it_closed()
    {
        Shipped.Value.SystemRoutes.Count.ShouldBe(Shipped.Value.Systems.Count);
        Shipped.Value.SystemRoutes.Single(route => route.System == "H22").Validity.To.ShouldBe(new DateOnly(2025, 6, 30));
        Shipped.Value.SystemRoutes.Where(route => route.System != "H22")
            .ShouldAllBe(route => route.Validity.Includes(new DateOnly(2026, 1, 1)) && route.WithUnits);
    }
}
