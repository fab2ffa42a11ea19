using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Bus.Hosts;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Lines;

/// <summary>Takes lines over: those whose owner died, and of the others as many as are this process's share.</summary>
internal static class TakeOver
{
    public static void Run(World world, VirtualHost host, Dictionary<int, Line> lines, int spare, Queue<CompletedCall> completed)
    {
        foreach (var (id, table) in world.Tables.Lines)
        {
            if (lines.ContainsKey(id) || !table.IsFree) continue;
            if (!table.HasOwner && spare-- <= 0) continue;
            var line = new Line(table.Settings, table.Acquire(host.Lines));
            lines.Add(id, line);
            world.Note("took over", table.Settings.Partner, line.Epoch);
            Load(world, line, table, completed);
        }
    }

    private static void Load(World world, Line line, LineTable table, Queue<CompletedCall> completed)
    {
        foreach (var seq in table.Attempts.Keys.Where(seq => !table.Outbound.ContainsKey(seq) && !table.Later.ContainsKey(seq)).ToList()) table.Attempts.Remove(seq);
        var open = new List<OutboundCall>();
        var later = table.Later.Values.ToDictionary(row => row.Call.Seq, ReadLater);
        foreach (var (seq, mark) in table.Attempts)
        {
            OutboundCall? call = null;
            if (table.Outbound.TryGetValue(seq, out var row)) call = row.Read();
            else if (later.TryGetValue(seq, out var aside) && !aside.AskNext) call = aside;
            if (call is null) continue;
            if (world.Mutation == Mutation.TakeOverWithoutAsking) continue;
            (call.Attempts, call.CalledAt) = (mark.Number, mark.Started);
            later.Remove(seq);
            open.Add(call);
        }

        foreach (var (scope, key) in world.Tables.Blocked.Where(row => row.Scope == -table.Settings.Id)) line.CloseParked(key);
        foreach (var call in later.Values) line.PutAside(call);
        foreach (var call in open)
        {
            if (call.IsLater) line.ClosedKeys.Add(call.Key);
            else line.Queue.Occupy(call);
            completed.Enqueue(WithoutOutcome(world, line, call));
        }
    }

    private static OutboundCall ReadLater(LaterRow row)
    {
        var call = row.Call.Read();
        (call.IsLater, call.Due, call.Attempts, call.AskNext, call.CalledAt) = (true, row.Due, row.Attempts, row.AskNext, row.CalledAt);
        return call;
    }

    private static CompletedCall WithoutOutcome(World world, Line line, OutboundCall call)
    {
        var (step, command) = world.Network.Read(call);
        var outcome = Outcome.Unknown("The owner of the line went before the outcome was known.");
        var attempt = new FinishedAttempt(outcome, WasQuestion: false, call.Attempts, step.RepeatabilityOf(command), call.SentAt, call.CalledAt!.Value + CallRunner.Fence);
        return new CompletedCall(line, call, attempt, Problem: null) { WasStarted = false };
    }
}
