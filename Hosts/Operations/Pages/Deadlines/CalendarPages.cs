using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Deadlines;

namespace DichVuCong.Operations.Pages.Deadlines;

/// <summary>A year of a calendar.</summary>
/// <param name="Calendar">Which calendar.</param>
/// <param name="Year">Which year.</param>
/// <param name="Days">Its special days.</param>
/// <param name="Preview">What a change would do; null while none is looked at.</param>
public sealed record CalendarModel(string Calendar, int Year, IReadOnlyList<CalendarDay> Days, CalendarPreview? Preview);

/// <summary>The pages about the working calendar.</summary>
internal static class CalendarPages
{
    public static async Task<IResult> ShowAsync(
        Visit visit, CalendarDesk desk, TimeProvider time, string? calendar, int? year, string? target, CancellationToken cancellationToken)
    {
        // From an approval: the calendar and the day that it is about.
        if (target?.Split(':') is [var named, var date] && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) (calendar, year) = (named, day.Year);
        var (which, when) = (string.IsNullOrWhiteSpace(calendar) ? CalendarDesk.National : calendar.Trim(), year ?? VietnamTime.DayOf(time.GetUtcNow()).Year);
        return Page.Of<CalendarPage>(new { Model = new CalendarModel(which, when, await desk.DaysAsync(visit.Who, which, when, cancellationToken), Preview: null) });
    }

    public static Task<IResult> PreviewAsync(Visit visit, CalendarDesk desk, HttpRequest request, CancellationToken cancellationToken) => RuleProblems.UnlessBrokenAsync(async () =>
    {
        var day = DayOf(request);
        var preview = await desk.PreviewAsync(visit.Who, day, cancellationToken);
        return Page.Of<CalendarPage>(new
        {
            Model = new CalendarModel(day.Calendar, day.Date.Year, await desk.DaysAsync(visit.Who, day.Calendar, day.Date.Year, cancellationToken), preview),
        });
    });

    public static Task<IResult> ProposeAsync(Visit visit, CalendarDesk desk, HttpRequest request, CancellationToken cancellationToken) => DeadlineActions.ProposedAsync(
        "/approvals", () => desk.ProposeAsync(visit.Who, DayOf(request), request.Form["reason"], cancellationToken));

    private static CalendarDay DayOf(HttpRequest request)
    {
        var form = request.Form;
        if (!DateOnly.TryParseExact(form["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            throw new RuleBrokenException("date", "phải là một ngày.", "must be a day.");
        }

        return Enum.TryParse<DayKind>(form["kind"], out var kind) && Enum.IsDefined(kind)
            ? new CalendarDay(form["calendar"].ToString(), date, kind, form["name"].ToString(), form["document"].ToString(), Active: form["off"] != "on")
            : throw new RuleBrokenException("kind", "không có loại ngày này.", "there is no such kind of day.");
    }
}
