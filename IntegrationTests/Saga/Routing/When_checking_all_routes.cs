using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_checking_all_routes
{
    [Test]
    public void Should_list_what_does_not_lead_to_exactly_one_agency_and_system_with_its_cause()
    {
        var report = RoutingCheck.Run(Sample.Index(), Sample.Today);
        report.Procedures.ShouldBe(11);
        report.CatalogueVersion.ShouldBe(7);
        Lines(report).ShouldBe(
        [
            "NoLevel  1.000009 at 0",
            "NoRoute Other 1.000007 at 0",
            "NotLive Province 1.000010 at 2",
            "NoUnitAtPlace Commune 1.000002 at 2",
            "NoSystem Ministry 1.000008 at 0",
        ]);
        report.LevelMustBeNamed.ShouldBe([ProcedureCode.Parse("1.000004")]);
        report.ProceduresWithProblems.ShouldBe(5);
    }

    [Test]
    public void Should_add_up()
    {
        var report = RoutingCheck.Run(Sample.Index(), Sample.Today);
        // Five commune levels at three communes, five province levels at two provinces, two ministries, one other body, one without level.
        report.Checked.ShouldBe((5 * 3) + (5 * 2) + 2 + 1 + 1);
        report.Resolved.ShouldBe(report.Checked - 1 - 1 - 2 - 2 - 1);
    }

    [Test]
    public void Should_look_at_communes_where_a_row_or_a_unit_of_the_province_asks_for_one()
    {
        var fixedTo = Sample.Route("1.000006", AdministrativeLevel.Province, Sample.To("H22"), "!") with { Place = Sample.OtherCommune };
        Lines(RoutingCheck.Run(Sample.Index(Sample.With(fixedTo)), Sample.Today)).ShouldContain("AgencyClosed Province 1.000006 at 1");

        var byCommune = Sample.Route("1.000010", AdministrativeLevel.Province, new RouteTarget.UnitOfPlace(AgencyKind.CommunePolice), "!");
        Lines(RoutingCheck.Run(Sample.Index(Sample.With(byCommune)), Sample.Today)).ShouldContain("NoUnitAtPlace Province 1.000010 at 2");
    }

    [Test]
    public void Should_look_at_every_case_that_a_row_names()
    {
        var report = RoutingCheck.Run(
            Sample.Index(Sample.With(Sample.Route("1.000011", AdministrativeLevel.Province, Sample.To("G22"), "!") with { Case = 2 })), Sample.Today);
        var problem = report.Problems.Single(found => found.Procedures.Contains(ProcedureCode.Parse("1.000011")));
        problem.Case.ShouldBe(2);
        problem.Cause.ShouldBe(RoutingCause.NoSystem);
    }

    [Test]
    public void Should_find_two_agencies_and_two_systems()
    {
        var report = RoutingCheck.Run(
            Sample.Index(data => Sample.With(Sample.Serves("H29", "G01"))(Sample.With(
                Sample.Route("1.000006", AdministrativeLevel.Province, Sample.To("G12"), "!"))(data))), Sample.Today);
        report.Problems.Single(problem => problem.Cause == RoutingCause.SeveralSystems && problem.Level == AdministrativeLevel.Commune).Details
            .ShouldBe("Serving the same agency: G01, H29.");
        report.Problems.Where(problem => problem.Cause == RoutingCause.SeveralAgencies).SelectMany(problem => problem.Procedures).Distinct()
            .ShouldBe([ProcedureCode.Parse("1.000006")]);
    }

    [Test]
    public void Should_find_nothing_live_before_the_routes_begin() =>
        RoutingCheck.Run(Sample.Index(), Sample.Mergers.AddDays(-1)).Resolved.ShouldBe(0);

    private static IEnumerable<string> Lines(RoutingReport report) =>
        report.Problems.Select(problem => $"{problem.Cause} {problem.Level} {string.Join(",", problem.Procedures)} at {problem.Places.Count}");
}
