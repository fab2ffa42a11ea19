using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Registries.Hosting;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Operations.Hosting;

/// <summary>The calendars in use: what working days and deadlines are counted with on the screen, as on the hosts that count them.</summary>
internal sealed class LiveCalendars : ICalendarSource, ICatalogueUser
{
    private volatile WorkingCalendars? _current;

    public ICalendars Current => _current ?? throw new NotReadyException("catalogue");

    public Task UseAsync(CatalogueData data, CancellationToken cancellationToken)
    {
        if (data.Calendars.Version != _current?.Version) _current = new WorkingCalendars(data.Calendars);
        return Task.CompletedTask;
    }
}
