using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_several_are_competent
{
    [Test]
    public void Should_list_them_with_level_and_system_when_no_level_was_named()
    {
        var several = Sample.Router().Resolve(Sample.Ask("1.000004", Sample.Commune)).ShouldBeOfType<RoutingAnswer.Several>();
        several.Candidates.Select(candidate => (candidate.Agency.Code.Value, candidate.Level, candidate.Systems.Single().Code))
            .ShouldBe([("G12", AdministrativeLevel.Ministry, "G12"), ("H60", AdministrativeLevel.Province, "H60")]);
        several.Open.ShouldBeEmpty();
    }

    [TestCase(AdministrativeLevel.Ministry, "G12")]
    [TestCase(AdministrativeLevel.Province, "H60")]
    public void Should_follow_the_level_that_was_named(AdministrativeLevel level, string agency) =>
        Sample.Router().Resolve(Sample.Ask("1.000004", Sample.Commune) with { Level = level })
            .ShouldBeOfType<RoutingAnswer.Routed>().Agency.Code.Value.ShouldBe(agency);

    [Test]
    public void Should_tell_the_level_from_the_agency() =>
        Sample.Router().Resolve(Sample.Ask("1.000004", Sample.Commune) with { Agency = Sample.Code("G12") })
            .ShouldBeOfType<RoutingAnswer.Routed>().Level.ShouldBe(AdministrativeLevel.Ministry);

    [Test]
    public void Should_not_settle_for_one_level_while_another_is_open()
    {
        var several = Sample.Router().Resolve(Sample.Ask("1.000004")).ShouldBeOfType<RoutingAnswer.Several>();
        several.Candidates.ShouldHaveSingleItem().Agency.Code.Value.ShouldBe("G12");
        several.Open.ShouldHaveSingleItem().Cause.ShouldBe(RoutingCause.PlaceNeeded);
    }

    [Test]
    public void Should_list_the_agencies_of_equally_specific_rows()
    {
        var router = Sample.Router(Sample.With(Sample.Route("1.000006", AdministrativeLevel.Province, Sample.To("G12"), "!")));
        router.Resolve(Sample.Ask("1.000006", Sample.Commune, Contracts.Dossiers.FilingChannel.Direct)).ShouldBeOfType<RoutingAnswer.Several>()
            .Candidates.Select(candidate => candidate.Agency.Code.Value).ShouldBe(["H60", "G12"], ignoreOrder: true);
    }

    [Test]
    public void Should_not_mind_equally_specific_rows_that_say_the_same() =>
        Sample.Router(Sample.With(Sample.Route("1.000001", AdministrativeLevel.Commune, new RouteTarget.UnitOfPlace(AgencyKind.CommuneCommittee), "!")))
            .Resolve(Sample.Ask("1.000001", Sample.Commune)).ShouldBeOfType<RoutingAnswer.Routed>();

    [Test]
    public void Should_list_two_units_of_one_kind_at_one_place() =>
        Sample.Router(data => data with { Agencies = [.. data.Agencies, Sample.Agency("H60.199", AgencyKind.CommuneCommittee, "H60", Sample.Commune)] })
            .Resolve(Sample.Ask("1.000001", Sample.Commune)).ShouldBeOfType<RoutingAnswer.Several>().Candidates.Count.ShouldBe(2);

    [Test]
    public void Should_list_two_systems_that_serve_the_same_agency() =>
        Sample.Router(Sample.With(Sample.Serves("H60", "G01")))
            .Resolve(Sample.Ask("1.000001", Sample.Commune)).ShouldBeOfType<RoutingAnswer.Several>()
            .Candidates.ShouldHaveSingleItem().Systems.Select(system => system.Code).ShouldBe(["G01", "H60"]);
}
