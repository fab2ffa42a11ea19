using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Lines;

/// <summary>Commits one cycle of the pump. Done and refused win by deleting the row; everything else needs the epoch.</summary>
internal sealed class OutcomeWriter(RuntimeContext context, NpgsqlConnection connection)
{
    /// <summary>The connection it commits on.</summary>
    public NpgsqlConnection Connection => connection;

    /// <summary>Commits; lines whose epoch is past are marked as lost. Returns the time of the database.</summary>
    public async Task<DateTimeOffset> CommitAsync(PumpCycle cycle, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginOnOpenAsync(cancellationToken);
        var opening = await OpenAsync(cycle, cancellationToken);
        var valid = cycle.Resolved.Where(resolved => !resolved.Line.IsLost).ToList();
        cycle.Starts.RemoveAll(start => start.Line.IsLost);
        cycle.Held.RemoveAll(held => held.Line.IsLost);

        await using var batch = new NpgsqlBatch(connection);
        var over = cycle.Resolved.Where(resolved => opening.Deleted.Contains((resolved.Call.Line, resolved.Call.Seq))).ToList();
        foreach (var resolved in valid) resolved.IsLate = resolved.IsOver && !over.Contains(resolved);
        QueueWrites.Ready(batch, [.. over.Select(ReplyOf).OfType<NewMessage>()]);
        DeleteMarks(batch, cycle.Resolved);
        PutAside(batch, valid);
        LineWrites.Park(batch, valid);
        LineWrites.HoldForNewerBuild(batch, valid);
        LineWrites.Doubts(batch, [.. valid.Where(resolved => resolved.Next is not NextStep.GiveUp || over.Contains(resolved))]);
        LineWrites.Hold(batch, cycle.Held);
        LineWrites.Unhold(
            batch,
            over.Where(resolved => resolved.Call.IsLater && !resolved.Line.IsLost).Select(resolved => (resolved.Call.Line, resolved.Call.Key))
                .Concat(cycle.Reopened.Where(row => !row.Line.IsLost).Select(row => (row.Line.Settings.Id, row.Key))));
        LineWrites.Starts(batch, cycle.Starts);
        LineWrites.Circuits(batch, cycle.Circuits);
        cycle.Health?.Append(batch, opening.Now);
        JournalWrites.Append(batch, context.Vocabulary, [.. cycle.Resolved.Select(resolved => EntryOf(resolved, opening))], opening.Chains);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellationToken);
        await MarkGoneAsync([.. valid.Where(resolved => resolved.DueAgain is not null)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return opening.Now;
    }

    /// <summary>What was put aside must be there; a row that is not was finished by an earlier owner's late answer.</summary>
    private async Task MarkGoneAsync(List<ResolvedCall> aside, CancellationToken cancellationToken)
    {
        if (aside.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(LineCommands.PresentLater).Column(aside, row => row.Call.Line).Column(aside, row => row.Call.Seq);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var present = new HashSet<(int, long)>();
        while (await reader.ReadAsync(cancellationToken)) present.Add((reader.GetInt32(0), reader.GetInt64(1)));
        foreach (var row in aside) row.IsGone = !present.Contains((row.Call.Line, row.Call.Seq));
    }

    private async Task<Opening> OpenAsync(PumpCycle cycle, CancellationToken cancellationToken)
    {
        // A call may come back to a line object of before a reconnection: the same line, with an older epoch.
        var lines = cycle.Resolved.Select(resolved => resolved.Line).Concat(cycle.Starts.Select(start => start.Line))
            .Concat(cycle.Held.Select(held => held.Line)).Concat(cycle.Reopened.Select(row => row.Line)).Distinct()
            .ToLookup(line => line.Settings.Id);
        var ids = lines.Select(line => line.Key).Order().ToArray();
        var over = cycle.Resolved.Where(resolved => resolved.IsOver).Select(resolved => resolved.Call).ToList();
        var direct = over.Where(call => !call.IsLater).OrderBy(call => call.Line).ThenBy(call => call.Flow).ThenBy(call => call.Seq).ToList();
        var later = over.Where(call => call.IsLater).OrderBy(call => call.Line).ThenBy(call => call.Seq).ToList();

        await using var batch = new NpgsqlBatch(connection);
        batch.Append(LineCommands.Epochs).With(ids);
        batch.Append(LineCommands.ChainHeads)
            .With(cycle.Resolved.Select(resolved => (short)-resolved.Call.Line).Distinct().Order().ToArray());
        batch.Append(LineCommands.DeleteFinished).Column(direct, call => call.Line).Column(direct, call => call.Flow).Column(direct, call => call.Seq);
        batch.Append(LineCommands.DeleteFinishedLater).Column(later, call => call.Line).Column(later, call => call.Seq);

        var opening = new Opening();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            opening.Now = reader.GetFieldValue<DateTimeOffset>(2);
            foreach (var line in lines[reader.GetInt32(0)]) line.IsLost |= line.Epoch != reader.GetInt64(1);
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            opening.Chains.Add(reader.GetInt16(0), new ChainLink(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        }

        await ReadDeletedAsync(reader, opening, cancellationToken);
        await reader.DisposeAsync();
        // What concerns no line's calls, as that which is written down about partners, has no line to bring the time along.
        if (ids.Length == 0) opening.Now = await NowAsync(cancellationToken);
        // An owner that lost its line does not know where the new one has put the row: done and refused win wherever it lies.
        var elsewhere = cycle.Resolved.Where(row => row.IsOver && row.Line.IsLost && !opening.Deleted.Contains((row.Call.Line, row.Call.Seq))).ToList();
        if (elsewhere.Count > 0) await DeleteAnywhereAsync([.. elsewhere.Select(row => row.Call)], opening, cancellationToken);
        return opening;
    }

    private async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!);
    }

    private async Task DeleteAnywhereAsync(List<OutboundCall> calls, Opening opening, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(LineCommands.ChainHeads).With(Array.Empty<short>());
        batch.Append(LineCommands.DeleteFinished).Column(calls, call => call.Line).Column(calls, call => call.Flow).Column(calls, call => call.Seq);
        batch.Append(LineCommands.DeleteFinishedLater).Column(calls, call => call.Line).Column(calls, call => call.Seq);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await ReadDeletedAsync(reader, opening, cancellationToken);
    }

    /// <summary>Reads the two results that follow the current one.</summary>
    private static async Task ReadDeletedAsync(NpgsqlDataReader reader, Opening opening, CancellationToken cancellationToken)
    {
        for (var table = 0; table < 2; table++)
        {
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) opening.Deleted.Add((reader.GetInt32(0), reader.GetInt64(1)));
        }
    }

    private NewMessage? ReplyOf(ResolvedCall resolved)
    {
        if (resolved.Completed.Attempt?.Outcome.Reply is not { } reply) return null;
        var (call, type) = (resolved.Call, context.Topology.TypeOf(reply));
        var schema = context.Vocabulary.Written.Of(type);
        return new NewMessage(
            Lane.Of(call.OriginKey), call.Flow, DerivedId.Of(call.Id, 0), context.Vocabulary.Type(type), schema, call.Origin, call.OriginKey,
            ReplyTo: null, ReplyKey: null, call.Id, call.Conversation, context.Time.GetUtcNow(), call.Trace, type.Write(reply, schema));
    }

    private static JournalEntry EntryOf(ResolvedCall resolved, Opening opening)
    {
        var call = resolved.Call;
        var outcome = resolved switch
        {
            { IsOver: true } when !opening.Deleted.Contains((call.Line, call.Seq)) => JournalOutcome.Late,
            { Next: NextStep.GiveUp } => JournalOutcome.GivenUp,
            { Next: NextStep.Park } => JournalOutcome.Parked,
            { Next: NextStep.WaitForNewerBuild } => JournalOutcome.WaitsForNewerBuild,
            _ => (JournalOutcome)resolved.Kind,
        };
        return new JournalEntry(
            opening.Now, call.Saga, call.Attempts, (short)-call.Line, call.Type, outcome, Edge: null, Calendar: null, call.Id, call.Cause)
        {
            Took = (int?)resolved.Completed.Took?.TotalMilliseconds,
        };
    }

    private static void DeleteMarks(NpgsqlBatch batch, List<ResolvedCall> resolved)
    {
        if (resolved.Count == 0) return;
        var rows = resolved.OrderBy(row => row.Call.Line).ThenBy(row => row.Call.Seq).ToList();
        batch.Append(LineCommands.DeleteMarks).Column(rows, row => row.Call.Line).Column(rows, row => row.Call.Seq).Column(rows, row => row.Line.Epoch);
    }

    private static void PutAside(NpgsqlBatch batch, List<ResolvedCall> valid)
    {
        var aside = valid.Where(row => row.DueAgain is not null).OrderBy(row => row.Call.Line).ThenBy(row => row.Call.Seq).ToList();
        LineWrites.MoveToLater(batch, [.. aside.Where(row => !row.Call.IsLater)]);
        LineWrites.UpdateLater(batch, [.. aside.Where(row => row.Call.IsLater)]);
    }

    private sealed class Opening
    {
        public DateTimeOffset Now { get; set; }

        public HashSet<(int Line, long Seq)> Deleted { get; } = [];

        public Dictionary<short, ChainLink> Chains { get; } = [];
    }
}
