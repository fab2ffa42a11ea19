using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.WorkingTime;

/// <summary>
/// What calendars must keep to before time may be counted with them. Whoever takes in new calendars asks here first and reports everything
/// that is wrong at once.
/// </summary>
public static class CalendarChecks
{
    /// <summary>Everything that is wrong with a version of the calendars, each naming its row and the rule; empty when it may be used.</summary>
    public static IReadOnlyList<string> Deficiencies(CalendarData data) =>
        [.. Empty(data), .. Hours(data.Hours), .. Overlaps(data.Hours), .. Days(data.Days), .. Windows(data.Windows)];

    /// <summary>Refuses calendars that time cannot be counted with.</summary>
    /// <exception cref="ArgumentException">The calendars are deficient; the message holds every deficiency.</exception>
    internal static CalendarData Checked(CalendarData data)
    {
        var deficiencies = Deficiencies(data);
        return deficiencies.Count == 0
            ? data
            : throw new ArgumentException(
                $"Version {data.Version} of the calendars cannot be counted with. {string.Join(" ", deficiencies)}", nameof(data));
    }

    // Without this the days run out and a deadline is never found; every other calendar falls back to the national one.
    private static IEnumerable<string> Empty(CalendarData data)
    {
        if (!data.Hours.Any(row => row.Calendar == OfficeCalendars.NationalCode && row.ValidTo is null))
            yield return $"Hours of '{OfficeCalendars.NationalCode}': at least one row must be valid without end (ValidTo empty).";
    }

    private static IEnumerable<string> Hours(IReadOnlyList<OfficeHours> hours)
    {
        foreach (var row in hours)
        {
            if (string.IsNullOrWhiteSpace(row.Calendar))
                yield return $"Hours {Describe(row)}: Calendar must not be empty.";
            if (!Enum.IsDefined(row.Day))
                yield return $"Hours {Describe(row)}: Day must be a weekday.";
            if (row.From >= row.To)
                yield return $"Hours {Describe(row)}: From must be before To.";
            if (row.ValidTo < row.ValidFrom)
                yield return $"Hours {Describe(row)}: ValidTo must not be before ValidFrom.";
        }
    }

    private static IEnumerable<string> Overlaps(IReadOnlyList<OfficeHours> hours) =>
        from weekday in hours.GroupBy(row => (row.Calendar, row.Day))
        let rows = weekday.OrderBy(row => row.From).ToArray()
        from i in Enumerable.Range(0, rows.Length)
        from other in rows.Skip(i + 1)
        where other.From < rows[i].To && HoldTogether(rows[i], other)
        select $"Hours {Describe(rows[i])} and {Describe(other)}: they overlap while both are valid; end the older row first.";

    private static bool HoldTogether(OfficeHours one, OfficeHours other) =>
        one.ValidFrom <= (other.ValidTo ?? DateOnly.MaxValue) && other.ValidFrom <= (one.ValidTo ?? DateOnly.MaxValue);

    private static IEnumerable<string> Days(IReadOnlyList<CalendarDay> days)
    {
        foreach (var day in days)
        {
            if (string.IsNullOrWhiteSpace(day.Calendar))
                yield return $"Day {day.Date:yyyy-MM-dd}: Calendar must not be empty.";
            if (!Enum.IsDefined(day.Kind))
                yield return $"Day {day.Date:yyyy-MM-dd} of '{day.Calendar}': Kind must be a kind of day.";
        }

        foreach (var twice in days.Where(day => day.Active).GroupBy(day => (day.Calendar, day.Date)).Where(rows => rows.Count() > 1))
            yield return $"Day {twice.Key.Date:yyyy-MM-dd} of '{twice.Key.Calendar}': only one row of a day may be active.";
    }

    private static IEnumerable<string> Windows(IReadOnlyList<MaintenanceWindow> windows) =>
        windows
            .Where(window => window.From >= window.To)
            .Select(window => $"Window of system '{window.System}' from {window.From:yyyy-MM-dd HH:mm zzz}: From must be before To.");

    private static string Describe(OfficeHours row) =>
        $"'{row.Calendar}' {row.Day} {row.From:HH:mm}-{row.To:HH:mm} from {row.ValidFrom:yyyy-MM-dd}";
}
