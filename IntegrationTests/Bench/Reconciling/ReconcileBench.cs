using System.Diagnostics;
using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Bench.Reconciling;

/// <summary>
/// Matches a day with known faults. What is timed is everything: making the rows, dividing them, spilling, matching, and telling a sink every match
/// and difference. The classes must be found exactly, every round must find the very same, and the memory bound must hold.
/// </summary>
internal static class ReconcileBench
{
    private const int RowsPerPart = 65_536;
    private const int WarmUp = 200_000;
    private const long Megabyte = 1024 * 1024;

    public static async Task<BenchResult> RunAsync(BenchOptions options)
    {
        MemoryLimit.Set(options.MemoryMegabytes);
        Round(new PlantedRows(Math.Min(WarmUp, options.Rows), 1), options.MemoryMegabytes);
        var rows = new PlantedRows(options.Rows, options.Seed);
        var rounds = new List<ReconcileRound>();
        for (var round = 0; round < options.Rounds; round++) rounds.Add(Round(rows, options.MemoryMegabytes));
        var peak = MemoryLimit.PeakMegabytes;

        var first = rounds[0];
        var median = rounds.Select(round => round.RowsPerSecond).Order().ElementAt(rounds.Count / 2);
        var result = new BenchResult("reconcile", "rows_per_second", [.. rounds.Select(round => round.RowsPerSecond)])
            .With("transactions", options.Rows)
            .With("ledger_rows", first.Result.Ledger.Count)
            .With("statement_rows", first.Result.Statement.Count)
            .With("differences", first.Differences)
            .With("result_digest", first.Digest.ToString("x16"))
            .With("spilled_mb", first.SpilledBytes / Megabyte)
            .With("peak_memory_mb", peak)
            .With("memory_limit_mb", options.MemoryMegabytes);
        foreach (var total in first.Result.Classes) result.With($"class_{total.Class}", $"{first.Text(total)}");
        result.FailWhen(rounds.Any(round => !round.IsExact), "The classes found are not those planted.");
        result.FailWhen(rounds.Any(round => round.Digest != first.Digest), "Two rounds did not find the same.");
        result.FailWhen(peak > options.MemoryMegabytes, "The memory bound was not kept.");
        if (options.SqlRows > 0) await CompareAsync(options, median, result);
        return result;
    }

    private static ReconcileRound Round(PlantedRows rows, int memoryMegabytes)
    {
        try
        {
            return Match(rows, memoryMegabytes);
        }
        catch (Exception failure) when (failure is OutOfMemoryException || failure is AggregateException all && all.InnerExceptions.Any(one => one is OutOfMemoryException))
        {
            throw new BenchOptionException($"{rows.Transactions} transactions cannot be matched within --memory-mb {memoryMegabytes}.", failure);
        }
    }

    private static ReconcileRound Match(PlantedRows rows, int memoryMegabytes)
    {
        // A third of the memory for what waits: the rest is for the parts at work, their tables, and what the collector has not taken back yet.
        using var store = new FileRowStore(memoryMegabytes * Megabyte / 3, Path.GetTempPath());
        var sink = new DigestSink();
        var settings = new ReconciliationSettings { Partner = "BENCH", Day = PlantedRows.Day, Partitions = PartsFor(rows.Transactions * 2) };
        var watch = Stopwatch.StartNew();
        var run = new ReconciliationRun(settings, store, sink);
        long[][] planted = [[], []];
        Parallel.For(0, 2, side =>
        {
            using var feed = run.Feed((RowSide)side);
            planted[side] = rows.Make((RowSide)side, feed.Add);
        });
        var result = run.Match((parts, match) => Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, match));
        return new ReconcileRound(result, planted, watch.Elapsed, sink.Digest, sink.Differences, store.SpilledBytes);
    }

    private static async Task CompareAsync(BenchOptions options, double engine, BenchResult result)
    {
        var rows = new PlantedRows(Math.Min(options.SqlRows, options.Rows), options.Seed);
        var sql = await SqlReconciliation.RunAsync(rows);
        result
            .With("sql_rows", sql.Rows)
            .With("sql_copy_seconds", sql.Copied.TotalSeconds.ToString("F1"))
            .With("sql_match_seconds", sql.Matched.TotalSeconds.ToString("F1"))
            .With("sql_rows_per_second", sql.RowsPerSecond.ToString("F0"))
            .With("engine_to_sql", (engine / sql.RowsPerSecond).ToString("F1"))
            .With("engine_to_sql_without_copy", (engine / (sql.Rows / sql.Matched.TotalSeconds)).ToString("F1"))
            .FailWhen(!sql.IsExact, $"SQL did not find the classes planted: {sql.Text}");
    }

    private static int PartsFor(long rows) => (int)Math.Clamp(System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)(rows / RowsPerPart)), 16, 4096);
}
