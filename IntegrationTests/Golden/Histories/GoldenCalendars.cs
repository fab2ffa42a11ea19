using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>
/// The calendars that histories are counted with, by version. They never change: a history names the version of each of its steps.
/// From Monday to Friday, 8 to 12 and 13 to 17; the system H29 is not in service on the evening of 3 March 2026. Version 2: 5 March is a holiday.
/// </summary>
internal static class GoldenCalendars
{
    private const string Source = "made up";

    public static ICalendars Of(int version) => new WorkingCalendars(new CalendarData(
        version,
        version < 2 ? [] : [new CalendarDay("vn", new DateOnly(2026, 3, 5), DayKind.Holiday, Source, Source, true)],
        [
            .. Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).SelectMany(day => new[]
            {
                new OfficeHours("vn", day, new TimeOnly(8, 0), new TimeOnly(12, 0), new DateOnly(2020, 1, 1), ValidTo: null, Source),
                new OfficeHours("vn", day, new TimeOnly(13, 0), new TimeOnly(17, 0), new DateOnly(2020, 1, 1), ValidTo: null, Source),
            }),
        ],
        [new MaintenanceWindow("H29", At("2026-03-03T20:00"), At("2026-03-03T23:00"), Source)]));

    /// <summary>A local time.</summary>
    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), VietnamTime.Offset);
}
