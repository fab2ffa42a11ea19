namespace DichVuCong.Sandbox.Timing;

/// <summary>What is to be done when. One timer for any number of entries; nothing runs while nothing is due.</summary>
/// <typeparam name="T">What comes due.</typeparam>
internal sealed class Agenda<T> : IDisposable
{
    private const long Never = long.MaxValue;

    private readonly TimeProvider _time;
    private readonly Action<T> _due;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly PriorityQueue<T, long> _entries = new();
    private long _armedFor = Never;

    /// <summary>Creates an empty agenda.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="due">What is done with an entry when its time has come; several may run at once.</param>
    public Agenda(TimeProvider time, Action<T> due)
    {
        _time = time;
        _due = due;
        _timer = time.CreateTimer(static agenda => ((Agenda<T>)agenda!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Adds an entry.</summary>
    public void Add(T entry, TimeSpan after)
    {
        var due = _time.GetUtcNow().UtcTicks + after.Ticks;
        lock (_gate)
        {
            _entries.Enqueue(entry, due);
            if (due < _armedFor) Arm(due);
        }
    }

    /// <summary>Stops the timer; what is still in the agenda never comes due.</summary>
    public void Dispose() => _timer.Dispose();

    private void Ring()
    {
        var due = new List<T>();
        lock (_gate)
        {
            var now = _time.GetUtcNow().UtcTicks;
            while (_entries.TryPeek(out _, out var at) && at <= now) due.Add(_entries.Dequeue());
            _armedFor = Never;
            if (_entries.TryPeek(out _, out var next)) Arm(next);
        }

        foreach (var entry in due) _due(entry);
    }

    private void Arm(long due)
    {
        _armedFor = due;
        var wait = TimeSpan.FromTicks(Math.Max(0, due - _time.GetUtcNow().UtcTicks));
        // Timers count whole milliseconds: rounded down, one would ring too early, find nothing due, and ring again.
        _timer.Change(wait.Ticks % TimeSpan.TicksPerMillisecond == 0 ? wait : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
