using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.WorkingTime;

/// <summary>What a calendar is made of: its seasons and its special days, those it takes over from the calendar above it included.</summary>
/// <param name="Seasons">The office hours.</param>
/// <param name="SpecialDays">The special days that count, by day number.</param>
internal sealed record CalendarLayer(OfficeSeasons Seasons, IReadOnlyDictionary<int, DayKind> SpecialDays)
{
    /// <summary>What lies below the national calendar.</summary>
    public static CalendarLayer Empty { get; } = new(OfficeSeasons.None, new Dictionary<int, DayKind>());

    /// <summary>The calendar of a body below this one: its own rows win, the rest is as here.</summary>
    public CalendarLayer With(IEnumerable<OfficeHours> hours, IEnumerable<CalendarDay> days)
    {
        var specialDays = new Dictionary<int, DayKind>(SpecialDays);
        foreach (var day in days.Where(day => day.Active))
            specialDays[day.Date.DayNumber] = day.Kind;
        return new(Seasons.With([.. hours]), specialDays);
    }

    /// <summary>The calendar to count with.</summary>
    public OfficeCalendar ToCalendar()
    {
        int[] starts = [.. Seasons.Starts.Concat(SpecialDays.Keys.SelectMany(day => new[] { day, day + 1 })).Distinct().Order()];
        return new(starts, [.. starts.Select(WeekFrom)]);
    }

    private OfficeWeek WeekFrom(int day)
    {
        var week = Seasons.On(day);
        if (!SpecialDays.TryGetValue(day, out var kind))
            return week;
        return kind == DayKind.WorkingDay ? OfficeWeek.EveryDay(week.InExchange(day)) : OfficeWeek.Closed;
    }
}
