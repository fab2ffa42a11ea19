using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Bus.Hosts;

namespace DichVuCong.Simulation.Bus.Lines;

/// <summary>
/// The pump of one process, step by step as <c>LinePump</c> runs: minds its lines, prepares a cycle, commits it, and then lets memory follow
/// and the calls go out. Lines, queues, circuits and recovery are the runtime's own.
/// </summary>
internal sealed class VirtualPump(World world, VirtualHost host)
{
    private readonly Dictionary<int, Line> _lines = [];
    private readonly Queue<CompletedCall> _completed = [];
    private readonly List<(Line Line, string Key)> _reopened = [];
    private PumpCycle? _cycle;
    private bool _isCommitted;
    private DateTimeOffset? _wakeAt;

    /// <summary>Looks at the lines soon.</summary>
    public void Wake() => WakeAt(world.Now + TimeSpan.FromMilliseconds(world.Fate.Between(1, 30, "pump", host.Number, world.Now.UtcTicks)));

    /// <summary>A call came back to this process.</summary>
    public void Return(CompletedCall completed)
    {
        _completed.Enqueue(completed);
        if (host.Pass(Point.CallReturned)) Wake();
    }

    /// <summary>The connection broke in the middle of a cycle: nothing of it is kept, and the marks are resolved at the next take-over.</summary>
    public void LoseCycle()
    {
        if (!_isCommitted) _cycle = null;
    }

    private void WakeAt(DateTimeOffset time)
    {
        if (_wakeAt <= time) return;
        _wakeAt = time;
        host.Run(time - world.Now, () =>
        {
            if (_wakeAt != time) return;
            _wakeAt = null;
            if (_cycle is null) Begin();
        });
    }

    private void Begin()
    {
        MindOwnership();
        var cycle = Prepare();
        if (cycle.IsEmpty)
        {
            if (NextLook() is { } next) WakeAt(next);
            return;
        }

        (_cycle, _isCommitted) = (cycle, false);
        if (!host.Pass(Point.CyclePrepared)) return;
        host.Run(TimeSpan.FromMilliseconds(2), () => Commit(cycle));
    }

    private void Commit(PumpCycle cycle)
    {
        if (_cycle != cycle)
        {
            Wake();
            return;
        }

        new CycleCommit(world, cycle).Apply();
        _isCommitted = true;
        if (!host.Pass(Point.CycleCommitted)) return;
        var marked = world.Now;
        host.Run(TimeSpan.FromMilliseconds(1), () => Apply(cycle, marked));
    }

    private void MindOwnership()
    {
        if (!host.Lines.IsAlive)
        {
            // The session was ended, and the locks with it: the lines are taken over anew. Calls that are out still come back here.
            _lines.Clear();
            host.Reconnect();
        }

        foreach (var line in _lines.Values) line.Apply(world.Tables.Lines[line.Settings.Id].Settings);
        foreach (var lost in _lines.Values.Where(line => line.IsLost && line.InFlight == 0).ToList()) _lines.Remove(lost.Settings.Id);
        var living = world.Hosts.Count(other => !other.IsDown);
        var share = (world.Tables.Lines.Count + living - 1) / living;
        foreach (var surplus in _lines.Values.Where(line => line.InFlight == 0).Take(Math.Max(0, _lines.Count - share)).ToList())
        {
            world.Tables.Lines[surplus.Settings.Id].Release();
            _lines.Remove(surplus.Settings.Id);
            world.WakePumps();
        }

        TakeOver.Run(world, host, _lines, Math.Max(0, share - _lines.Count), _completed);
        foreach (var line in _lines.Values.Where(line => line.ParkedKeys.Count > 0))
        {
            line.OpenAllBut(world.Tables.Blocked.Where(row => row.Scope == -line.Settings.Id).Select(row => row.Key));
        }
    }

    private PumpCycle Prepare()
    {
        var cycle = new PumpCycle();
        while (_completed.TryDequeue(out var completed)) cycle.Resolved.Add(Resolution.Of(world, completed));
        cycle.Reopened.AddRange(_reopened);
        _reopened.Clear();
        foreach (var line in _lines.Values) line.MayHaveMore = true;
        cycle.Held.AddRange(ReadAhead.Run(world, _lines.Values));
        foreach (var resolved in cycle.Resolved.Where(resolved => !resolved.IsOver && !resolved.Call.IsLater))
        {
            if (world.Mutation == Mutation.OvertakeWaitingCall) resolved.Line.Queue.Release(resolved.Call);
            else cycle.Held.AddRange(resolved.Line.Queue.Close(resolved.Call).Select(call => (resolved.Line, call)));
        }

        foreach (var line in _lines.Values)
        {
            while (line.TakeNext(world.Now) is { } call)
            {
                if (!call.AskNext) call.Attempts++;
                cycle.Starts.Add((line, call));
            }
        }

        return cycle;
    }

    private void Apply(PumpCycle cycle, DateTimeOffset marked)
    {
        foreach (var resolved in cycle.Resolved)
        {
            resolved.Line.Resolved(resolved);
            if (world.Mutation == Mutation.OvertakeWaitingCall) resolved.Line.ClosedKeys.Clear();
            if (resolved.IsGone || resolved.IsLate) _reopened.Add((resolved.Line, resolved.Call.Key));
        }

        foreach (var (line, call) in cycle.Starts)
        {
            if (!call.AskNext) call.CalledAt = world.Now;
            if (world.Now - marked > CallRunner.Fence) world.Network.StoodStill(host, line, call);
            else world.Network.Start(host, line, call);
            if (!host.Pass(Point.CallStarted)) return;
        }

        _cycle = null;
        Wake();
    }

    /// <summary>When something can be done that cannot be done now; null when only an event can change that.</summary>
    private DateTimeOffset? NextLook()
    {
        DateTimeOffset? next = null;
        foreach (var line in _lines.Values.Where(line => line.Calls > 0 && line.InFlight < line.Settings.Limits.Concurrency))
        {
            var due = line.Queue.IsEmpty ? line.NextDue : world.Now;
            if (due is null) continue;
            if (line.Circuit.OpenUntil is { } until && until > due) due = until;
            foreach (var window in line.Settings.Windows)
            {
                if (window.From <= due && due < window.To) due = window.To;
            }

            if (next is null || due < next) next = due;
        }

        var soonest = world.Now + TimeSpan.FromMilliseconds(100);
        return next < soonest ? soonest : next;
    }
}
