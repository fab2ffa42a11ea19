using System.Collections.Concurrent;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Simulation.Catalogue;

/// <summary>The calendars as they change in the course of a history. Equal ones are made once for all histories: they are immutable.</summary>
internal sealed class LiveCatalogue
{
    private static readonly ConcurrentDictionary<string, WorkingCalendars> Made = new(StringComparer.Ordinal);

    private static readonly OfficeHours[] Hours =
    [
        .. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }.SelectMany(day => new[]
        {
            new OfficeHours("vn", day, new TimeOnly(8, 0), new TimeOnly(12, 0), new DateOnly(2020, 1, 1), null, "simulation"),
            new OfficeHours("vn", day, new TimeOnly(13, 0), new TimeOnly(17, 0), new DateOnly(2020, 1, 1), null, "simulation"),
        }),
    ];

    private readonly List<CalendarDay> _days = [];
    private readonly List<MaintenanceWindow> _windows = [];
    private int _version = 1;

    public LiveCatalogue() => Calendars = Make();

    /// <summary>The newest calendars.</summary>
    public WorkingCalendars Calendars { get; private set; }

    /// <summary>The days off that were announced so far.</summary>
    public IEnumerable<DateOnly> Holidays => _days.Select(day => day.Date);

    public void Announce(DateOnly holiday)
    {
        if (_days.Exists(day => day.Date == holiday)) return;
        _days.Add(new CalendarDay("vn", holiday, DayKind.Holiday, "simulation", "simulation", Active: true));
        Next();
    }

    public void Announce(string system, DateTimeOffset from, DateTimeOffset to)
    {
        _windows.Add(new MaintenanceWindow(system, from, to, "simulation"));
        Next();
    }

    private void Next()
    {
        _version++;
        Calendars = Make();
    }

    private WorkingCalendars Make()
    {
        var data = new CalendarData(_version, [.. _days], Hours, [.. _windows]);
        var key = $"{_version} {string.Join(' ', _days.Select(day => day.Date.DayNumber))} {string.Join(' ', _windows.Select(window => $"{window.System}{window.From.UtcTicks}-{window.To.UtcTicks}"))}";
        return Made.GetOrAdd(key, _ => new WorkingCalendars(data));
    }
}
