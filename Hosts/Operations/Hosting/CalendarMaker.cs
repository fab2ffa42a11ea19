using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Registries.Operations.Deadlines;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Operations.Hosting;

/// <summary>Makes calendars as the hosts that count do.</summary>
internal sealed class CalendarMaker : ICalendarMaker
{
    public ICalendars Make(CalendarData data) => new WorkingCalendars(data);
}
