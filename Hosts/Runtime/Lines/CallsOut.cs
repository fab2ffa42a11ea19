namespace DichVuCong.Runtime.Lines;

/// <summary>The calls that are out: a pump that stops waits for them.</summary>
internal sealed class CallsOut
{
    private readonly HashSet<Task> _calls = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_calls) return _calls.Count;
        }
    }

    /// <summary>Keeps a call in mind until it is over.</summary>
    public void Add(Task call)
    {
        lock (_calls) _calls.Add(call);
        _ = call.ContinueWith(
            ended =>
            {
                lock (_calls) _calls.Remove(ended);
            },
            TaskScheduler.Default);
    }
}
