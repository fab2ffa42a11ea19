using System.Data;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Lanes;

/// <summary>
/// One transaction: lock lanes, claim, load, decide in memory, write, commit. Lock and claim are two statements, so that the snapshot of the
/// claim follows the lock. What is condemned - messages that broke the database's checks when they were tried alone - outlives the connection.
/// </summary>
internal sealed class LaneBatch(RuntimeContext context, NpgsqlConnection connection, Dictionary<Guid, string> condemned)
{

    /// <summary>Runs one batch.</summary>
    /// <exception cref="FaultyBatchException">A row broke the database's own checks; nothing was kept.</exception>
    public async Task<BatchResult> RunAsync(BatchSize size, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginAsync(cancellationToken);
        await using var locking = new NpgsqlBatch(connection);
        locking.Append(LaneCommands.LockLanes).With(size.StartLane).With(size.LookAtClocks).With(Lane.LockSpace).With((long)size.Lanes);
        var (lanes, total, now) = await LockAsync(locking, cancellationToken);
        if (lanes.Length == 0) return BatchResult.Nothing(total);

        var claim = await ClaimAsync(lanes, now, size, cancellationToken);
        if (claim.IsEmpty) return BatchResult.Nothing(total);

        var output = await DecideAndWriteAsync(claim, now, transaction, cancellationToken);
        return new BatchResult(claim.Messages.Count, lanes.Length, total, claim.IsFull, output)
        {
            LastLane = lanes[^1],
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
        await using var transaction = await BeginAsync(cancellationToken);
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

        if (!claim.IsEmpty) await DecideAndWriteAsync(claim, now, transaction, cancellationToken);
        return true;
    }

    /// <summary>A session may end while a transaction that did nothing is rolled back, which tells nobody: the connection's state does.</summary>
    /// <exception cref="IOException">The connection is not open any more.</exception>
    private ValueTask<NpgsqlTransaction> BeginAsync(CancellationToken cancellationToken) => connection.State == ConnectionState.Open
        ? connection.BeginTransactionAsync(cancellationToken)
        : throw new IOException("The connection to the database was lost.");

    private async Task<BatchOutput> DecideAndWriteAsync(
        Claimed claim, DateTimeOffset now, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var input = await LoadAsync(claim, now, cancellationToken);
        var output = new Decider(context.Topology, context.Vocabulary, context.Subscribers, context.Lines, input).Decide();
        if (output.UnknownEdges.Count > 0 || output.UnknownClocks.Count > 0)
        {
            await context.Vocabulary.LearnAsync(output.UnknownEdges, output.UnknownClocks, cancellationToken);
        }

        try
        {
            await WriteAsync(input, output, claim.Chains, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException failure) when (IsARowsFault(failure))
        {
            throw new FaultyBatchException(claim.Messages, Describe(failure), failure);
        }

        foreach (var parked in output.Parked) condemned.Remove(parked.Message.Id);
        return output;
    }

    private static async Task<(short[] Lanes, int Total, DateTimeOffset Now)> LockAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var lanes = new List<short>();
        long total = 0;
        DateTimeOffset now = default;
        while (await reader.ReadAsync(cancellationToken))
        {
            lanes.Add(reader.GetInt16(0));
            total = reader.GetInt64(1);
            now = reader.GetFieldValue<DateTimeOffset>(2);
        }

        return ([.. lanes], (int)total, now);
    }

    private async Task<Claimed> ClaimAsync(short[] lanes, DateTimeOffset now, BatchSize size, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var depth = Math.Max(1, size.Messages / lanes.Length);
        batch.Append(LaneCommands.Claim).With(lanes).With(size.StartFlow).With(depth).With((long)size.Messages);
        batch.Append(LaneCommands.LoadChains).With(lanes);
        if (size.LookAtClocks)
        {
            batch.Append(LaneCommands.FireClocks).With(lanes).With(now.UtcDateTime);
            batch.Append(LaneCommands.ExpireWaiting).With(lanes).With(now.UtcDateTime);
        }

        Claimed claimed;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            claimed = await Claimed.ReadAsync(reader, size.Messages, context.Calendars.Current, now, cancellationToken);
        }

        return claimed.SharesWereTooSmall ? await ClaimMoreAsync(claimed, lanes, size, cancellationToken) : claimed;
    }

    /// <summary>An equal share leaves room when most flows have little: one more claim fills it from those that have more.</summary>
    private async Task<Claimed> ClaimMoreAsync(Claimed claimed, short[] lanes, BatchSize size, CancellationToken cancellationToken)
    {
        var rest = size.Messages - claimed.Messages.Count;
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(LaneCommands.Claim).With(lanes).With(int.MinValue).With(Math.Max(1, rest / lanes.Length)).With((long)rest);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return claimed.With(await Claimed.ReadMessagesAsync(reader, cancellationToken), size.Messages);
    }

    private async Task<BatchInput> LoadAsync(Claimed claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (claim.Firings.Any(firing => !context.Vocabulary.KnowsClock(firing.Clock))) await context.Vocabulary.LearnAsync([], [], cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        return await BatchLoader.LoadAsync(context, batch, claim, now, condemned, cancellationToken);
    }

    private async Task WriteAsync(
        BatchInput input, BatchOutput output, IReadOnlyDictionary<short, ChainLink> chains, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var writer = new BatchWriter(context.Vocabulary, context.Recorders, input, output);
        writer.Write(batch, chains);
        if (batch.BatchCommands.Count == 0) return;
        await batch.ExecuteNonQueryAsync(cancellationToken);
        writer.CheckCounts();
    }

    /// <summary>The database's code and names; its text may quote the value at fault.</summary>
    private static string Describe(PostgresException failure) =>
        string.Join(' ', new[] { failure.SqlState, failure.TableName, failure.ColumnName, failure.ConstraintName }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Classes 22 (data exception) and 23 (constraint violation): the row is at fault, not the connection.</summary>
    private static bool IsARowsFault(PostgresException failure) =>
        failure.SqlState.StartsWith("22", StringComparison.Ordinal) || failure.SqlState.StartsWith("23", StringComparison.Ordinal);
}
