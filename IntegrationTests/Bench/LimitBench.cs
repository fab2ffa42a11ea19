using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DichVuCong.Bench.Filling;
using DichVuCong.Contracts;
using DichVuCong.Registries.Schema;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Bench;

/// <summary>
/// Where the limit of <c>saga</c> lies on this machine, measured in one run in two ways. The processor time that the server alone spends on a
/// dossier: with every core for it and a host that costs nothing, there are no more. And pgbench, which writes into the same tables what
/// stays of a dossier and passes its messages through the queue, with nothing read, decided, ordered, locked or measured in between: no runtime that
/// stores these rows is faster.
/// </summary>
internal static partial class LimitBench
{
    /// <summary>Dossiers in one slice; a batch of the runtime's under a backlog holds as many.</summary>
    private const int Slice = 200;

    /// <summary>Messages of a dossier: its filing, the receipt of the delivery, seven rows and the notices.</summary>
    private const int Messages = 10;

    /// <summary>So many that all of pgbench's are of one day.</summary>
    private const long Many = 1_000_000_000;

    public static async Task<BenchResult> RunAsync(BenchOptions options)
    {
        await using var database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        var (alone, server, host) = await RunDossiersAsync(database, options);
        var rounds = new List<double>();
        for (var round = 0; round < options.Rounds; round++) rounds.Add(await RunPgbenchAsync(database, round, (int)Math.Max(1, options.Round.TotalSeconds)));
        var possible = Environment.ProcessorCount * 1_000_000 / server;
        var pgbench = rounds.Order().ElementAt(rounds.Count / 2);
        return new BenchResult("limit", "pgbench_dossiers_per_second", rounds)
            .With("dossiers_per_second", Show(alone))
            .With("server_cpu_us_per_dossier", Show(server))
            .With("host_cpu_us_per_dossier", Show(host))
            .With("server_alone_dossiers_per_second", Show(possible))
            .With("of_the_server_alone_percent", Show(100 * alone / possible))
            .With("of_pgbench_percent", Show(100 * alone / pgbench))
            .With("fsync", await database.ScalarAsync<string>("show fsync"))
            .With("synchronous_commit", await database.ScalarAsync<string>("show synchronous_commit"));
    }

    private static async Task<(double PerSecond, double ServerCpu, double HostCpu)> RunDossiersAsync(TestDatabase database, BenchOptions options)
    {
        await using var bench = await SagaBench.StartAsync(database, SagaTraffic.Plain);
        await Task.Delay(TimeSpan.FromSeconds(options.WarmupSeconds));
        var server = int.Parse(File.ReadLines(Path.Combine(await database.ScalarAsync<string>("show data_directory"), "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        var (cpu, host, done, watch) = (ProcessStat.OfTree(server), Process.GetCurrentProcess().TotalProcessorTime, bench.Finished, Stopwatch.StartNew());
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds));
        double dossiers = Math.Max(1, bench.Finished - done);
        var result = (
            dossiers / watch.Elapsed.TotalSeconds, (ProcessStat.OfTree(server) - cpu).TotalMicroseconds / dossiers,
            (Process.GetCurrentProcess().TotalProcessorTime - host).TotalMicroseconds / dossiers);
        await bench.StopAsync();
        return result;
    }

    private static async Task<double> RunPgbenchAsync(TestDatabase database, int round, int seconds)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Script(round));
        try
        {
            var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
            var clients = (Environment.ProcessorCount * 2).ToString(CultureInfo.InvariantCulture);
            var start = new ProcessStartInfo(Pgbench()) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["PGPASSWORD"] = server.Password;
            foreach (var word in (string[])
                [
                    "-n", "-M", "prepared", "-f", script, "-T", seconds.ToString(CultureInfo.InvariantCulture), "-c", clients, "-j", clients, "-D", "n=0",
                    "-h", server.Host!, "-p", server.Port.ToString(CultureInfo.InvariantCulture), "-U", server.Username!, database.Name,
                ])
            {
                start.ArgumentList.Add(word);
            }

            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return Tps().Match(await output) is { Success: true } tps && process.ExitCode == 0
                ? double.Parse(tps.Groups["tps"].Value, CultureInfo.InvariantCulture) * Slice
                : throw new InvalidOperationException($"pgbench ended with {process.ExitCode}: {await error}");
        }
        finally
        {
            File.Delete(script);
        }
    }

    /// <summary>A slice of dossiers: what stays of them in one transaction, then each step's messages in and out and the states' new versions in one each.</summary>
    private static string Script(int round)
    {
        var columns = FilledDossiers.Columns
            .Replace("$1", ":from", StringComparison.Ordinal).Replace("$2", ":to", StringComparison.Ordinal)
            .Replace("$3::bigint", $"{Many}", StringComparison.Ordinal)
            .Replace("$4::date", $"'{VietnamTime.DayOf(TimeProvider.System.GetUtcNow()):yyyy-MM-dd}'::date", StringComparison.Ordinal);
        var stays = string.Join('\n', FillTables.All.Select(table => $"with f as materialized ({columns}) {table};"));
        var step =
            $"""
            begin;
            insert into bus.ready (lane, flow, id, type, schema, endpoint, key, conversation, sent_at, body)
              select :client_id::smallint, 4, md5(i::text)::uuid, 1, 1, 1, 'S01.001-261122-' || i, md5(i::text)::uuid, now(), decode(repeat(md5(i::text), 10), 'hex')
              from generate_series(:from::bigint, :to::bigint) i;
            end;
            begin;
            delete from bus.ready where lane = :client_id::smallint and flow = 4;
            update bus.saga set version = version + 1, last_now = now(), state = state || ''::bytea where id between -:to::bigint and -:from::bigint;
            end;
            """;
        var steps = string.Join('\n', Enumerable.Repeat(step, Messages));
        return $"""
            \set n :n + 1
            \set from {round} * 10000000 + :client_id * 1000000 + :n * {Slice}
            \set to :from + {Slice - 1}
            begin;
            {stays}
            end;
            {steps}

            """;
    }

    private static string Pgbench() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", "pgbench")).FirstOrDefault(File.Exists) ?? "pgbench"
        : "pgbench";

    private static string Show(double value) => value.ToString("F0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^tps = (?<tps>[0-9.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tps();
}
