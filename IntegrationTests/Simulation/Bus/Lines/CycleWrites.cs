using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Lines;

/// <summary>The writes of a pump's commit, as <c>LineWrites</c> makes them.</summary>
internal static class CycleWrites
{
    public static void PutAside(World world, ResolvedCall resolved)
    {
        var (table, call) = (world.Tables.Lines[resolved.Call.Line], resolved.Call);
        world.Note("again later", call.Key, (int)resolved.Kind);
        CallRow? row = null;
        if (call.IsLater && table.Later.TryGetValue(call.Seq, out var later)) row = later.Call;
        else if (!call.IsLater && table.Outbound.Remove(call.Seq, out var outbound)) row = outbound;
        if (row is null) return;
        if (world.Mutation == Mutation.NewIdAfterUnknown && resolved.Kind == Messaging.OutcomeKind.Unknown) row = row with { Id = world.NewId() };
        table.Later[call.Seq] = new LaterRow(
            row, resolved.DueAgain!.Value, call.Attempts, resolved.Next is NextStep.Ask, resolved.Completed.Attempt?.CalledAt);
    }

    public static void Park(World world, ResolvedCall resolved)
    {
        var (table, call) = (world.Tables.Lines[resolved.Call.Line], resolved.Call);
        CallRow? row = null;
        if (table.Outbound.Remove(call.Seq, out var outbound)) row = outbound;
        else if (table.Later.Remove(call.Seq, out var later)) row = later.Call;
        if (row is null) return;
        world.Note("parked call", call.Key, call.Line);
        world.Tables.Blocked.Add((-call.Line, call.Key));
        world.Tables.Parked.Add(new ParkedRow(-call.Line, call.Key, Message: null, row, ((NextStep.Park)resolved.Next).Reason));
    }

    public static void Doubt(World world, ResolvedCall resolved)
    {
        if (resolved.Next is not (NextStep.GiveUp or NextStep.CallAgainInDoubt)) return;
        world.Note("doubt", resolved.Call.Key, resolved.Call.Line);
        world.Tables.Doubts.Add(new DoubtRow(resolved.Call.Id, resolved.Call.Attempts, resolved.Next is NextStep.GiveUp));
    }

    /// <summary>Where a parked call closed the key, an operator may have opened it meanwhile: held only while the closing stands.</summary>
    public static void Hold(World world, Line line, OutboundCall call)
    {
        if (line.ParkedKeys.Contains(call.Key) && !world.Tables.Blocked.Contains((-call.Line, call.Key))) return;
        if (world.Tables.Lines[call.Line].Outbound.Remove(call.Seq, out var row)) world.Tables.Hold(row);
    }

    public static void Unhold(World world, Line line, string key)
    {
        if (!world.Tables.HeldCalls.Remove((line.Settings.Id, key), out var held)) return;
        foreach (var row in held.Values) world.Tables.Lines[line.Settings.Id].Outbound.Add(row.Seq, row);
    }
}
