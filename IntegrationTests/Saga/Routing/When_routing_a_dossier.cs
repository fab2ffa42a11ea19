using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_routing_a_dossier
{
    [TestCase("1.000001", "H60.101", "H60", TestName = "Should_find_the_commune_and_the_system_of_its_province")]
    [TestCase("1.000002", "G01.08.101", "G01", TestName = "Should_find_the_unit_and_the_system_of_the_ministry_for_a_vertical_sector")]
    [TestCase("1.000006", "H60", "H60", TestName = "Should_find_the_province")]
    [TestCase("1.000007", "H60.101", "H60", TestName = "Should_not_be_put_off_by_other_bodies_that_have_no_route")]
    [TestCase("1.000003", "G12.1.08", "G12", TestName = "Should_need_no_level_when_all_lead_to_the_same_agency")]
    public void Should_find(string procedure, string agency, string system)
    {
        var routed = Sample.Router().Resolve(Sample.Ask(procedure, Sample.Commune, FilingChannel.Direct)).ShouldBeOfType<RoutingAnswer.Routed>();
        routed.Agency.Code.Value.ShouldBe(agency);
        routed.System.Code.ShouldBe(system);
        routed.Notes.ShouldBe(RoutingNotes.None);
        routed.Place.ShouldBe(Sample.Commune);
    }

    [Test]
    public void Should_say_which_rows_decided_and_whether_it_is_served_centrally()
    {
        var routed = Sample.Router().Resolve(Sample.Ask("1.000001", Sample.Commune)).ShouldBeOfType<RoutingAnswer.Routed>();
        routed.AgencyRoute.ShouldBe("1.000001/Commune");
        routed.SystemRoute.ShouldBe("H60>H60 ");
        routed.Central.ShouldBeTrue();
        Sample.Router().Resolve(Sample.Ask("1.000002", Sample.Commune)).ShouldBeOfType<RoutingAnswer.Routed>().Central.ShouldBeFalse();
    }

    [Test]
    public void Should_know_a_procedure_by_its_localised_code() =>
        Sample.Router().Resolve(Sample.Ask("1.000001.000.00.00.H60", Sample.Commune)).ShouldBeOfType<RoutingAnswer.Routed>();

    [Test]
    public void Should_say_that_a_procedure_is_unknown() =>
        Sample.Router().Resolve(Sample.Ask("9.999999", Sample.Commune)).ShouldBeOfType<RoutingAnswer.UnknownProcedure>().Procedure.Value.ShouldBe("9.999999");

    [Test]
    public void Should_let_the_place_of_the_subject_decide_over_the_place_of_filing() =>
        AgencyOf(Sample.Ask("1.000001", new Place("79", "26740")) with { SubjectPlace = Sample.OtherCommune }).ShouldBe("H60.102");

    [Test]
    public void Should_take_the_place_from_the_agency_and_then_from_the_receiving_unit()
    {
        AgencyOf(Sample.Ask("1.000001") with { Agency = Sample.Code("H60.102") }).ShouldBe("H60.102");
        AgencyOf(Sample.Ask("1.000001") with { ReceivingUnit = Sample.Code("H29.101") }).ShouldBe("H29.101");
        AgencyOf(Sample.Ask("1.000001", new Place("08")) with { Agency = Sample.Code("H60.102") }).ShouldBe("H60.102");
    }

    [Test]
    public void Should_take_a_dossier_for_elsewhere_at_any_counter() =>
        AgencyOf(Sample.Ask("1.000001", Sample.Commune, FilingChannel.Direct) with { AtCounter = true, ReceivingUnit = Sample.Code("H29.101") })
            .ShouldBe("H60.101");

    [TestCase("H60")]
    [TestCase("000.00.00.H60")]
    public void Should_know_an_agency_by_both_forms_of_its_code(string code)
    {
        var routed = Sample.Router().Resolve(Sample.Ask("1.000004", Sample.Commune) with { Agency = Sample.Code(code) }).ShouldBeOfType<RoutingAnswer.Routed>();
        routed.Agency.Code.Value.ShouldBe("H60");
        routed.Level.ShouldBe(AdministrativeLevel.Province);
        routed.Notes.ShouldBe(code == "H60" ? RoutingNotes.None : RoutingNotes.OtherAgencyCode);
    }

    [Test]
    public void Should_know_a_code_only_while_it_is_valid()
    {
        var question = Sample.Ask("1.000006", Sample.Commune, FilingChannel.Direct) with { Agency = Sample.Code("H99") };
        Sample.Router().Resolve(question).ShouldBeOfType<RoutingAnswer.Nobody>().Cause.ShouldBe(RoutingCause.UnknownAgency);
        Sample.Router().Resolve(question with { Date = new DateOnly(2025, 12, 31) }).ShouldBeOfType<RoutingAnswer.Routed>().Agency.Code.Value.ShouldBe("H60");
    }

    private static string AgencyOf(RoutingQuestion question) => Sample.Router().Resolve(question).ShouldBeOfType<RoutingAnswer.Routed>().Agency.Code.Value;
}
