using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;
using FsCheck;
using FsCheck.Fluent;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_routing_in_any_catalogue
{
    private static Arbitrary<(CatalogueData Data, RoutingQuestion[] Questions)> Cases =>
        RandomCatalogues.Catalogues.Zip(RandomCatalogues.Questions.ArrayOf(30)).Select(pair => (pair.Item1, pair.Item2)).ToArbitrary();

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Should_answer_the_same_whatever_the_order_of_the_rows() => Prop.ForAll(Cases, test =>
    {
        var (router, turned) = (new Router(new CatalogueIndex(test.Data)), new Router(new CatalogueIndex(Turned(test.Data))));
        foreach (var question in test.Questions) Text(turned.Resolve(question)).ShouldBe(Text(router.Resolve(question)));
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Should_only_ever_lead_to_agencies_that_are_open() => Prop.ForAll(Cases, test =>
    {
        var router = new Router(new CatalogueIndex(test.Data));
        foreach (var question in test.Questions)
        {
            foreach (var agency in AgenciesOf(router.Resolve(question))) agency.Validity.Includes(question.Date).ShouldBeTrue();
        }
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Should_only_ever_follow_live_rows_of_the_day_for_the_question() => Prop.ForAll(Cases, test =>
    {
        var router = new Router(new CatalogueIndex(test.Data));
        foreach (var question in test.Questions)
        {
            if (router.Resolve(question) is not RoutingAnswer.Routed routed) continue;
            var row = test.Data.AgencyRoutes.Single(route => route.Id == routed.AgencyRoute);
            var through = test.Data.SystemRoutes.Single(route => route.Id == routed.SystemRoute);
            (row.State, through.State).ShouldBe((RouteState.Live, RouteState.Live));
            (row.Validity.Includes(question.Date) && through.Validity.Includes(question.Date)).ShouldBeTrue();
            (row.Procedure is null || row.Procedure == question.Procedure).ShouldBeTrue();
            (row.Level == routed.Level && (question.Level is null || question.Level == routed.Level)).ShouldBeTrue();
            (row.Case is null || row.Case == question.Case).ShouldBeTrue();
            (question.Agency is null || routed.Agency.Code == question.Agency).ShouldBeTrue();
            routed.System.Code.ShouldBe(through.System);
        }
    });

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property Should_be_checked_as_it_is_routed() => Prop.ForAll(RandomCatalogues.Catalogues.ToArbitrary(), data =>
    {
        var catalogue = new CatalogueIndex(data);
        var router = new Router(catalogue);
        var date = new DateOnly(2026, 1, 5);
        var report = RoutingCheck.Run(catalogue, date);
        foreach (var procedure in data.Procedures)
        {
            foreach (var level in procedure.Levels)
            {
                foreach (var place in catalogue.Places.Communes)
                {
                    var answer = router.Resolve(new RoutingQuestion
                    {
                        Procedure = procedure.Code,
                        Channel = FilingChannel.Direct,
                        AtCounter = true,
                        Date = date,
                        Place = place,
                        Level = level,
                    });
                    Lists(report, procedure, level, place).ShouldBe(answer is not RoutingAnswer.Routed, $"{procedure.Code} at {level} in {place}: {answer}");
                }
            }
        }
    });

    private static bool Lists(RoutingReport report, Procedure procedure, AdministrativeLevel level, Place place) =>
        report.Problems.Any(problem => problem.Level == level && problem.Case is null && problem.Procedures.Contains(procedure.Code)
            && (problem.Places.Count == 0 || problem.Places.Contains(place) || problem.Places.Contains(new Place(place.Province))));

    private static CatalogueData Turned(CatalogueData data) => data with
    {
        Agencies = [.. data.Agencies.Reverse()],
        AgencyRoutes = [.. data.AgencyRoutes.Reverse()],
        SystemRoutes = [.. data.SystemRoutes.Reverse()],
        Systems = [.. data.Systems.Reverse()],
    };

    private static IEnumerable<Agency> AgenciesOf(RoutingAnswer answer) => answer switch
    {
        RoutingAnswer.Routed routed => [routed.Agency],
        RoutingAnswer.Several several => several.Candidates.Select(candidate => candidate.Agency),
        RoutingAnswer.NoSystem none => [none.Agency],
        _ => [],
    };

    private static string Text(RoutingAnswer answer) => answer switch
    {
        RoutingAnswer.Several several => string.Join("; ", several.Candidates.Select(Text).Concat(several.Open.Select(open => $"{open}"))),
        RoutingAnswer.ChannelNotOffered refused => $"{refused.Procedure.Code} {string.Join(",", refused.Offered)}",
        _ => answer.ToString(),
    };

    private static string Text(Candidate candidate) =>
        $"{candidate.Agency.Code} {candidate.Level} {string.Join(",", candidate.Systems.Select(system => system.Code))}";
}
