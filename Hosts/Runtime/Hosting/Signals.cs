using System.Collections.Concurrent;

namespace DichVuCong.Runtime.Hosting;

/// <summary>Wakes idle lanes and lines of this process when this process has made work for them; others look every few milliseconds.</summary>
internal sealed class Signals
{
    private readonly ConcurrentDictionary<int, bool> _linesWithWork = new();
    private volatile TaskCompletionSource _lanes = New();
    private volatile TaskCompletionSource _lines = New();

    /// <summary>Completes when lanes may have work.</summary>
    public Task Lanes => _lanes.Task;

    /// <summary>Completes when lines may have work.</summary>
    public Task Lines => _lines.Task;

    public void WakeLanes() => Interlocked.Exchange(ref _lanes, New()).TrySetResult();

    /// <summary>Says that these lines have new calls.</summary>
    public void WakeLines(IEnumerable<int> lines)
    {
        foreach (var line in lines) _linesWithWork[line] = true;
        WakeLines();
    }

    /// <summary>Wakes the pump without naming a line.</summary>
    public void WakeLines() => Interlocked.Exchange(ref _lines, New()).TrySetResult();

    /// <summary>Takes the lines named since the last time.</summary>
    public IReadOnlyCollection<int> TakeLines()
    {
        if (_linesWithWork.IsEmpty) return [];
        var lines = _linesWithWork.Keys;
        foreach (var line in lines) _linesWithWork.TryRemove(line, out _);
        return [.. lines];
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
