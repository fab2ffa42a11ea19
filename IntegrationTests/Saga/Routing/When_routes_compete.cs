using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_routes_compete
{
    private static readonly RoutingQuestion Question = Sample.Ask("1.000011", Sample.Commune, FilingChannel.Direct);

    [Test]
    public void Should_let_the_place_win_over_the_country_and_the_commune_over_the_province()
    {
        var (province, commune) = (To("G12") with { Place = new Place("08") }, To("G01") with { Place = Sample.Commune });
        AgencyOf(Question).ShouldBe("H60");
        AgencyOf(Question, province).ShouldBe("G12");
        AgencyOf(Question, province, commune).ShouldBe("G01");
        AgencyOf(Question with { Place = Sample.OtherCommune }, province, commune).ShouldBe("G12");
        AgencyOf(Question with { Place = new Place("79") }, province, commune).ShouldBe("H29");
    }

    [Test]
    public void Should_let_the_case_win_over_the_place_and_only_for_that_case()
    {
        var (place, number) = (To("G01") with { Place = Sample.Commune }, To("G12") with { Case = 2 });
        AgencyOf(Question with { Case = 2 }, place, number).ShouldBe("G12");
        AgencyOf(Question with { Case = 1 }, place, number).ShouldBe("G01");
        AgencyOf(Question, place, number).ShouldBe("G01");
    }

    [Test]
    public void Should_let_the_named_procedure_win_over_every_procedure()
    {
        var every = Sample.Route("*", AdministrativeLevel.Province, Sample.To("G12")) with { Place = Sample.Commune };
        AgencyOf(Question, every).ShouldBe("H60");
        AgencyOf(Sample.Ask("1.000010", Sample.Commune), every).ShouldBe("G12");
    }

    [TestCase(RouteState.Draft)]
    [TestCase(RouteState.Tested)]
    public void Should_never_follow_a_row_that_is_not_live(RouteState state) =>
        AgencyOf(Question, To("G12") with { Place = Sample.Commune, State = state }).ShouldBe("H60");

    [Test]
    public void Should_follow_a_row_from_its_first_day_to_its_last()
    {
        var row = To("G12") with { Place = Sample.Commune, Validity = new Validity(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 4)) };
        Enumerable.Range(1, 5).Select(day => AgencyOf(Question with { Date = new DateOnly(2026, 3, day) }, row)).ShouldBe(["H60", "G12", "G12", "G12", "H60"]);
    }

    [Test]
    public void Should_choose_the_system_of_the_procedure_then_of_the_agency_then_of_the_nearest_above()
    {
        var (unit, agency) = (Sample.Serves("G12.1", "H29"), Sample.Serves("G12.1.08", "H60", withUnits: false));
        var named = Sample.Serves("G12", "G01", procedure: "1.000003");
        SystemOf("1.000003").ShouldBe("G12");
        SystemOf("1.000003", unit).ShouldBe("H29");
        SystemOf("1.000003", unit, agency).ShouldBe("H60");
        SystemOf("1.000003", unit, agency, named).ShouldBe("G01");
        SystemOf("1.000003", Sample.Serves("G12.1", "H29", withUnits: false)).ShouldBe("G12");
        SystemOf("1.000003", unit with { State = RouteState.Tested }).ShouldBe("G12");
        SystemOf("1.000003", unit with { Validity = new Validity(Sample.Today.AddDays(1), null) }).ShouldBe("G12");
    }

    private static AgencyRoute To(string agency) => Sample.Route("1.000011", AdministrativeLevel.Province, Sample.To(agency), agency);

    private static string AgencyOf(RoutingQuestion question, params AgencyRoute[] more) =>
        Sample.Router(Sample.With(more)).Resolve(question).ShouldBeOfType<RoutingAnswer.Routed>().Agency.Code.Value;

    private static string SystemOf(string procedure, params SystemRoute[] more) =>
        Sample.Router(Sample.With(more)).Resolve(Sample.Ask(procedure, Sample.Commune)).ShouldBeOfType<RoutingAnswer.Routed>().System.Code;
}
