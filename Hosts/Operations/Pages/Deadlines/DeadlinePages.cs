using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Deadlines;

namespace DichVuCong.Operations.Pages.Deadlines;

/// <summary>A page of clocks.</summary>
/// <param name="Clocks">The clocks.</param>
/// <param name="Names">The rules to choose from.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Until">The last day that was asked for.</param>
/// <param name="Next">Where the next page is; null for the last.</param>
public sealed record DeadlinesModel(IReadOnlyList<ClockView> Clocks, IReadOnlyList<string> Names, ClockFilter Filter, DateOnly? Until, string? Next);

/// <summary>One clock.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Approvals">What was proposed about it.</param>
public sealed record DeadlineModel(ClockView Clock, IReadOnlyList<Approval> Approvals);

/// <summary>The pages about clocks.</summary>
internal static class DeadlinePages
{
    private const int PageSize = 100;

    public static Task<IResult> ListAsync(
        Visit visit, ClockBoard board, string? rule, string? agency, string? until, string? after, CancellationToken cancellationToken) => RuleProblems.UnlessBrokenAsync(async () =>
    {
        DateOnly? last = DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var filter = new ClockFilter
        {
            Name = string.IsNullOrEmpty(rule) ? null : rule,
            Agency = string.IsNullOrWhiteSpace(agency) ? null : agency,
            Before = last is { } end ? VietnamTime.At(end.AddDays(1), TimeOnly.MinValue) : null,
            After = CursorOf(after),
            Limit = PageSize + 1,
        };
        var clocks = await board.ListAsync(visit.Who, filter, cancellationToken);
        var shown = clocks.Take(PageSize).ToList();
        var next = clocks.Count > PageSize ? $"/deadlines?rule={Uri.EscapeDataString(rule ?? "")}&agency={Uri.EscapeDataString(agency ?? "")}&until={until}&after={TextOf(shown[^1].Cursor)}" : null;
        return Page.Of<DeadlinesPage>(new { Model = new DeadlinesModel(shown, await board.NamesAsync(cancellationToken), filter, last, next) });
    });

    public static async Task<IResult> ShowAsync(Visit visit, ClockBoard board, ApprovalDesk approvals, long saga, string clock, CancellationToken cancellationToken)
    {
        var found = await board.FindAsync(visit.Who, saga, clock, cancellationToken);
        if (found is null) return ProblemPages.Of(StatusCodes.Status404NotFound, new("Đồng hồ này không còn chạy.", "This clock does not run any more."));
        var proposals = await approvals.ListAsync(visit.Who, state: null, ClockDesk.TargetOf(found), before: null, 20, cancellationToken);
        return Page.Of<DeadlinePage>(new { Model = new DeadlineModel(found, proposals) });
    }

    private static string TextOf(ClockCursor cursor) => Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"{cursor.Due.UtcTicks}.{cursor.Saga}.{cursor.Name}"));

    /// <summary>A cursor that somebody has made up begins at the beginning.</summary>
    private static ClockCursor? CursorOf(string? text) => text?.Split('.', 3) is [var ticks, var saga, var name]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
        && long.TryParse(saga, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new ClockCursor(new DateTimeOffset(at, TimeSpan.Zero), number, name)
        : null;
}
