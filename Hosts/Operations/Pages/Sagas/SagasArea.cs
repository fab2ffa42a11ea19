using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Sagas;

namespace DichVuCong.Operations.Pages.Sagas;

/// <summary>The sagas: how many stand where, and which are stuck.</summary>
internal static class SagasArea
{
    private const int Listed = 200;

    public static PageArea Area { get; } = new("/sagas", new Words("Saga", "Sagas"), Permission.Look, Map)
    {
        Services = services => services
            .AddSingleton<CensusTaker>()
            .AddSingleton<CensusReader>()
            .AddSingleton<SagaLists>()
            .AddHostedService<CensusKeeper>(),
    };

    private static void Map(PageRoutes routes)
    {
        routes.Get("/sagas", Permission.Look, CountsAsync);
        routes.Post("/sagas/count", Permission.Act, CountAgainAsync);
        routes.Get("/sagas/stuck/{rule}", Permission.Look, StuckAsync);
        routes.Get("/sagas/{type}/{state}", Permission.Look, ListAsync);
    }

    private static async Task<IResult> CountsAsync(Visit visit, CensusReader reader, AccessPolicy access, CancellationToken cancellationToken) =>
        Page.Of<SagasPage>(new { Model = new SagasModel(await reader.LatestAsync(access.CodesOf(visit.Who), cancellationToken)) });

    private static async Task<IResult> CountAgainAsync(CensusTaker taker, CancellationToken cancellationToken)
    {
        // When another is counting already, that count is as good.
        await taker.TakeAsync(cancellationToken);
        return Page.GoTo("/sagas");
    }

    private static async Task<IResult> StuckAsync(string rule, Visit visit, CensusReader reader, AccessPolicy access, TimeProvider time, CancellationToken cancellationToken)
    {
        var scope = access.CodesOf(visit.Who);
        if (await reader.LatestAsync(scope, cancellationToken) is not { } census || census.Rules.FirstOrDefault(row => row.Id == rule) is not { } known)
        {
            return ProblemPages.Of(StatusCodes.Status404NotFound);
        }

        var stuck = await reader.StuckAsync(scope, rule, Listed, cancellationToken);
        return Page.Of<StuckPage>(new { Model = new StuckModel(known, census.TakenAt, stuck, time.GetUtcNow()) });
    }

    private static async Task<IResult> ListAsync(
        string type, string state, Visit visit, SagaLists lists, AccessPolicy access, TimeProvider time, CancellationToken cancellationToken)
    {
        if (SagaTypes.Find(type) is not { } info || !SagaLists.Has(type) || info.States.FirstOrDefault(row => $"{row.Number}" == state) is not { Name: not null } known)
        {
            return ProblemPages.Of(StatusCodes.Status404NotFound);
        }

        var rows = await lists.ListAsync(type, known.Number, access.CodesOf(visit.Who), Listed, cancellationToken);
        return Page.Of<SagaListPage>(new { Model = new SagaListModel(type, known.Name, rows, time.GetUtcNow()) });
    }
}
