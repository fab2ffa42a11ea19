using System.Globalization;
using DichVuCong.Bench.Filling;
using DichVuCong.Registries.Schema;
using DichVuCong.Testing;

namespace DichVuCong.Bench;

/// <summary>
/// What one more dossier costs as the database grows. Each level is a database of its own on one server, filled with finished dossiers; the traffic
/// of <c>saga</c> runs on one after the other, round after round, in this one process, so that what the machine does beside meets all levels alike.
/// </summary>
internal static class GrowthBench
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    public static async Task<BenchResult> RunAsync(BenchOptions options)
    {
        var levels = new List<(long Dossiers, TestDatabase Database, List<DossierCost> Costs)>();
        try
        {
            foreach (var dossiers in options.Levels)
            {
                var database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
                levels.Add((dossiers, database, []));
                // The hosts write the vocabulary that the states refer to.
                await RunOnceAsync(database, TimeSpan.FromSeconds(options.WarmupSeconds / (double)options.Levels.Count));
                await Filler.FillAsync(database, dossiers, FillTables.All);
            }

            for (var round = 0; round < options.Rounds; round++)
            {
                // Forth and back: what comes first in one round comes last in the next.
                foreach (var (dossiers, database, costs) in round % 2 == 0 ? levels : Enumerable.Reverse(levels))
                {
                    var cost = await RunOnceAsync(database, options.Round);
                    costs.Add(cost);
                    await Console.Error.WriteLineAsync($"round {round + 1}, {dossiers:N0}: {cost}");
                }
            }

            return await ReportAsync(levels);
        }
        finally
        {
            foreach (var (_, database, _) in levels) await database.DisposeAsync();
        }
    }

    private static async Task<DossierCost> RunOnceAsync(TestDatabase database, TimeSpan time)
    {
        // Each round begins behind a checkpoint: the full pages that follow one are part of the cost, and alike for all.
        await using (var checkpoint = database.Source.CreateCommand("checkpoint"))
        {
            checkpoint.CommandTimeout = 0;
            await checkpoint.ExecuteNonQueryAsync();
        }

        await using var bench = await SagaBench.StartAsync(database, SagaTraffic.LikeProduction);
        await Task.Delay(Settling);
        var before = await CostMeter.ReadAsync(database, bench.Finished);
        await Task.Delay(time);
        var after = await CostMeter.ReadAsync(database, bench.Finished);
        await bench.StopAsync();
        return DossierCost.Between(before, after);
    }

    private static async Task<BenchResult> ReportAsync(List<(long Dossiers, TestDatabase Database, List<DossierCost> Costs)> levels)
    {
        var result = new BenchResult("growth", "dossiers_per_second_at_the_last_level", [.. levels[^1].Costs.Select(cost => cost.PerSecond)]);
        foreach (var (dossiers, database, costs) in levels)
        {
            foreach (var (name, value) in DossierCost.Median(costs).Figures) result.With($"{name}_at_{dossiers}", value.ToString("F1", CultureInfo.InvariantCulture));
            result.With($"database_mb_at_{dossiers}", await database.ScalarAsync<long>("select pg_database_size(current_database())") / 1024 / 1024);
        }

        var (first, last) = (DossierCost.Median(levels[0].Costs), DossierCost.Median(levels[^1].Costs));
        foreach (var ((name, from), (_, to)) in first.Figures.Zip(last.Figures)) result.With($"{name}_ratio", (to / from).ToString("F2", CultureInfo.InvariantCulture));
        return result;
    }
}
