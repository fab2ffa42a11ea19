using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.WorkingTime;

/// <summary>The service times of the one-stop systems, found by <c>system:</c> and the system's code.</summary>
internal sealed class SystemServices(CalendarData data)
{
    private const string Prefix = "system:";

    private readonly Dictionary<string, ServiceTime> _systems = data.Windows
        .GroupBy(window => window.System, StringComparer.Ordinal)
        .ToDictionary(windows => Prefix + windows.Key, windows => new ServiceTime(windows), StringComparer.Ordinal);

    /// <summary>The service time of a system; a system without an announced window is always in service.</summary>
    public ServiceTime Of(string calendar) => _systems.GetValueOrDefault(calendar, ServiceTime.Uninterrupted);
}
