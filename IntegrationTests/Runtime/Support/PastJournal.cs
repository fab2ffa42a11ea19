using DichVuCong.Contracts;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Tests.Support;

/// <summary>Writes months of the journal as they would have been written at their time, chains and all.</summary>
internal sealed class PastJournal(RuntimeDatabase connections)
{
    private static readonly short[] Lanes = [3, 17, 63];

    /// <summary>The month so many months ago.</summary>
    public static DateOnly MonthAgo(int months)
    {
        var today = VietnamTime.DayOf(TimeProvider.System.GetUtcNow());
        return new DateOnly(today.Year, today.Month, 1).AddMonths(-months);
    }

    /// <summary>Writes batches of two rows into three lanes of a month: the rows of sagas 1,000 plus the lane's number.</summary>
    public async Task WriteAsync(int monthsAgo, int batches)
    {
        var month = MonthAgo(monthsAgo);
        var vocabulary = await Vocabulary.LoadAsync(connections.Pooled, LedgerTopology.Create(new ScriptedPartner()), CancellationToken.None);
        await using var connection = await connections.Pooled.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, batch => batch.Append("select bus.make_partitions($1)").With(month));
        for (var number = 0; number < batches; number++)
        {
            var at = VietnamTime.At(month, TimeOnly.MinValue).AddHours(number * 3);
            var chains = await ChainsAsync(connection);
            List<JournalEntry> rows =
            [
                .. Lanes.SelectMany(lane => Enumerable.Range(1, 2).Select(row => new JournalEntry(
                    at, 1000 + lane, (number * 2) + row, lane, Type: 1, JournalOutcome.Decided, Edge: null, Calendar: 1, Guid.CreateVersion7(at), Cause: row == 1 ? null : Guid.CreateVersion7(at))
                {
                    Took = row == 1 ? null : 100 + number,
                })),
            ];
            await ExecuteAsync(connection, batch => JournalWrites.Append(batch, vocabulary, rows, chains));
        }

        await transaction.CommitAsync();
    }

    private static async Task<Dictionary<short, ChainLink>> ChainsAsync(NpgsqlConnection connection)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(LaneCommands.LoadChains).With(Lanes);
        await using var reader = await batch.ExecuteReaderAsync();
        var chains = new Dictionary<short, ChainLink>();
        while (await reader.ReadAsync()) chains.Add(reader.GetInt16(0), new ChainLink(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        return chains;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, Action<NpgsqlBatch> fill)
    {
        await using var batch = new NpgsqlBatch(connection);
        fill(batch);
        await batch.ExecuteNonQueryAsync();
    }
}
