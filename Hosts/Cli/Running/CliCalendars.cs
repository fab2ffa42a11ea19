using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Registries.Operations.Deadlines;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Cli.Running;

/// <summary>The calendars of a command, as they were when it began.</summary>
internal sealed class CliCalendars : ICalendarSource, ICalendarMaker
{
    private ICalendars? _current;

    public ICalendars Current => _current ?? throw new InvalidOperationException("The calendars are not loaded: the command must ask for them.");

    public ICalendars Make(CalendarData data) => new WorkingCalendars(data);

    public void Use(CalendarData data) => _current = Make(data);
}
