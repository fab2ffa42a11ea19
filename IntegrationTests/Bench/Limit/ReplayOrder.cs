namespace DichVuCong.Bench.Limit;

/// <summary>
/// Lets a recorded request begin only when every request that had ended before it began has ended again: what one connection wrote is there
/// when another one looks for it, and nothing else is waited for.
/// </summary>
internal sealed class ReplayOrder
{
    private readonly Lock _lock = new();
    private readonly long[] _ends;
    private readonly bool[] _done;
    private readonly SortedDictionary<int, List<TaskCompletionSource>> _waiting = [];
    private int _prefix;

    /// <summary>Prepares the order of all requests of these sessions.</summary>
    public ReplayOrder(IEnumerable<RecordedSession> sessions)
    {
        _ends = [.. sessions.SelectMany(session => session.Requests).Select(request => request.Ended).Order()];
        _done = new bool[_ends.Length];
    }

    /// <summary>Completes when the request may begin.</summary>
    public Task TurnOf(RecordedRequest request)
    {
        var before = Array.BinarySearch(_ends, request.Began);
        var needed = before >= 0 ? before : ~before;
        lock (_lock)
        {
            if (_prefix >= needed) return Task.CompletedTask;
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_waiting.TryGetValue(needed, out var others)) _waiting.Add(needed, others = []);
            others.Add(turn);
            return turn.Task;
        }
    }

    /// <summary>The request has ended.</summary>
    public void Ended(RecordedRequest request)
    {
        var free = new List<TaskCompletionSource>();
        lock (_lock)
        {
            _done[Array.BinarySearch(_ends, request.Ended)] = true;
            while (_prefix < _done.Length && _done[_prefix]) _prefix++;
            while (_waiting.Count > 0 && _waiting.First() is var (needed, turns) && needed <= _prefix)
            {
                free.AddRange(turns);
                _waiting.Remove(needed);
            }
        }

        foreach (var turn in free) turn.SetResult();
    }
}
