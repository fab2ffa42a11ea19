using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.WorkingTime;

/// <summary>
/// The time in which a one-stop system is in service: 24 hours a day but for its announced maintenance (A32.3). Windows that overlap or
/// touch count as one.
/// </summary>
internal sealed class ServiceTime
{
    private readonly long[] _downFrom;
    private readonly long[] _downTo;

    // How long the system was down in the windows before this one, and in service before this one begins.
    private readonly long[] _downBefore;
    private readonly long[] _servedBefore;

    public ServiceTime(IEnumerable<MaintenanceWindow> windows)
    {
        var merged = Merge(windows);
        _downFrom = [.. merged.Select(window => window.From)];
        _downTo = [.. merged.Select(window => window.To)];
        _downBefore = new long[merged.Count];
        _servedBefore = new long[merged.Count];
        for (var i = 0; i < merged.Count; i++)
        {
            _downBefore[i] = i == 0 ? 0 : _downBefore[i - 1] + _downTo[i - 1] - _downFrom[i - 1];
            _servedBefore[i] = _downFrom[i] - _downBefore[i];
        }
    }

    /// <summary>A system of which no maintenance is announced.</summary>
    public static ServiceTime Uninterrupted { get; } = new([]);

    /// <summary>The time in service, in ticks, before a moment in local ticks.</summary>
    public long ServedBefore(long moment)
    {
        var window = SortedArray.LastAtMost(_downFrom, moment);
        return window < 0 ? moment : moment - _downBefore[window] - (Math.Min(moment, _downTo[window]) - _downFrom[window]);
    }

    /// <summary>
    /// The earliest moment at which <paramref name="ticks"/> of service have passed since <paramref name="start"/>; for 0 the start
    /// itself, or the end of the window it lies in.
    /// </summary>
    public long MomentWhenServed(long start, long ticks)
    {
        var served = ServedBefore(start) + ticks;
        var window = SortedArray.LastAtMost(_servedBefore, ticks > 0 ? served - 1 : served);
        return window < 0 ? served : served + _downBefore[window] + _downTo[window] - _downFrom[window];
    }

    private static List<(long From, long To)> Merge(IEnumerable<MaintenanceWindow> windows)
    {
        var merged = new List<(long From, long To)>();
        foreach (var (from, to) in windows.Select(window => (LocalTicks.Of(window.From), LocalTicks.Of(window.To))).Order())
        {
            if (merged.Count > 0 && from <= merged[^1].To)
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            else
                merged.Add((from, to));
        }

        return merged;
    }
}
