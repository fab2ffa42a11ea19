namespace DichVuCong.Runtime.Deaths;

/// <summary>What one worker is deciding on, and since when; another thread looks.</summary>
internal sealed class DecisionWatch(TimeProvider time)
{
    private readonly Lock _lock = new();
    private (Guid Message, short Type, long Since)? _current;
    private bool _reported;

    /// <summary>A decision begins.</summary>
    public void Begin(Guid message, short type)
    {
        lock (_lock) (_current, _reported) = ((message, type, time.GetTimestamp()), false);
    }

    /// <summary>It is made, or has failed.</summary>
    public void End()
    {
        lock (_lock) _current = null;
    }

    /// <summary>The decision under way and how long it has taken; null when there is none.</summary>
    public (Guid Message, short Type, TimeSpan Taken)? Current
    {
        get
        {
            lock (_lock) return _current is { } current ? (current.Message, current.Type, time.GetElapsedTime(current.Since)) : null;
        }
    }

    /// <summary>Whether this is the first time that the decision under way is reported.</summary>
    public bool ReportOnce()
    {
        lock (_lock)
        {
            if (_reported) return false;
            return _reported = true;
        }
    }
}
