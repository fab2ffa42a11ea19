using DichVuCong.Runtime.Deaths;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Sql;
using DichVuCong.Runtime.Telemetry;
using Npgsql;

namespace DichVuCong.Runtime.Lanes;

/// <summary>
/// One transaction: lock lanes, claim, load, decide in memory, write, commit. Lock and claim are two statements, so that the snapshot of the
/// claim follows the lock. What is condemned - messages that broke the database's checks when they were tried alone - outlives the connection.
/// </summary>
internal sealed class LaneBatch(RuntimeContext context, NpgsqlConnection connection, LaneDuty duty)
{
    private const string Killer = "The hosts that decided on this message died, one after the other: it is decided on again only when somebody says so.";

    /// <summary>Runs one batch.</summary>
    /// <exception cref="FaultyBatchException">A row broke the database's own checks; nothing was kept.</exception>
    public async Task<BatchResult> RunAsync(BatchSize size, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginOnOpenAsync(cancellationToken);
        await using var locking = new NpgsqlBatch(connection);
        locking.Append(LaneCommands.LockLanes)
            .With(size.StartLane).With(size.LookAtClocks).With(Lane.LockSpace).With((long)size.Lanes).With(size.LookBelowTheMarks);
        var (lanes, total, now) = await LockAsync(locking, cancellationToken);
        if (lanes.Length == 0) return BatchResult.Nothing(total);
        if (Array.Find(lanes, lane => lane.IsDeadly) is { IsDeadly: true } deadly) return await RunOneAsync(deadly, now, total, transaction, cancellationToken);

        var claim = await ClaimAsync(lanes, now, size, cancellationToken);
        if (size.LookBelowTheMarks) await MarkAsync(lanes, cancellationToken);
        if (claim.IsEmpty)
        {
            if (size.LookBelowTheMarks) await transaction.CommitAsync(cancellationToken);
            return BatchResult.Nothing(total);
        }

        var output = await DecideAndWriteAsync(claim, lanes, now, transaction, cancellationToken);
        return new BatchResult(claim.Messages.Count, lanes.Length, total, claim.IsFull, output)
        {
            LastLane = lanes[^1].Lane,
            // A full claim may not have reached the last flows: the next one begins somewhere else.
            NextStartFlow = claim.IsFull ? claim.Messages[Random.Shared.Next(claim.Messages.Count)].Flow : int.MinValue,
        };
    }

    /// <summary>Runs just these messages again, and whatever comes before them in their flows.</summary>
    /// <returns>False when another worker has one of the lanes: the messages are its business now.</returns>
    /// <exception cref="FaultyBatchException">A row broke the database's own checks; nothing was kept.</exception>
    public async Task<bool> RunAgainAsync(IReadOnlyList<Envelope> messages, CancellationToken cancellationToken)
    {
        var lanes = messages.Select(message => message.Lane).Distinct().Order().ToArray();
        await using var transaction = await connection.BeginOnOpenAsync(cancellationToken);
        await using var locking = new NpgsqlBatch(connection);
        locking.Append(LaneCommands.LockThese).With(lanes).With(Lane.LockSpace);
        var (locked, _, now) = await LockAsync(locking, cancellationToken);
        if (locked.Length < lanes.Length) return false;

        var ends = messages.GroupBy(message => (message.Lane, message.Flow)).Select(group => (group.Key.Lane, group.Key.Flow, UpTo: group.Max(row => row.Seq))).ToList();
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(LaneCommands.ClaimUpTo).Column(ends, row => row.Lane).Column(ends, row => row.Flow).Column(ends, row => row.UpTo);
        batch.Append(LaneCommands.LoadChains).With(lanes);
        Claimed claim;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            claim = await Claimed.ReadAsync(reader, messages.Count, context.Calendars.Current, now, cancellationToken);
        }

        if (!claim.IsEmpty) await DecideAndWriteAsync(claim, locked, now, transaction, cancellationToken);
        return true;
    }

    /// <summary>
    /// Two holders of this lane died. What they had in hand runs one message at a time, each noted by itself: the next death says which one it
    /// is, and that one is parked.
    /// </summary>
    private async Task<BatchResult> RunOneAsync(
        HeldLane lane, DateTimeOffset now, int total, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(DeathCommands.ClaimOne).With(lane.Lane).With(lane.InHand);
        batch.Append(LaneCommands.LoadChains).With(new[] { lane.Lane });
        Claimed claim;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            claim = await Claimed.ReadAsync(reader, limit: 1, context.Calendars.Current, now, cancellationToken);
        }

        if (claim.IsEmpty)
        {
            await using var forget = new NpgsqlBatch(connection);
            forget.Append(DeathCommands.ForgetDeaths).With(new[] { lane.Lane });
            await forget.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return BatchResult.Nothing(total);
        }

        var message = claim.Messages[0].Id;
        await using (var suspicion = new NpgsqlBatch(connection))
        {
            suspicion.Append(DeathCommands.TakeSuspicion).With(message);
            if (await suspicion.ExecuteScalarAsync(cancellationToken) is not null) duty.Condemned[message] = Killer;
        }

        var output = await DecideAndWriteAsync(claim, [lane], now, transaction, cancellationToken);
        return new BatchResult(1, 1, total, IsFull: false, output) { LastLane = lane.Lane };
    }

    private async Task<BatchOutput> DecideAndWriteAsync(
        Claimed claim, HeldLane[] lanes, DateTimeOffset now, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            // Before anything is decided: whoever finds this worker dead must find what it had in hand.
            var noted = duty.NoteAsync(claim.Messages, alone: lanes is [{ IsDeadly: true }], cancellationToken);
            var loading = LoadAsync(claim, now, cancellationToken);
            await Task.WhenAll(noted, loading);
            var input = await loading;
            var output = new Decider(context.Topology, context.Vocabulary, context.Subscribers, context.Lines, input) { Watch = duty.Watch }.Decide();
            if (output.UnknownEdges.Count > 0 || output.UnknownClocks.Count > 0)
            {
                await context.Vocabulary.LearnAsync(output.UnknownEdges, output.UnknownClocks, cancellationToken);
            }

            await WriteAsync(input, output, claim.Chains, lanes, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            LaneTelemetry.Committed(input, output, context.Vocabulary);
            foreach (var parked in output.Parked) duty.Condemned.Remove(parked.Message.Id);
            return output;
        }
        catch (Exception failure) when (BatchFault.Of(failure, connection) is { } fault)
        {
            throw new FaultyBatchException(claim.Messages, fault, failure);
        }
    }

    private static async Task<(HeldLane[] Lanes, int Total, DateTimeOffset Now)> LockAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var lanes = new List<HeldLane>();
        long total = 0;
        DateTimeOffset now = default;
        while (await reader.ReadAsync(cancellationToken))
        {
            lanes.Add(new HeldLane(
                reader.GetInt16(0), reader.GetInt64(3), reader.IsDBNull(4) ? 0 : reader.GetInt32(4), reader.IsDBNull(5) ? 0 : reader.GetInt64(5)));
            total = reader.GetInt64(1);
            now = reader.GetFieldValue<DateTimeOffset>(2);
        }

        return ([.. lanes], (int)total, now);
    }

    private async Task<Claimed> ClaimAsync(HeldLane[] lanes, DateTimeOffset now, BatchSize size, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var numbers = Array.ConvertAll(lanes, lane => lane.Lane);
        var depth = Math.Max(1, size.Messages / lanes.Length);
        batch.Append(LaneCommands.Claim)
            .With(numbers).With(size.StartFlow).With(depth).With((long)size.Messages).With(Array.ConvertAll(lanes, lane => lane.Mark));
        batch.Append(LaneCommands.LoadChains).With(numbers);
        if (size.LookAtClocks)
        {
            batch.Append(LaneCommands.FireClocks).With(numbers).With(now.UtcDateTime);
            batch.Append(LaneCommands.ExpireWaiting).With(numbers).With(now.UtcDateTime);
        }

        Claimed claimed;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            claimed = await Claimed.ReadAsync(reader, size.Messages, context.Calendars.Current, now, cancellationToken);
        }

        return claimed.SharesWereTooSmall ? await ClaimMoreAsync(claimed, lanes, size, cancellationToken) : claimed;
    }

    /// <summary>An equal share leaves room when most flows have little: one more claim fills it from those that have more.</summary>
    private async Task<Claimed> ClaimMoreAsync(Claimed claimed, HeldLane[] lanes, BatchSize size, CancellationToken cancellationToken)
    {
        var rest = size.Messages - claimed.Messages.Count;
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(LaneCommands.Claim)
            .With(Array.ConvertAll(lanes, lane => lane.Lane)).With(int.MinValue).With(Math.Max(1, rest / lanes.Length)).With((long)rest)
            .With(Array.ConvertAll(lanes, lane => lane.Mark));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return claimed.With(await Claimed.ReadMessagesAsync(reader, cancellationToken), size.Messages);
    }

    private async Task<BatchInput> LoadAsync(Claimed claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (claim.Firings.Any(firing => !context.Vocabulary.KnowsClock(firing.Clock))) await context.Vocabulary.LearnAsync([], [], cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        return await BatchLoader.LoadAsync(context, batch, claim, now, duty.Condemned, cancellationToken);
    }

    /// <summary>Moves the marks of these lanes up to where their living messages begin.</summary>
    private async Task MarkAsync(HeldLane[] lanes, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(MarkCommands.Raise).With(Array.ConvertAll(lanes, lane => lane.Lane));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task WriteAsync(
        BatchInput input, BatchOutput output, IReadOnlyDictionary<short, ChainLink> chains, HeldLane[] lanes, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var writer = new BatchWriter(context.Vocabulary, context.Recorders, input, output);
        writer.Write(batch, chains);
        var survived = lanes.Where(lane => lane.Deaths > 0).Select(lane => lane.Lane).ToArray();
        if (survived.Length > 0) batch.Append(DeathCommands.ForgetDeaths).With(survived);
        if (batch.BatchCommands.Count == 0) return;
        await batch.ExecuteNonQueryAsync(cancellationToken);
        writer.CheckCounts();
    }
}
