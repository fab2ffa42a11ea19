using System.Globalization;
using CsvHelper;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Saga.Tests.WorkingTime;

/// <summary>The calendars that the product ships, read from their files.</summary>
internal static class ShippedCalendars
{
    public static CalendarData Data { get; } = new(Version: 1, Read<CalendarDay>("calendar-days.csv"), Read<OfficeHours>("office-hours.csv"), []);

    public static WorkingCalendars Calendars { get; } = new(Data);

    private static T[] Read<T>(string file)
    {
        using var text = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Data", file));
        using var rows = new CsvReader(text, CultureInfo.InvariantCulture);
        return [.. rows.GetRecords<T>()];
    }
}
