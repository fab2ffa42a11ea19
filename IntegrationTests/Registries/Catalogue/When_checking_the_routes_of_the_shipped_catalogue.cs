using System.Diagnostics;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Registries.Tests.Catalogue;

internal sealed class When_checking_the_routes_of_the_shipped_catalogue
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Lazy<CatalogueIndex> Index = new(() => new CatalogueIndex(Shipped.Data));

    [Test]
    public void Should_lead_everything_to_one_agency_and_system_but_other_bodies_and_the_court()
    {
        var watch = Stopwatch.StartNew();
        var report = RoutingCheck.Run(Index.Value, Today);
        // Five seconds are aimed at; printed and not judged, since a shared machine is sometimes three times slower.
        TestContext.Out.WriteLine($"check {watch.ElapsedMilliseconds} ms");
        report.Problems.Select(problem => (problem.Cause, problem.Level, problem.Procedures.Count)).ShouldBe(
        [
            (RoutingCause.NoRoute, AdministrativeLevel.Ministry, 1), (RoutingCause.NoRoute, AdministrativeLevel.Province, 1),
            (RoutingCause.NoRoute, AdministrativeLevel.Commune, 1), (RoutingCause.NoRoute, AdministrativeLevel.Other, 44),
        ]);
        report.Problems.Take(3).SelectMany(problem => problem.Procedures).Distinct().ShouldBe([ProcedureCode.Parse("3.000163")]);
        report.Checked.ShouldBe(report.Resolved + 1 + 34 + 3321 + 44);
        report.Resolved.ShouldBe(1_778_550);
        report.LevelMustBeNamed.Count.ShouldBe(393);
    }

    [TestCase("1.001193", "01", "00004", "H26.101", "H26", TestName = "Should_send_a_birth_to_the_commune")]
    [TestCase("1.004222", "08", "00691", "G01.08.101", "G01", TestName = "Should_send_a_residence_to_the_police_of_the_commune")]
    [TestCase("1.000005", "08", "00691", "G12.2.08", "G12", TestName = "Should_send_customs_to_the_customs_office")]
    [TestCase("1.000028", "79", "26740", "H29", "H29", TestName = "Should_send_a_road_permit_to_the_province")]
    [TestCase("1.000010", "79", "26740", "G17", "G17", TestName = "Should_send_a_ships_certificate_to_the_ministry")]
    [TestCase("1.001193", "02", "00691", "H60.101", "H60", TestName = "Should_send_a_birth_in_the_former_Ha_Giang_to_a_commune_of_Tuyen_Quang")]
    public void Should_route(string procedure, string province, string commune, string agency, string system)
    {
        var routed = Resolve(procedure, new Place(province, commune), null).ShouldBeOfType<RoutingAnswer.Routed>();
        (routed.Agency.Code.Value, routed.System.Code).ShouldBe((agency, system));
    }

    [TestCase("000.00.01.H22")]
    [TestCase("H22")]
    public void Should_refuse_a_new_dossier_of_Ha_Giang_and_name_Tuyen_Quang(string code) =>
        Resolve("1.001193", new Place("08", "00691"), AgencyCode.Parse(code)).ShouldBeOfType<RoutingAnswer.Closed>().Successor!.Code.Value.ShouldBe("H60");

    [Test]
    public void Should_let_the_former_system_of_Ha_Giang_finish_its_old_dossiers_only()
    {
        var scope = new SystemScope(Index.Value, "H22", Today);
        var (unit, birth) = (AgencyCode.Parse("000.00.01.H22"), ProcedureCode.Parse("1.001193.000.00.00.H22"));
        scope.Speaker(unit).ShouldBeOfType<ScopeAnswer.Allowed>();
        scope.Dossier(unit, birth, new DateOnly(2025, 6, 20)).ShouldBeOfType<ScopeAnswer.Allowed>();
        scope.Dossier(unit, birth, Today).ShouldBeOfType<ScopeAnswer.ClosedAgency>().Successor!.Code.Value.ShouldBe("H60");
    }

    [Test]
    public void Should_accept_online_exactly_what_is_published_online()
    {
        var router = new Router(Index.Value);
        Shipped.Data.Procedures.Count(procedure => router.Resolve(new RoutingQuestion
        {
            Procedure = procedure.Code,
            Channel = FilingChannel.Online,
            Date = Today,
            Place = new Place("08", "00691"),
        }) is RoutingAnswer.ChannelNotOffered).ShouldBe(557);
    }

    [Test]
    public void Should_find_a_term_for_every_channel_that_has_a_unit()
    {
        var answers = Shipped.Data.Procedures
            .SelectMany(procedure => procedure.Channels, (procedure, row) => ProcessingTerms.TermFor(procedure, row.Channel, row.Case, 1)).ToList();
        answers.Count(answer => answer.Cause == NoTermCause.NotCountable).ShouldBe(764);
        answers.Count(answer => answer.Term is not null).ShouldBe(answers.Count - 764);
    }

    private static RoutingAnswer Resolve(string procedure, Place place, AgencyCode? agency) => new Router(Index.Value).Resolve(new RoutingQuestion
    {
        Procedure = ProcedureCode.Parse(procedure),
        Channel = FilingChannel.Direct,
        AtCounter = true,
        Date = Today,
        Place = place,
        Agency = agency,
    });
}
