using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Bench;

/// <summary>The usual office hours, without a day off.</summary>
internal sealed class BenchCalendars : ICalendarSource
{
    public ICalendars Current { get; } = new WorkingCalendars(new CalendarData(
        1,
        [],
        [
            .. Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).SelectMany(day => new[]
            {
                new OfficeHours("vn", day, new TimeOnly(8, 0), new TimeOnly(12, 0), new DateOnly(2000, 1, 1), ValidTo: null, "bench"),
                new OfficeHours("vn", day, new TimeOnly(13, 0), new TimeOnly(17, 0), new DateOnly(2000, 1, 1), ValidTo: null, "bench"),
            }),
        ],
        []));
}
