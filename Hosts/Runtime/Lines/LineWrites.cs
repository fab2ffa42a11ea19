using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Lines;

/// <summary>The statements of a pump's commit.</summary>
internal static class LineWrites
{
    private const short PossibleDouble = 1;
    private const short PossibleLoss = 2;

    public static void MoveToLater(NpgsqlBatch batch, List<ResolvedCall> rows)
    {
        if (rows.Count == 0) return;
        var command = batch.Append(LineCommands.MoveToLater)
            .Column(rows, row => row.Call.Line)
            .Column(rows, row => row.Call.Flow)
            .Column(rows, row => row.Call.Seq);
        Progress(command, rows);
    }

    public static void UpdateLater(NpgsqlBatch batch, List<ResolvedCall> rows)
    {
        if (rows.Count == 0) return;
        var command = batch.Append(LineCommands.UpdateLater).Column(rows, row => row.Call.Line).Column(rows, row => row.Call.Seq);
        Progress(command, rows);
    }

    public static void Park(NpgsqlBatch batch, List<ResolvedCall> valid)
    {
        var rows = valid.Where(row => row.Next is NextStep.Park).OrderBy(row => row.Call.Line).ThenBy(row => row.Call.Key, StringComparer.Ordinal).ToList();
        if (rows.Count == 0) return;
        batch.Append(LineCommands.Park)
            .Column(rows, row => row.Call.Line)
            .Column(rows, row => row.Call.Flow)
            .Column(rows, row => row.Call.Seq)
            .Column(rows, row => ((NextStep.Park)row.Next).Reason)
            .Column(rows, row => row.Call.Attempts);
    }

    public static void HoldForNewerBuild(NpgsqlBatch batch, List<ResolvedCall> valid)
    {
        var rows = valid.Where(row => row.Next is NextStep.WaitForNewerBuild).OrderBy(row => row.Call.Line).ThenBy(row => row.Call.Key, StringComparer.Ordinal).ToList();
        if (rows.Count == 0) return;
        batch.Append(LineCommands.HoldForNewerBuild)
            .Column(rows, row => row.Call.Line)
            .Column(rows, row => row.Call.Flow)
            .Column(rows, row => row.Call.Seq)
            .With(NewerBuilds.Reason)
            .With(NewerBuilds.Kind);
    }

    public static void Doubts(NpgsqlBatch batch, List<ResolvedCall> valid)
    {
        var rows = valid.Where(row => row.Next is NextStep.GiveUp or NextStep.CallAgainInDoubt).OrderBy(row => row.Call.Id).ToList();
        if (rows.Count == 0) return;
        batch.Append(LineCommands.InsertDoubts)
            .Column(rows, row => row.Call.Id)
            .Column(rows, row => row.Call.Attempts)
            .Column(rows, row => row.Call.Line)
            .Column(rows, row => row.Call.Type)
            .Column(rows, row => row.Call.Key)
            .Column(rows, row => row.Next is NextStep.GiveUp ? PossibleLoss : PossibleDouble)
            .Column(rows, row => row.Completed.Attempt?.Outcome.Reason ?? "");
    }

    /// <summary>
    /// Holds calls of closed keys. Where a parked call closed the key, an operator may have opened it meanwhile: those are held only while
    /// the closing still stands.
    /// </summary>
    public static void Hold(NpgsqlBatch batch, List<(Line Line, OutboundCall Call)> held)
    {
        var parked = held.Where(row => row.Line.ParkedKeys.Contains(row.Call.Key)).Select(row => row.Call).ToList();
        Hold(batch, LineCommands.HoldWhileBlocked, parked);
        Hold(batch, LineCommands.Hold, [.. held.Where(row => !row.Line.ParkedKeys.Contains(row.Call.Key)).Select(row => row.Call)]);
    }

    private static void Hold(NpgsqlBatch batch, string sql, List<OutboundCall> calls)
    {
        if (calls.Count == 0) return;
        var rows = calls.OrderBy(call => call.Line).ThenBy(call => call.Flow).ThenBy(call => call.Seq).ToList();
        batch.Append(sql).Column(rows, call => call.Line).Column(rows, call => call.Flow).Column(rows, call => call.Seq);
    }

    public static void Unhold(NpgsqlBatch batch, IEnumerable<(int Line, string Key)> keys)
    {
        var rows = keys.Distinct().OrderBy(row => row.Line).ThenBy(row => row.Key, StringComparer.Ordinal).ToList();
        if (rows.Count == 0) return;
        batch.Append(LineCommands.Unhold).Column(rows, row => row.Line).Column(rows, row => row.Key);
    }

    public static void Starts(NpgsqlBatch batch, List<(Line Line, OutboundCall Call)> starts)
    {
        if (starts.Count == 0) return;
        var rows = starts.OrderBy(start => start.Call.Line).ThenBy(start => start.Call.Seq).ToList();
        batch.Append(LineCommands.InsertMarks)
            .Column(rows, row => row.Call.Line)
            .Column(rows, row => row.Call.Seq)
            .Column(rows, row => row.Call.Attempts)
            .Column(rows, row => row.Line.Epoch);
    }

    public static void Circuits(NpgsqlBatch batch, List<(int Line, string State)> circuits)
    {
        if (circuits.Count == 0) return;
        var rows = circuits.OrderBy(row => row.Line).ToList();
        batch.Append(LineCommands.UpdateCircuits).Column(rows, row => row.Line).Column(rows, row => row.State);
    }

    private static void Progress(NpgsqlBatchCommand command, List<ResolvedCall> rows) => command
        .Column(rows, row => row.DueAgain!.Value.UtcDateTime)
        .Column(rows, row => row.Call.Attempts)
        .Column(rows, row => row.Next is NextStep.Ask ? (short)2 : (short)1)
        .Column(rows, row => row.Completed.Attempt?.CalledAt.UtcDateTime)
        .Column(rows, row => row.Completed.Attempt?.Outcome.Reason ?? "");
}
