using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.WorkingTime;

/// <summary>
/// Counts time as the law does (Civil Code art. 147-148; <c>decisions.md</c>, Counting time), by one version of the calendars. Immutable:
/// it may be shared by any number of threads, and neither allocates nor waits.
/// <list type="bullet">
/// <item>Hours run from the moment, inside office hours; a start outside them waits for the next opening. Hours that are used up at closing
/// time end there, not at the next opening. 8 working hours are a budget of 480 minutes, however long an agency's day is.</item>
/// <item>Days and months start with the next day, whatever the time of receipt: what comes in at 20:00 was received that day, and the day
/// after is the first to count. They end at the last closing time of their last day. (Art. 148.6 lets a term end at 24:00; an agency that
/// is closed cannot answer, so ours ends at its close.)</item>
/// <item>A term with nothing to count, because its budget is 0 or all of it was used before the clock was started again, is due within the
/// day: at the close of the day of start, or of the next working day when that day is off or has closed. Service minutes have no day:
/// such a term is due at once, or when the maintenance ends.</item>
/// <item>A day is a working day when it has office hours: the Saturday of an agency that has hours on Saturday mornings is one.</item>
/// </list>
/// </summary>
/// <param name="data">The calendars.</param>
/// <exception cref="ArgumentException">The calendars are deficient (<see cref="CalendarChecks"/>).</exception>
public sealed class WorkingCalendars(CalendarData data) : ICalendars
{
    private readonly OfficeCalendars _offices = new(CalendarChecks.Checked(data));
    private readonly SystemServices _systems = new(data);

    /// <inheritdoc/>
    public int Version { get; } = data.Version;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The budget is below 0 or above a century, what is used is below 0, or the unit is none.</exception>
    public DateTimeOffset Due(ClockTerms terms)
    {
        TermLimits.Check(terms);
        var start = LocalTicks.Of(terms.Started);
        return LocalTicks.ToInstant(
            terms.Unit == TimeUnit.ServiceMinutes
                ? _systems.Of(terms.Calendar).MomentWhenServed(start, Math.Max(0, terms.Budget - terms.Used) * TimeSpan.TicksPerMinute)
                : OfficeDue(_offices.Of(terms.Calendar), terms, start));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Due"/>.</exception>
    public long UsedAt(ClockTerms terms, DateTimeOffset at)
    {
        TermLimits.Check(terms);
        var start = LocalTicks.Of(terms.Started);
        var end = Math.Max(start, LocalTicks.Of(at));
        return terms.Unit switch
        {
            TimeUnit.ServiceMinutes => terms.Used + ServiceMinutes(_systems.Of(terms.Calendar), start, end),
            TimeUnit.WorkingHours => terms.Used + WorkingMinutes(_offices.Of(terms.Calendar), start, end),
            TimeUnit.WorkingDays => terms.Used + Workdays(_offices.Of(terms.Calendar), LocalTicks.Day(start), LocalTicks.Day(end)),
            TimeUnit.Months => MonthTerm.UsedAfter(terms, LocalTicks.Day(end) - LocalTicks.Day(start)),
            _ => terms.Used + LocalTicks.Day(end) - LocalTicks.Day(start),
        };
    }

    /// <inheritdoc/>
    public int WorkingDaysBetween(string calendar, DateTimeOffset from, DateTimeOffset to) =>
        Workdays(_offices.Of(calendar), LocalTicks.Day(LocalTicks.Of(from)), LocalTicks.Day(LocalTicks.Of(to)));

    private static long OfficeDue(OfficeCalendar calendar, ClockTerms terms, long start)
    {
        var left = terms.Unit == TimeUnit.Months ? MonthTerm.DaysLeft(terms) : terms.Budget - terms.Used;
        if (left <= 0)
            return CloseWithinTheDay(calendar, start);
        var day = LocalTicks.Day(start);
        return terms.Unit switch
        {
            TimeUnit.WorkingHours => calendar.MomentWhenWorked(calendar.WorkedBefore(start) + (left * TimeSpan.TicksPerMinute)),
            TimeUnit.WorkingDays => calendar.CloseOf(calendar.Workday(calendar.WorkdaysBefore(day + 1) + (int)left)),
            _ => calendar.CloseOf(calendar.WorkdayFrom(day + (int)left)),
        };
    }

    private static long CloseWithinTheDay(OfficeCalendar calendar, long start)
    {
        var day = LocalTicks.Day(start);
        return calendar.CloseOf(calendar.WorkdayFrom(LocalTicks.TimeOfDay(start) < calendar.On(day).Close ? day : day + 1));
    }

    private static int Workdays(OfficeCalendar calendar, int from, int to) => calendar.WorkdaysBefore(to + 1) - calendar.WorkdaysBefore(from + 1);

    private static long WorkingMinutes(OfficeCalendar calendar, long from, long to) =>
        (calendar.WorkedBefore(to) - calendar.WorkedBefore(from)) / TimeSpan.TicksPerMinute;

    private static long ServiceMinutes(ServiceTime service, long from, long to) =>
        (service.ServedBefore(to) - service.ServedBefore(from)) / TimeSpan.TicksPerMinute;
}
