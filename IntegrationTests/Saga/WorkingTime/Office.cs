using System.Globalization;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Tests.WorkingTime;

/// <summary>Rows of made-up calendars.</summary>
internal static class Office
{
    private const string Source = "made up";

    private static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>From Monday to Friday; stretches as <c>08:00-12:00 13:00-17:00</c>.</summary>
    public static OfficeHours[] Week(string calendar, string stretches, string from = "2020-01-01", string? to = null) =>
        [.. Weekdays.SelectMany(day => Day(calendar, day, stretches, Moment.Day(from), to is null ? null : Moment.Day(to)))];

    public static OfficeHours[] Day(string calendar, DayOfWeek day, string stretches, DateOnly from, DateOnly? to) =>
        [.. stretches.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(stretch => stretch.Split('-'))
            .Select(times => new OfficeHours(calendar, day, Time(times[0]), Time(times[1]), from, to, Source))];

    public static CalendarDay Special(string calendar, string day, DayKind kind, bool active = true) =>
        new(calendar, Moment.Day(day), kind, Source, Source, active);

    public static MaintenanceWindow Window(string system, string from, string to) => new(system, Moment.At(from), Moment.At(to), Source);

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
