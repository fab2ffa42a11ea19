using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_nobody_is_competent
{
    [Test]
    public void Should_say_that_the_procedure_names_no_level() => CauseOf(Sample.Ask("1.000009", Sample.Commune)).ShouldBe(RoutingCause.NoLevel);

    [Test]
    public void Should_say_that_the_level_is_not_performed() =>
        CauseOf(Sample.Ask("1.000001", Sample.Commune) with { Level = AdministrativeLevel.Province }).ShouldBe(RoutingCause.LevelNotPerformed);

    [Test]
    public void Should_say_that_there_is_no_route_to_other_bodies() =>
        CauseOf(Sample.Ask("1.000007", Sample.Commune) with { Level = AdministrativeLevel.Other }).ShouldBe(RoutingCause.NoRoute);

    [Test]
    public void Should_say_that_no_route_is_live() => CauseOf(Sample.Ask("1.000010", Sample.Commune)).ShouldBe(RoutingCause.NotLive);

    [Test]
    public void Should_say_that_no_route_holds_on_the_day() =>
        CauseOf(Sample.Ask("1.000001", Sample.Commune) with { Date = Sample.Mergers.AddDays(-1) }).ShouldBe(RoutingCause.NotOnThisDay);

    [Test]
    public void Should_say_that_no_route_holds_for_the_place() =>
        CauseOf(Sample.Ask("1.000012", Sample.OtherCommune), data => data with
        {
            Procedures = [.. data.Procedures, Sample.Procedure("1.000012", [AdministrativeLevel.Commune], [Sample.Row(FilingChannel.Online, 1, 1)])],
            AgencyRoutes = [Sample.Route("1.000012", AdministrativeLevel.Commune, Sample.To("H60.101")) with { Place = Sample.Commune }],
        }).ShouldBe(RoutingCause.NotForThisPlace);

    [Test]
    public void Should_say_that_the_place_is_needed() => CauseOf(Sample.Ask("1.000001")).ShouldBe(RoutingCause.PlaceNeeded);

    [Test]
    public void Should_say_that_the_commune_is_needed() => CauseOf(Sample.Ask("1.000001", new Place("08"))).ShouldBe(RoutingCause.CommuneNeeded);

    [Test]
    public void Should_say_that_nobody_serves_the_place() => CauseOf(Sample.Ask("1.000002", Sample.OtherCommune)).ShouldBe(RoutingCause.NoUnitAtPlace);

    [Test]
    public void Should_say_that_a_route_leads_to_an_agency_that_does_not_exist() =>
        CauseOf(
            Sample.Ask("1.000001", Sample.Commune),
            Sample.With(Sample.Route("1.000001", AdministrativeLevel.Commune, Sample.To("H77"), "!") with { Place = Sample.Commune }))
            .ShouldBe(RoutingCause.TargetUnknown);

    [Test]
    public void Should_say_that_the_agency_begins_later()
    {
        var question = Sample.Ask("1.000011", Sample.Commune, FilingChannel.Direct) with { Date = Sample.Mergers.AddDays(-1) };
        CauseOf(question, data => data with { AgencyRoutes = [.. data.AgencyRoutes.Select(route => route with { Validity = Validity.Always })] })
            .ShouldBe(RoutingCause.AgencyNotOpenYet);
    }

    [TestCase("H88", RoutingCause.UnknownAgency)]
    [TestCase("H29.101", RoutingCause.AgencyNotCompetent)]
    [TestCase("H60", RoutingCause.AgencyNotCompetent)]
    public void Should_take_no_agency_that_is_not_a_candidate(string agency, RoutingCause cause)
    {
        var nobody = Sample.Router().Resolve(Sample.Ask("1.000001", Sample.Commune) with { Agency = Sample.Code(agency) })
            .ShouldBeOfType<RoutingAnswer.Nobody>();
        nobody.Cause.ShouldBe(cause);
        if (cause == RoutingCause.AgencyNotCompetent) nobody.Details.ShouldEndWith("competent: H60.101.");
    }

    [Test]
    public void Should_say_that_the_receiving_unit_is_unknown() =>
        CauseOf(Sample.Ask("1.000001", Sample.Commune) with { ReceivingUnit = Sample.Code("H88") }).ShouldBe(RoutingCause.UnknownReceivingUnit);

    [TestCase(3)]
    [TestCase(0)]
    public void Should_say_that_the_case_is_unknown(int number) =>
        CauseOf(Sample.Ask("1.000011", Sample.Commune, FilingChannel.Direct) with { Case = number }).ShouldBe(RoutingCause.UnknownCase);

    [Test]
    public void Should_say_that_a_competent_agency_has_no_system() =>
        Sample.Router().Resolve(Sample.Ask("1.000008", Sample.Commune)).ShouldBeOfType<RoutingAnswer.NoSystem>().Agency.Code.Value.ShouldBe("G22");

    private static RoutingCause CauseOf(RoutingQuestion question, Func<CatalogueData, CatalogueData>? change = null) =>
        Sample.Router(change).Resolve(question).ShouldBeOfType<RoutingAnswer.Nobody>().Cause;
}
