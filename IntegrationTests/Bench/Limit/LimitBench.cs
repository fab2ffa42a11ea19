using System.Diagnostics;
using DichVuCong.Registries.Schema;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Bench.Limit;

/// <summary>
/// Where the limit of <c>saga</c> lies. Whole dossiers run as in that bench, and everything that the hosts ask of the server is recorded as it
/// goes over the wire. Then a copy of the database, as it was when the recording began, gets the same requests over as many connections, as fast
/// as it takes them: nobody decides, reads or writes JSON, or waits for a partner in between. No runtime with these statements is faster.
/// </summary>
internal static class LimitBench
{
    public static async Task<BenchResult> RunAsync(BenchOptions options)
    {
        await using var database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        await RunDossiersAsync(database, TimeSpan.FromSeconds(options.WarmupSeconds));
        var alone = await RunDossiersAsync(database, TimeSpan.FromSeconds(options.Seconds));
        NpgsqlConnection.ClearAllPools();
        await using var copy = await TestDatabase.CopyAsync(database.Name);

        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var journal = await database.ScalarAsync<long>("select count(*) from bus.journal");
        IReadOnlyList<RecordedSession> sessions;
        Run recorded;
        await using (var recorder = new WireRecorder(server.Host!, server.Port))
        {
            recorded = await RunDossiersAsync(database.Through(recorder.Port), TimeSpan.FromSeconds(options.Seconds));
            sessions = recorder.Sessions;
        }

        var decisions = await database.ScalarAsync<long>("select count(*) from bus.journal") - journal;
        var replay = await WireReplay.RunAsync(sessions, server.Host!, server.Port, copy.Name, server.Password!, CancellationToken.None);
        var rows = sessions.Sum(session => session.Requests.Sum(request => request.Rows));
        var limit = recorded.Dossiers / replay.Elapsed.TotalSeconds;
        return new BenchResult("limit", "postgresql_alone_dossiers_per_second", [limit])
            .With("dossiers_per_second", alone.PerSecond.ToString("F0"))
            .With("of_the_limit_percent", (100 * alone.PerSecond / limit).ToString("F0"))
            .With("dossiers_per_second_while_recorded", recorded.PerSecond.ToString("F0"))
            .With("connections", sessions.Count)
            .With("requests", sessions.Sum(session => session.Requests.Count))
            .With("journal_rows", decisions)
            .With("rows_recorded", rows)
            .With("rows_replayed", replay.Rows)
            .With("statements_failed_in_the_replay", replay.Errors)
            .With("replay_seconds", replay.Elapsed.TotalSeconds.ToString("F1"))
            .With("fsync", await copy.ScalarAsync<string>("show fsync"))
            .With("synchronous_commit", await copy.ScalarAsync<string>("show synchronous_commit"));
    }

    private static async Task<Run> RunDossiersAsync(TestDatabase database, TimeSpan time)
    {
        await using var bench = await SagaBench.StartAsync(database, SagaTraffic.Plain);
        var watch = Stopwatch.StartNew();
        await Task.Delay(time);
        await bench.StopAsync();
        return new Run(bench.Finished, watch.Elapsed);
    }

    private sealed record Run(long Dossiers, TimeSpan Elapsed)
    {
        public double PerSecond => Dossiers / Elapsed.TotalSeconds;
    }
}
