using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Registries.Hosting;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Overview;
using DichVuCong.Registries.Operations.Work;

namespace DichVuCong.Operations.Pages.Overview;

/// <summary>The first page: what needs a human now, how it goes, and how each ministry and province does.</summary>
internal static class OverviewArea
{
    /// <summary>Items of a kind on the first page.</summary>
    private const int Listed = 10;

    /// <summary>Days of figures in the table of agencies.</summary>
    private const int Days = 30;

    private static readonly TimeSpan ChartSpan = TimeSpan.FromHours(6);

    public static PageArea Area { get; } = new("/", new Words("Tổng quan", "Overview"), Permission.Look, Map) { Services = AddServices };

    private static void AddServices(IServiceCollection services) => services
        .AddSingleton<WorkDesk>()
        .AddSingleton<FlowSamples>()
        .AddSingleton<AgencyTable>()
        .AddSingleton<ICatalogueUser>(provider => provider.GetRequiredService<AgencyTable>())
        .AddHostedService<SampleTaker>();

    private static void Map(PageRoutes routes)
    {
        routes.Get("/", Permission.Look, ShowAsync);
        routes.Watch("/overview/live", Permission.Look, LiveAsync);
        routes.Watch("/overview/events", Permission.Look, WorkEvents.SendAsync);
        routes.Watch("/overview/samples", Permission.Look, SamplesAsync);
        // What is typed may be a person's number: it is posted, and stands in no address.
        routes.Post("/search", Permission.Look, QuickSearch.FindAsync);
        routes.Get("/work", Permission.Look, ItemAsync);
        routes.Post("/work/step", Permission.Act, StepAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, Visit visit, WorkDesk desk, AgencyTable agencies, FlowSamples samples, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = VietnamTime.DayOf(time.GetUtcNow());
        var order = AgencyOrder.Of(context.Request.Query["sort"].ToString(), context.Request.Query["descending"] == "1");
        var lines = order.Sort(await agencies.ReadAsync(visit.Who, today.AddDays(1 - Days), today, cancellationToken));
        return Page.Of<OverviewPage>(new
        {
            Board = await BoardAsync(visit, desk, cancellationToken),
            Lines = lines,
            Order = order,
            Days,
            Samples = await LastAsync(samples, time, cancellationToken),
        });
    }

    private static async Task<IResult> LiveAsync(Visit visit, WorkDesk desk, CancellationToken cancellationToken) =>
        Page.Of<WorkPanel>(new { Board = await BoardAsync(visit, desk, cancellationToken) });

    private static async Task<WorkBoard> BoardAsync(Visit visit, WorkDesk desk, CancellationToken cancellationToken)
    {
        var counts = await desk.CountAsync(visit.Who, cancellationToken);
        var items = new List<WorkItem>();
        foreach (var count in counts.Where(count => count.Count > 0)) items.AddRange(await desk.ListAsync(visit.Who, count.Kind, Listed, cancellationToken));
        return new WorkBoard(counts, items);
    }

    private static Task<IReadOnlyList<FlowSample>> LastAsync(FlowSamples samples, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return samples.BetweenAsync(now - ChartSpan, now, cancellationToken);
    }

    /// <summary>The series that the charts draw, as columns: the time in seconds, then each series.</summary>
    private static async Task<IResult> SamplesAsync(FlowSamples samples, TimeProvider time, CancellationToken cancellationToken)
    {
        var rows = await LastAsync(samples, time, cancellationToken);
        return Results.Json(new
        {
            at = rows.Select(row => row.At.ToUnixTimeSeconds()),
            filed = rows.Select(row => Math.Round(row.Filed, 1)),
            finished = rows.Select(row => Math.Round(row.Finished, 1)),
            payments = rows.Select(row => row.Payments),
            readyAge = rows.Select(row => Math.Round(row.ReadyAge, 1)),
            callAge = rows.Select(row => Math.Round(row.CallAge, 1)),
            parked = rows.Select(row => row.Parked),
        });
    }

    private static async Task<IResult> ItemAsync(HttpContext context, Visit visit, WorkDesk desk, CancellationToken cancellationToken)
    {
        var id = context.Request.Query["item"].ToString();
        return await ShowItemAsync(id, problem: null, visit, desk, cancellationToken);
    }

    private static async Task<IResult> ShowItemAsync(string id, WorkException? problem, Visit visit, WorkDesk desk, CancellationToken cancellationToken)
    {
        var item = await desk.FindAsync(visit.Who, id, cancellationToken);
        var notes = await desk.NotesAsync(visit.Who, id, cancellationToken);
        if (item is null && notes.Count == 0) return Shared.ProblemPages.Of(StatusCodes.Status404NotFound);
        var status = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page.Of<WorkItemPage>(new { Id = id, Item = item, Notes = notes, Problem = problem?.Message }, status);
    }

    private static async Task<IResult> StepAsync(HttpContext context, Visit visit, WorkDesk desk, CancellationToken cancellationToken)
    {
        var form = context.Request.Form;
        var (id, number) = (form["item"].ToString(), form["step"].ToString());
        var step = byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? (WorkStep)read : default;
        try
        {
            var assignee = form["mine"] == "1" ? visit.Who.Name : form["assignee"].ToString();
            await desk.StepAsync(visit.Who, id, step, form["note"].ToString(), assignee, cancellationToken);
        }
        catch (WorkException problem)
        {
            return await ShowItemAsync(id, problem, visit, desk, cancellationToken);
        }

        return Page.GoTo($"/work?item={Uri.EscapeDataString(id)}");
    }
}
