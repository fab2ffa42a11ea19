using System.Runtime.CompilerServices;
using Npgsql;

namespace DichVuCong.Runtime.Journal;

/// <summary>Reads batches from the journal's tables, in the order of (lane, batch).</summary>
internal static class JournalTables
{
    private const string Columns =
        """
        coalesce(c.lane, j.lane), coalesce(c.batch, j.batch), c.at, c.rows, c.hash, j.at, j.saga, j.n, j.type, j.outcome, j.edge, j.calendar,
        j.message, j.cause, j.took
        """;

    /// <summary>All batches since an instant, but for the months named: those are read from files.</summary>
    public static IAsyncEnumerable<ChainedBatch> ReadAsync(
        NpgsqlDataSource database, DateTimeOffset since, IReadOnlyList<DateOnly> months, CancellationToken cancellationToken)
    {
        const string Mine = "at >= $1 and date_trunc('month', at at time zone 'Asia/Ho_Chi_Minh')::date <> all ($2)";
        var command = database.CreateCommand(
            $"""
            select {Columns}
            from (select * from bus.chain where {Mine}) c
            full join (select * from bus.journal where {Mine}) j on j.lane = c.lane and j.batch = c.batch
            order by 1, 2, j.saga, j.n, j.message
            """);
        command.Parameters.Add(new() { Value = since.ToUniversalTime() });
        command.Parameters.Add(new() { Value = months.ToArray() });
        command.CommandTimeout = 0;
        return ReadAsync(command, cancellationToken);
    }

    /// <summary>A slice of one lane and month: the batches behind <paramref name="after"/> up to <paramref name="upTo"/>.</summary>
    public static IAsyncEnumerable<ChainedBatch> ReadSliceAsync(
        NpgsqlDataSource database, JournalMonth month, short lane, long after, long upTo, CancellationToken cancellationToken)
    {
        const string Mine = "lane = $1 and batch > $2 and batch <= $3";
        var command = database.CreateCommand(
            $"""
            select {Columns}
            from (select * from {month.Chain} where {Mine}) c
            full join (select * from {month.Journal} where {Mine}) j on j.lane = c.lane and j.batch = c.batch
            order by 1, 2, j.saga, j.n, j.message
            """);
        command.Parameters.Add(new() { Value = lane });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = upTo });
        command.CommandTimeout = 300;
        return ReadAsync(command, cancellationToken);
    }

    private static async IAsyncEnumerable<ChainedBatch> ReadAsync(NpgsqlCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            ChainedBatch? batch = null;
            var entries = new List<(JournalEntry, short?)>();
            while (await reader.ReadAsync(cancellationToken))
            {
                var (lane, number) = (reader.GetInt16(0), reader.GetInt64(1));
                if (batch is not null && batch.Place != (lane, number))
                {
                    yield return Finish(batch, entries);
                    entries = [];
                    batch = null;
                }

                batch ??= new ChainedBatch(
                    lane, number, reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2), reader.IsDBNull(3) ? 0 : reader.GetInt32(3),
                    reader.IsDBNull(4) ? null : reader.GetFieldValue<byte[]>(4), []);
                if (!reader.IsDBNull(5)) entries.Add(Entry(reader, lane));
            }

            if (batch is not null) yield return Finish(batch, entries);
        }
    }

    /// <summary>Sorted as the writer sorts before it hashes.</summary>
    private static ChainedBatch Finish(ChainedBatch batch, List<(JournalEntry Entry, short?)> entries)
    {
        entries.Sort((left, right) =>
            (left.Entry.Saga, left.Entry.N, left.Entry.Message).CompareTo((right.Entry.Saga, right.Entry.N, right.Entry.Message)));
        return batch with { Entries = entries };
    }

    private static (JournalEntry, short?) Entry(NpgsqlDataReader reader, short lane) => (
        new JournalEntry(
            reader.GetFieldValue<DateTimeOffset>(5), reader.GetInt64(6), reader.GetInt32(7), lane, reader.GetInt16(8),
            (JournalOutcome)reader.GetInt16(9), Edge: null, reader.IsDBNull(11) ? null : reader.GetInt32(11), reader.GetGuid(12),
            reader.IsDBNull(13) ? null : reader.GetGuid(13))
        {
            Took = reader.IsDBNull(14) ? null : reader.GetInt32(14),
        },
        reader.IsDBNull(10) ? null : reader.GetInt16(10));
}
