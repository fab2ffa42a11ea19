using System.Diagnostics;
using DichVuCong.Contracts;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Bench.Filling;

/// <summary>Fills tables in slices, several at a time, then brings the server's statistics and visibility up to date.</summary>
internal static class Filler
{
    private const int Slice = 50_000;

    public static async Task<FilledDossiers> FillAsync(TestDatabase database, long count, IReadOnlyList<string> tables)
    {
        var filled = new FilledDossiers(count, VietnamTime.DayOf(TimeProvider.System.GetUtcNow()));
        if (count == 0) return filled;
        var watch = Stopwatch.StartNew();
        await ExecuteAsync(database, "select bus.make_partitions((now() - make_interval(months => m))::date) from generate_series(2, 14, 3) m");
        var slices = Enumerable.Range(0, (int)((count + Slice - 1) / Slice)).Select(slice => (From: (slice * (long)Slice) + 1, To: Math.Min(count, (slice + 1L) * Slice)));
        // A slice for each core: more would only make the fill of one machine wait for itself.
        await Parallel.ForEachAsync(slices, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (slice, cancellationToken) =>
        {
            await FillAsync(database, filled, slice.From, slice.To, tables, cancellationToken);
            if (slice.To % 1_000_000 == 0) await Console.Error.WriteLineAsync($"filled {slice.To:N0} of {count:N0} ({watch.Elapsed:mm\\:ss})");
        });
        await ExecuteAsync(database, "vacuum (analyze, freeze)");
        await ExecuteAsync(database, "checkpoint");
        await Console.Error.WriteLineAsync($"filled {count:N0} in {watch.Elapsed:mm\\:ss}");
        return filled;
    }

    private static async Task FillAsync(
        TestDatabase database, FilledDossiers filled, long from, long to, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        // The fill is not what is measured: it need not be durable before the next slice.
        await using (var settings = new NpgsqlCommand("set synchronous_commit = off", connection)) await settings.ExecuteNonQueryAsync(cancellationToken);
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"with f as materialized ({FilledDossiers.Columns}) {table}", connection) { CommandTimeout = 0 };
            command.Parameters.Add(new() { Value = from });
            command.Parameters.Add(new() { Value = to });
            command.Parameters.Add(new() { Value = filled.Count });
            command.Parameters.Add(new() { Value = filled.FirstDay });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
