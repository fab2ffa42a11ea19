using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Tests.WorkingTime;

/// <summary>
/// The rules read as they are written, minute by minute and day by day, without any arithmetic that could be clever: what the fast
/// calendars are held against. Starts are whole minutes.
/// </summary>
internal sealed class ReferenceCalendars(CalendarData data)
{
    private const int MinutesOfDay = 24 * 60;

    private readonly Dictionary<(string, DateOnly), bool[]> _open = [];

    /// <summary>When a clock that never was suspended is due.</summary>
    public DateTimeOffset Due(ClockTerms terms) => terms.Unit switch
    {
        TimeUnit.ServiceMinutes => AfterServing(terms),
        _ when terms.Budget == 0 => WithinTheDay(terms.Calendar, terms.Started),
        TimeUnit.WorkingHours => AfterWorking(terms),
        TimeUnit.WorkingDays => AfterWorkdays(terms),
        TimeUnit.CalendarDays => CloseFrom(terms.Calendar, VietnamTime.DayOf(terms.Started).AddDays((int)terms.Budget)),
        _ => CloseFrom(terms.Calendar, VietnamTime.DayOf(terms.Started).AddMonths((int)terms.Budget)),
    };

    /// <summary>The minutes of a minute-wise unit that pass between two moments.</summary>
    public long MinutesBetween(string calendar, TimeUnit unit, DateTimeOffset from, DateTimeOffset to)
    {
        var minutes = 0L;
        for (var minute = from; minute < to; minute = minute.AddMinutes(1))
            minutes += Counts(calendar, unit, minute) ? 1 : 0;
        return minutes;
    }

    /// <summary>The working days after the day of one moment, up to and with that of another.</summary>
    public int WorkdaysBetween(string calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var days = 0;
        for (var day = VietnamTime.DayOf(from).AddDays(1); day <= VietnamTime.DayOf(to); day = day.AddDays(1))
            days += IsWorkday(calendar, day) ? 1 : 0;
        return days;
    }

    /// <summary>The close of a day, or of the next working day when it is off.</summary>
    public DateTimeOffset CloseFrom(string calendar, DateOnly day)
    {
        while (!IsWorkday(calendar, day))
            day = day.AddDays(1);
        return VietnamTime.At(day, TimeOnly.MinValue).AddMinutes(Array.LastIndexOf(Open(calendar, day), true) + 1);
    }

    /// <summary>The close of the day of a moment, or of the next working day when it is off or over.</summary>
    public DateTimeOffset WithinTheDay(string calendar, DateTimeOffset started)
    {
        var day = VietnamTime.DayOf(started);
        var close = CloseFrom(calendar, day);
        return started < close ? close : CloseFrom(calendar, day.AddDays(1));
    }

    public bool IsWorkday(string calendar, DateOnly day) => Open(calendar, day).Contains(true);

    /// <summary>Whether the minute that begins at a moment is one that counts.</summary>
    public bool Counts(string calendar, TimeUnit unit, DateTimeOffset minute) => unit == TimeUnit.ServiceMinutes
        ? !data.Windows.Any(window => "system:" + window.System == calendar && window.From <= minute && minute < window.To)
        : Open(calendar, VietnamTime.DayOf(minute))[(int)VietnamTime.Local(minute).TimeOfDay.TotalMinutes];

    private DateTimeOffset AfterServing(ClockTerms terms)
    {
        var minute = terms.Started;
        if (terms.Budget > 0)
            return AfterWorking(terms);
        while (!Counts(terms.Calendar, terms.Unit, minute))
            minute = minute.AddMinutes(1);
        return minute;
    }

    private DateTimeOffset AfterWorking(ClockTerms terms)
    {
        var left = terms.Budget;
        var minute = terms.Started;
        for (; left > 0; minute = minute.AddMinutes(1))
            left -= Counts(terms.Calendar, terms.Unit, minute) ? 1 : 0;
        return minute;
    }

    private DateTimeOffset AfterWorkdays(ClockTerms terms)
    {
        var day = VietnamTime.DayOf(terms.Started);
        for (var left = terms.Budget; left > 0; left -= IsWorkday(terms.Calendar, day) ? 1 : 0)
            day = day.AddDays(1);
        return CloseFrom(terms.Calendar, day);
    }

    private bool[] Open(string calendar, DateOnly day)
    {
        if (_open.TryGetValue((calendar, day), out var known))
            return known;
        var open = new bool[MinutesOfDay];
        foreach (var row in RowsOf(calendar, day))
            Array.Fill(open, true, (int)row.From.ToTimeSpan().TotalMinutes, (int)(row.To - row.From).TotalMinutes);
        return _open[(calendar, day)] = open;
    }

    private OfficeHours[] RowsOf(string calendar, DateOnly day)
    {
        var codes = CodesFrom(calendar);
        var special = codes.SelectMany(code => data.Days.Where(row => row.Active && row.Calendar == code && row.Date == day)).FirstOrDefault();
        var valid = codes
            .Select(code => data.Hours.Where(row => row.Calendar == code && row.ValidFrom <= day && (row.ValidTo is null || day <= row.ValidTo)).ToArray())
            .FirstOrDefault(rows => rows.Length > 0, []);
        var weekday = special?.Kind switch
        {
            null => day.DayOfWeek,
            DayKind.WorkingDay => Exchanged(day.DayOfWeek, valid),
            _ => (DayOfWeek?)null,
        };
        return [.. valid.Where(row => row.Day == weekday)];
    }

    private static DayOfWeek Exchanged(DayOfWeek day, OfficeHours[] rows)
    {
        DayOfWeek[] lastFirst = [DayOfWeek.Friday, DayOfWeek.Thursday, DayOfWeek.Wednesday, DayOfWeek.Tuesday, DayOfWeek.Monday];
        DayOfWeek[] candidates = lastFirst.Contains(day) ? [day, .. lastFirst] : lastFirst;
        foreach (var weekday in candidates)
        {
            if (rows.Any(row => row.Day == weekday))
                return weekday;
        }

        return day;
    }

    private static List<string> CodesFrom(string calendar)
    {
        var parts = calendar.Split('.');
        return [.. Enumerable.Range(0, parts.Length).Select(cut => string.Join('.', parts[..^cut])), "vn"];
    }
}
