using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_an_agency_was_closed
{
    [TestCase("H22", "H22")]
    [TestCase("000.00.01.H22", "H22.1")]
    [TestCase("H03", "H03")]
    public void Should_refuse_a_new_dossier_and_name_the_open_successor_over_all_mergers(string code, string agency)
    {
        var closed = Sample.Router().Resolve(Sample.Ask("1.000001", Sample.Commune) with { Agency = Sample.Code(code) }).ShouldBeOfType<RoutingAnswer.Closed>();
        closed.Agency.Code.Value.ShouldBe(agency);
        closed.Successor!.Code.Value.ShouldBe("H60");
    }

    [Test]
    public void Should_refuse_it_at_the_counter_of_a_closed_unit_too() =>
        Sample.Router().Resolve(Sample.Ask("1.000001", Sample.Commune) with { ReceivingUnit = Sample.Code("H22.1") }).ShouldBeOfType<RoutingAnswer.Closed>();

    [Test]
    public void Should_refuse_what_a_route_still_sends_to_it()
    {
        var router = Sample.Router(data => data with
        {
            AgencyRoutes = [Sample.Route("1.000001", AdministrativeLevel.Commune, Sample.To("H22"))],
        });
        router.Resolve(Sample.Ask("1.000001", Sample.Commune)).ShouldBeOfType<RoutingAnswer.Closed>().Successor!.Code.Value.ShouldBe("H60");
    }

    [Test]
    public void Should_find_the_unit_that_serves_its_place_now()
    {
        var router = Sample.Router(data => data with
        {
            Agencies =
            [
                .. data.Agencies.Select(agency =>
                    agency.Code.Value == "H60.101" ? agency with { Validity = new Validity(null, new DateOnly(2026, 1, 31)) } : agency),
                Sample.Agency("H60.201", AgencyKind.CommuneCommittee, "H60", Sample.Commune) with { Validity = new Validity(new DateOnly(2026, 2, 1), null) },
            ],
        });
        var question = Sample.Ask("1.000001", Sample.Commune);
        router.Resolve(question).ShouldBeOfType<RoutingAnswer.Routed>().Agency.Code.Value.ShouldBe("H60.201");
        router.Resolve(question with { Date = new DateOnly(2026, 1, 31) }).ShouldBeOfType<RoutingAnswer.Routed>().Agency.Code.Value.ShouldBe("H60.101");
    }

    [Test]
    public void Should_name_no_successor_when_the_mergers_go_round_in_a_circle()
    {
        var router = Sample.Router(data => data with
        {
            Agencies = [.. data.Agencies.Select(agency => agency.Code.Value == "H22" ? agency with { Successor = Sample.Code("H03") } : agency)],
        });
        router.Resolve(Sample.Ask("1.000001", Sample.Commune) with { Agency = Sample.Code("H03") })
            .ShouldBeOfType<RoutingAnswer.Closed>().Successor.ShouldBeNull();
    }

    [Test]
    public void Should_still_take_dossiers_on_its_last_day() =>
        Sample.Index().Agencies.Find(Sample.Code("H22"), new DateOnly(2025, 6, 30))!.Validity.Includes(new DateOnly(2025, 6, 30)).ShouldBeTrue();
}
