namespace DichVuCong.Runtime.Lines;

/// <summary>A line that this process owns: what it has read ahead, what is out, and the partner's health.</summary>
internal sealed class Line(LineSettings settings, long epoch)
{
    private readonly PriorityQueue<OutboundCall, DateTimeOffset> _later = new();
    private readonly Dictionary<long, OutboundCall> _adopted = [];
    private RateGate _rate = new(settings.Limits.CallsPerSecond);

    public LineSettings Settings { get; private set; } = settings;

    /// <summary>Rises with every change of owner; an owner whose epoch is past may commit nothing but done and refused.</summary>
    public long Epoch { get; } = epoch;

    public CallQueue Queue { get; } = new();

    public Circuit Circuit { get; private set; } = new(settings.Limits);

    /// <summary>Keys with a call in <c>later</c> or parked: their other calls are held.</summary>
    public HashSet<string> ClosedKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>Of those, the keys that a parked call closed, or one for a newer build: operators or that build open them.</summary>
    public HashSet<string> ParkedKeys { get; } = new(StringComparer.Ordinal);

    public int InFlight { get; private set; }

    /// <summary>Whether the table may hold calls that are not in memory.</summary>
    public bool MayHaveMore { get; set; } = true;

    /// <summary>The epoch is past: nothing is started any more.</summary>
    public bool IsLost { get; set; }

    /// <summary>The circuit's state that the operators' table shows.</summary>
    public string ShownCircuit { get; set; } = "closed";

    /// <summary>When the next of the calls that are due later is due; null for none.</summary>
    public DateTimeOffset? NextDue => _later.TryPeek(out _, out var due) ? due : null;

    public int Calls => Queue.Count + _later.Count;

    public void Apply(LineSettings settings)
    {
        if (settings.Limits != Settings.Limits)
        {
            _rate = new RateGate(settings.Limits.CallsPerSecond);
            Circuit = new Circuit(settings.Limits);
        }

        Settings = settings;
    }

    /// <summary>
    /// A call of this process that was out when the process lost its session and took its line over again: the answer comes to it as before.
    /// </summary>
    public void Adopt(OutboundCall call)
    {
        _adopted.Add(call.Seq, call);
        InFlight++;
    }

    /// <summary>
    /// The call that an answer from before the take-over belongs to, as it lies in the tables now: another owner may have put it aside meanwhile.
    /// Null when it is none of this line's; asked once.
    /// </summary>
    public OutboundCall? TakeAdopted(OutboundCall before)
    {
        if (!_adopted.Remove(before.Seq, out var call)) return null;
        call.InDoubt = before.InDoubt;
        return call;
    }

    /// <summary>Takes the next call that may go out now, or null.</summary>
    public OutboundCall? TakeNext(DateTimeOffset now)
    {
        if (IsLost || InFlight >= Settings.Limits.Concurrency || !Settings.IsOpenAt(now)) return null;
        var due = _later.TryPeek(out _, out var at) && at <= now;
        if (!due && Queue.IsEmpty) return null;
        if (!Circuit.TryPass(now)) return null;
        if (!_rate.TryPass(now))
        {
            Circuit.GiveBack();
            return null;
        }

        InFlight++;
        return due ? _later.Dequeue() : Queue.Take();
    }

    /// <summary>A call's outcome is committed: memory follows the tables.</summary>
    public void Resolved(ResolvedCall resolved)
    {
        var call = resolved.Call;
        if (resolved.Completed.WasStarted) InFlight--;
        if (IsLost) return;
        if (resolved.IsGone)
        {
            ClosedKeys.Remove(call.Key);
            MayHaveMore = true;
        }
        else if (resolved.IsOver)
        {
            Open(call);
        }
        else if (resolved.Next is NextStep.Park or NextStep.WaitForNewerBuild)
        {
            CloseParked(call.Key);
        }
        else
        {
            (call.Due, call.AskNext, call.IsLater) = (resolved.DueAgain!.Value, resolved.Next is NextStep.Ask, true);
            PutAside(call);
        }
    }

    /// <summary>A parked call closes this key.</summary>
    public void CloseParked(string key)
    {
        ParkedKeys.Add(key);
        ClosedKeys.Add(key);
    }

    /// <summary>Opens the keys that are no longer closed by a parked call.</summary>
    public void OpenAllBut(IEnumerable<string> stillParked)
    {
        foreach (var key in ParkedKeys.Except(stillParked, StringComparer.Ordinal).ToList())
        {
            ParkedKeys.Remove(key);
            ClosedKeys.Remove(key);
            MayHaveMore = true;
        }
    }

    private void Open(OutboundCall call)
    {
        if (call.IsLater)
        {
            ClosedKeys.Remove(call.Key);
            MayHaveMore = true;
        }
        else
        {
            Queue.Release(call);
        }
    }

    /// <summary>Puts a call aside until it is due; its key is closed.</summary>
    public void PutAside(OutboundCall call)
    {
        ClosedKeys.Add(call.Key);
        _later.Enqueue(call, call.Due);
    }
}
