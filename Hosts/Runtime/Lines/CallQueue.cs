namespace DichVuCong.Runtime.Lines;

/// <summary>
/// The calls of one line that are read ahead: flows take turns, a key's calls keep their order, and a key has one call out at a time.
/// </summary>
internal sealed class CallQueue
{
    private readonly Dictionary<string, Queue<OutboundCall>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Queue<string>> _runnable = [];
    private readonly LinkedList<int> _turns = [];
    private readonly HashSet<long> _known = [];

    /// <summary>Calls in memory, those that are out included.</summary>
    public int Count => _known.Count;

    /// <summary>Whether no call can be taken.</summary>
    public bool IsEmpty => _turns.Count == 0;

    /// <summary>The sequence numbers in memory.</summary>
    public IReadOnlyCollection<long> Known => _known;

    /// <summary>Adds a call behind those of its key; one that is known already is left out.</summary>
    public void Add(OutboundCall call)
    {
        if (!_known.Add(call.Seq)) return;
        if (_byKey.TryGetValue(call.Key, out var queue))
        {
            queue.Enqueue(call);
            return;
        }

        _byKey.Add(call.Key, queue = new Queue<OutboundCall>());
        queue.Enqueue(call);
        MakeRunnable(call.Key, call.Flow);
    }

    /// <summary>Takes the next call; its key is busy until <see cref="Release"/> or <see cref="Close"/>.</summary>
    public OutboundCall? Take()
    {
        if (_turns.First is not { } turn) return null;
        var keys = _runnable[turn.Value];
        var call = _byKey[keys.Dequeue()].Dequeue();
        _turns.RemoveFirst();
        if (keys.Count > 0) _turns.AddLast(turn);
        return call;
    }

    /// <summary>Marks the key of a call that is being resolved as busy: later calls of the key queue behind it.</summary>
    public void Occupy(OutboundCall call)
    {
        _known.Add(call.Seq);
        _byKey.TryAdd(call.Key, new Queue<OutboundCall>());
    }

    /// <summary>The call is over: the key's next call may run.</summary>
    public void Release(OutboundCall call)
    {
        _known.Remove(call.Seq);
        if (!_byKey.TryGetValue(call.Key, out var queue)) return;
        if (queue.Count == 0)
        {
            _byKey.Remove(call.Key);
        }
        else
        {
            MakeRunnable(call.Key, queue.Peek().Flow);
        }
    }

    /// <summary>The key is closed: its calls leave memory, and are returned to be held.</summary>
    public IReadOnlyList<OutboundCall> Close(OutboundCall call)
    {
        _known.Remove(call.Seq);
        if (!_byKey.Remove(call.Key, out var queue)) return [];
        foreach (var waiting in queue) _known.Remove(waiting.Seq);
        return [.. queue];
    }

    private void MakeRunnable(string key, int flow)
    {
        if (!_runnable.TryGetValue(flow, out var keys)) _runnable.Add(flow, keys = new Queue<string>());
        if (keys.Count == 0) _turns.AddLast(flow);
        keys.Enqueue(key);
    }
}
