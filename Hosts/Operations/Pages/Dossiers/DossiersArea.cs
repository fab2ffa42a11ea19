using DichVuCong.Contracts;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;
using Npgsql;

namespace DichVuCong.Operations.Pages.Dossiers;

/// <summary>Dossiers: the search, and one dossier's way.</summary>
internal static class DossiersArea
{
    private static readonly Words NoReason = new(
        $"Lý do là bắt buộc, tối đa {DossierDesk.LongestReason} ký tự.", $"The reason is required, at most {DossierDesk.LongestReason} characters.");

    private static readonly Words NoDossier = new("Không có hồ sơ mang mã này.", "There is no dossier of this code.");

    public static PageArea Area { get; } = new("/dossiers", new Words("Hồ sơ", "Dossiers"), Permission.Look, Map)
    {
        Services = services => services
            .AddSingleton(provider => new DossierDesk(
                provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<Sealer>(), provider.GetRequiredService<AccessPolicy>(), provider.GetRequiredService<AuditTrail>(),
                provider.GetRequiredService<HostSettings>().ArchiveFolder))
            .AddSingleton<DossierIndexer>(),
    };

    private static void Map(PageRoutes routes)
    {
        routes.Get("/dossiers", Permission.Look, SearchAsync);
        // Numbers of persons are posted: they stand in no address, no history and no log.
        routes.Post("/dossiers", Permission.Look, SearchPersonAsync);
        routes.Get("/dossiers/{code}", Permission.Look, ShowAsync);
        routes.Get("/dossiers/{code}/way", Permission.Look, WayAsync);
        routes.Post("/dossiers/{code}/reveal", Permission.Reveal, RevealAsync);
    }

    private static Task<IResult> SearchAsync(
        HttpRequest request, Visit visit, DossierDesk desk, AgencyTree agencies, CancellationToken cancellationToken) =>
        AnswerAsync(SearchForm.Read(request.Query, agencies), visit, desk, unread: false, cancellationToken);

    private static async Task<IResult> SearchPersonAsync(
        HttpRequest request, Visit visit, DossierDesk desk, DossierIndexer indexer, Sealer sealer, CancellationToken cancellationToken) =>
        await FindPersonAsync(await request.ReadFormAsync(cancellationToken), visit, desk, indexer, sealer, cancellationToken);

    /// <summary>The dossiers of a person, by what was posted.</summary>
    public static async Task<IResult> FindPersonAsync(
        IFormCollection posted, Visit visit, DossierDesk desk, DossierIndexer indexer, Sealer sealer, CancellationToken cancellationToken)
    {
        var form = SearchForm.ReadPerson(posted, sealer);
        var unread = form.Criteria.Phone is not null && (await indexer.ProgressAsync(cancellationToken)).CompletedAt is null;
        return await AnswerAsync(form, visit, desk, unread, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(SearchForm form, Visit visit, DossierDesk desk, bool unread, CancellationToken cancellationToken)
    {
        if (form.Problems.Count > 0) return Page.Of<DossiersPage>(new { Model = new DossiersModel(form, Found: null, unread) }, StatusCodes.Status400BadRequest);
        var found = await desk.SearchAsync(visit.Who, form.Criteria, cancellationToken);
        return Page.Of<DossiersPage>(new { Model = new DossiersModel(form, found, unread) });
    }

    /// <summary>What lies in archived months comes behind the page (<see cref="WayAsync"/>), or with it for who asks for it: a browser without scripts.</summary>
    private static async Task<IResult> ShowAsync(string code, HttpRequest request, Visit visit, DossierDesk desk, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!DossierCode.TryParse(code, out var dossier)) return ProblemPages.Of(StatusCodes.Status404NotFound, NoDossier);
        return await desk.ShowAsync(visit.Who, dossier, request.Query.ContainsKey("archive"), cancellationToken) is { } file
            ? Page.Of<DossierPage>(new { Model = new DossierModel(file, time.GetUtcNow()) })
            : ProblemPages.Of(StatusCodes.Status404NotFound, NoDossier);
    }

    /// <summary>The way and the timeline again, archived months included.</summary>
    private static async Task<IResult> WayAsync(string code, Visit visit, DossierDesk desk, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!DossierCode.TryParse(code, out var dossier)) return ProblemPages.Of(StatusCodes.Status404NotFound, NoDossier);
        return await desk.ShowAsync(visit.Who, dossier, cancellationToken) is { } file
            ? Page.Of<TimelinePart>(new { Model = new DossierModel(file, time.GetUtcNow()), IsAlone = true })
            : ProblemPages.Of(StatusCodes.Status404NotFound, NoDossier);
    }

    /// <summary>The page is the answer itself: what was revealed is not there any more when it is asked for again.</summary>
    private static async Task<IResult> RevealAsync(
        string code, HttpRequest request, Visit visit, DossierDesk desk, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!DossierCode.TryParse(code, out var dossier)) return ProblemPages.Of(StatusCodes.Status404NotFound, NoDossier);
        var reason = (await request.ReadFormAsync(cancellationToken))["reason"].ToString().Trim();
        if (reason.Length is 0 or > DossierDesk.LongestReason) return ProblemPages.Of(StatusCodes.Status400BadRequest, NoReason);
        return await desk.RevealAsync(visit.Who, dossier, reason, cancellationToken) is { } file
            ? Page.Of<DossierPage>(new { Model = new DossierModel(file, time.GetUtcNow()) })
            : ProblemPages.Of(StatusCodes.Status404NotFound, NoDossier);
    }
}
