using System.Runtime.InteropServices;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Naming;
using Npgsql;
using static NpgsqlTypes.NpgsqlDbType;

namespace DichVuCong.Cli.Load.Seeding;

/// <summary>
/// Copies the journal, month after month as it would have been written: batches of each lane with the links of their chain, so that
/// <c>dvc journal verify</c> finds nothing to complain about.
/// </summary>
internal sealed class JournalCopy(NpgsqlConnection connection, Vocabulary vocabulary)
{
    private const int BatchSize = 400;

    private readonly SortedDictionary<DateOnly, List<JournalEntry>> _months = [];

    public void Add(IEnumerable<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            var month = JournalMonth.Of(entry.At).First;
            if (!_months.TryGetValue(month, out var rows)) _months.Add(month, rows = []);
            rows.Add(entry);
        }
    }

    /// <summary>Writes the months that nothing can be added to any more: those before the one of an instant.</summary>
    public async Task<long> WriteBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var written = 0L;
        foreach (var month in _months.Keys.Where(month => month < JournalMonth.Of(instant).First).ToList())
        {
            foreach (var lane in _months[month].GroupBy(entry => entry.Lane).OrderBy(lane => lane.Key)) await WriteAsync(lane.Key, [.. lane], cancellationToken);
            written += _months[month].Count;
            _months.Remove(month);
        }

        return written;
    }

    private async Task WriteAsync(short lane, List<JournalEntry> entries, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // A lane's chain is its worker's, a line's is its owner's: both wait for this commit.
        if (lane >= 0) await ExecuteAsync("select pg_advisory_xact_lock($1, $2)", cancellationToken, Lane.LockSpace, (int)lane);
        var link = await HeadAsync(lane, cancellationToken);
        var links = new List<(ChainLink Link, DateTimeOffset At, int Rows)>();
        await using (var copy = await connection.BeginBinaryImportAsync(
            "copy bus.journal (at, saga, n, lane, batch, type, outcome, edge, calendar, message, cause, took) from stdin (format binary)", cancellationToken))
        {
            copy.Timeout = SeedRun.LongestCopy;
            foreach (var chunk in entries.OrderBy(entry => entry.At).Chunk(BatchSize))
            {
                var batch = chunk.OrderBy(entry => entry.Saga).ThenBy(entry => entry.N).ThenBy(entry => entry.Message)
                    .Select(entry => (Entry: entry, Edge: EdgeOf(entry))).ToList();
                link = link.Next(CollectionsMarshal.AsSpan(batch));
                links.Add((link, chunk[^1].At, batch.Count));
                foreach (var (entry, edge) in batch) await WriteAsync(copy, entry, edge, link.Batch, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using (var copy = await connection.BeginBinaryImportAsync("copy bus.chain (at, lane, batch, rows, hash) from stdin (format binary)", cancellationToken))
        {
            foreach (var (one, at, rows) in links)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(at.UtcDateTime, TimestampTz, cancellationToken);
                await copy.WriteAsync(lane, Smallint, cancellationToken);
                await copy.WriteAsync(one.Batch, Bigint, cancellationToken);
                await copy.WriteAsync(rows, Integer, cancellationToken);
                await copy.WriteAsync(one.Hash, Bytea, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await ExecuteAsync("update bus.lane set batch = $2, hash = $3 where lane = $1", cancellationToken, lane, link.Batch, link.Hash);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, JournalEntry entry, short? edge, long batch, CancellationToken cancellationToken)
    {
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(entry.At.UtcDateTime, TimestampTz, cancellationToken);
        await copy.WriteAsync(entry.Saga, Bigint, cancellationToken);
        await copy.WriteAsync(entry.N, Integer, cancellationToken);
        await copy.WriteAsync(entry.Lane, Smallint, cancellationToken);
        await copy.WriteAsync(batch, Bigint, cancellationToken);
        await copy.WriteAsync(entry.Type, Smallint, cancellationToken);
        await copy.WriteAsync((short)entry.Outcome, Smallint, cancellationToken);
        await OrNullAsync(copy, edge, Smallint, cancellationToken);
        await OrNullAsync(copy, entry.Calendar, Integer, cancellationToken);
        await copy.WriteAsync(entry.Message, Uuid, cancellationToken);
        await OrNullAsync(copy, entry.Cause, Uuid, cancellationToken);
        await OrNullAsync(copy, entry.Took, Integer, cancellationToken);
    }

    private static Task OrNullAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlTypes.NpgsqlDbType type, CancellationToken cancellationToken)
        where T : struct => value is { } given ? copy.WriteAsync(given, type, cancellationToken) : copy.WriteNullAsync(cancellationToken);

    private short? EdgeOf(JournalEntry entry)
    {
        if (entry.Edge is null) return null;
        return vocabulary.TryEdge(entry.Edge, out var number) ? number : throw new InvalidOperationException($"The edge '{entry.Edge}' was not learnt.");
    }

    private async Task<ChainLink> HeadAsync(short lane, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select batch, hash from bus.lane where lane = $1 for update", connection);
        command.Parameters.Add(new() { Value = lane });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ChainLink(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1))
            : throw new InvalidOperationException($"Lane {lane} has no chain.");
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
