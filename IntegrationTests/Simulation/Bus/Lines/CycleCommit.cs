using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Lines;

/// <summary>
/// One commit of a pump, as <c>OutcomeWriter</c> makes it: done and refused win by deleting the row wherever it lies; everything else needs the
/// epoch.
/// </summary>
internal sealed class CycleCommit(World world, PumpCycle cycle)
{
    private readonly Tables _tables = world.Tables;
    private readonly HashSet<(int Line, long Seq)> _deleted = [];

    public void Apply()
    {
        foreach (var line in Lines())
        {
            if (world.Mutation != Mutation.CommitWithLostEpoch) line.IsLost |= line.Epoch != _tables.Lines[line.Settings.Id].Epoch;
        }

        var over = cycle.Resolved.Where(IsDeleted).ToList();
        var valid = cycle.Resolved.Where(resolved => !resolved.Line.IsLost).ToList();
        foreach (var resolved in valid) resolved.IsLate = resolved.IsOver && !over.Contains(resolved);
        cycle.Starts.RemoveAll(start => start.Line.IsLost);
        cycle.Held.RemoveAll(held => held.Line.IsLost);
        foreach (var resolved in over) Reply(resolved);
        foreach (var resolved in cycle.Resolved) DeleteMark(resolved);
        foreach (var resolved in valid.Where(row => row.DueAgain is not null)) CycleWrites.PutAside(world, resolved);
        foreach (var resolved in valid.Where(row => row.Next is NextStep.Park)) CycleWrites.Park(world, resolved);
        foreach (var resolved in valid.Where(row => row.Next is not NextStep.GiveUp || over.Contains(row))) CycleWrites.Doubt(world, resolved);
        foreach (var (line, call) in cycle.Held) CycleWrites.Hold(world, line, call);
        foreach (var resolved in over.Where(row => row.Call.IsLater && !row.Line.IsLost)) CycleWrites.Unhold(world, resolved.Line, resolved.Call.Key);
        foreach (var (line, key) in cycle.Reopened.Where(row => !row.Line.IsLost)) CycleWrites.Unhold(world, line, key);
        foreach (var (line, call) in cycle.Starts)
        {
            _tables.Lines[line.Settings.Id].Attempts[call.Seq] = new AttemptRow(call.Attempts, line.Epoch, world.DatabaseNow);
        }

        foreach (var resolved in cycle.Resolved) Journal(resolved);
        foreach (var resolved in valid.Where(row => row.DueAgain is not null))
        {
            resolved.IsGone = !_tables.Lines[resolved.Call.Line].Later.ContainsKey(resolved.Call.Seq);
        }

        if (over.Count > 0) world.WakeLanes();
    }

    private IEnumerable<Line> Lines() =>
        cycle.Resolved.Select(resolved => resolved.Line).Concat(cycle.Starts.Select(start => start.Line))
            .Concat(cycle.Held.Select(held => held.Line)).Concat(cycle.Reopened.Select(row => row.Line)).Distinct();

    /// <summary>The first that is over deletes the row and has won.</summary>
    private bool IsDeleted(ResolvedCall resolved)
    {
        if (!resolved.IsOver) return false;
        var (table, call) = (_tables.Lines[resolved.Call.Line], resolved.Call);
        // An owner that lost its line does not know where the new one has put the row.
        var inOutbound = (!call.IsLater || resolved.Line.IsLost) && table.Outbound.Remove(call.Seq);
        var inLater = !inOutbound && (call.IsLater || resolved.Line.IsLost) && table.Later.Remove(call.Seq);
        return (inOutbound || inLater) && _deleted.Add((call.Line, call.Seq));
    }

    private void Reply(ResolvedCall resolved)
    {
        world.Note("over", resolved.Call.Key, (int)resolved.Kind);
        if (resolved.Completed.Attempt?.Outcome.Reply is not { } reply) return;
        var (call, type) = (resolved.Call, world.Topology.TypeOf(reply));
        var row = new NewMessage(
            Lane.Of(call.OriginKey), call.Flow, DerivedId.Of(call.Id, 0), world.Vocabulary.Type(type), type.Schema, call.Origin, call.OriginKey,
            ReplyTo: null, ReplyKey: null, call.Id, call.Conversation, world.Now, Trace: null, type.Write(reply));
        _tables.Enqueue(row, _tables.NextSeq());
    }

    private void DeleteMark(ResolvedCall resolved)
    {
        var marks = _tables.Lines[resolved.Call.Line].Attempts;
        if (marks.TryGetValue(resolved.Call.Seq, out var mark) && mark.Epoch <= resolved.Line.Epoch) marks.Remove(resolved.Call.Seq);
    }

    private void Journal(ResolvedCall resolved)
    {
        var call = resolved.Call;
        var outcome = resolved switch
        {
            { IsOver: true } when !_deleted.Contains((call.Line, call.Seq)) => JournalOutcome.Late,
            { Next: NextStep.GiveUp } => JournalOutcome.GivenUp,
            { Next: NextStep.Park } => JournalOutcome.Parked,
            _ => (JournalOutcome)resolved.Kind,
        };
        _tables.Journal.Add(new JournalEntry(
            world.DatabaseNow, call.Saga, call.Attempts, (short)-call.Line, call.Type, outcome, Edge: null, Calendar: null, call.Id, call.Cause));
    }
}
