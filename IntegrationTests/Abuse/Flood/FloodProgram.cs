using System.Diagnostics;
using System.Globalization;
using DichVuCong.Abuse.Tests.Attacks;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Testing;

namespace DichVuCong.Abuse.Tests.Flood;

/// <summary>
/// Measures whether the flood of one agency is felt by the others: rounds of a quiet time and a time of flood in turn, the others at 30 % of what the
/// machine can do in both. Two figures: the answer at the door, from when the call was due; and the decision, from its admission until it can be read.
/// </summary>
internal static class FloodProgram
{
    private const string Flooder = "H26";
    private const double Share = 0.3;

    public static async Task<int> RunAsync(Options options)
    {
        await using var database = await SeededDatabase.CreateAsync();
        var port = (int)options.Number("--port", FreePort.Base());
        // A tenth of what two cores can do, and a burst that is over in seconds: the default quota of one system is as much as this machine can
        // decide on with everything else on it, and a flood held at that would be no flood.
        (string, string)[] environment =
        [
            ("DVC_ENVIRONMENT", "Development"),
            ("DVC_POSTGRES", database.ConnectionString),
            ("DVC_PORT_BASE", port.ToString(CultureInfo.InvariantCulture)),
            ("Logging__LogLevel__Default", "Warning"),
            ("OneStop__ItemsPerSecond", options.Number("--quota", 20).ToString(CultureInfo.InvariantCulture)),
            ("OneStop__Burst", options.Number("--burst", 40).ToString(CultureInfo.InvariantCulture)),
        ];
        using var gateway = HostProcess.Start("Gateway", "dvc-gateway", 0, environment);
        using var worker = HostProcess.Start("Worker", "dvc-worker", 0, environment);
        await gateway.ReadyAsync(port);
        await Eventually.HoldsAsync(
            async () => await database.ScalarAsync<bool>("select exists (select from bus.host where kind = 'worker')"), "the worker works", TimeSpan.FromSeconds(90));

        var codes = (await new CatalogueStore(database.Source, TimeProvider.System).LoadAsync(CancellationToken.None)).Systems
            .Select(system => system.Code).Where(code => code.StartsWith('H') && code != Flooder).ToList();
        var others = await Task.WhenAll(codes.Select(code => PushClient.LogInAsync(port, code, 16)));
        using var flooder = await PushClient.LogInAsync(port, Flooder, 64);
        await using var watch = new DecisionWatch(port);

        // Burst tokens of a pause would hide the quota from the measurement of capacity, not from the flood: everybody shares evenly here.
        var seconds = TimeSpan.FromSeconds(options.Number("--seconds", 15));
        var capacity = options.Number("--capacity", 0) is > 0 and var told ? told : await CapacityAsync(others, database);
        var rate = Math.Max(5, capacity * Share);
        var floodRate = options.Number("--flood", 2_000);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"flood: {others.Length} systems at {rate:F0} calls/s together ({Share:P0} of {capacity:F0}), one at {floodRate}/s in every second phase"));

        // Its first seconds are the burst that everybody is allowed: the flood is measured once it is held.
        await new Phase([flooder], floodRate).RunAsync(TimeSpan.FromSeconds(6), 64, CancellationToken.None);
        await DecidedAsync(database);
        var rounds = (int)options.Number("--rounds", 5);
        var table = new List<(Measured Quiet, Measured Flood)>();
        var (sent, taken) = (0L, 0L);
        for (var round = 0; round < rounds; round++)
        {
            var quiet = await MeasureAsync(others, rate, seconds, watch);
            using var end = new CancellationTokenSource();
            var flood = new Phase([flooder], floodRate);
            var flooding = flood.RunAsync(TimeSpan.FromMinutes(10), 64, end.Token);
            var flooded = await MeasureAsync(others, rate, seconds, watch);
            await end.CancelAsync();
            await flooding;
            table.Add((quiet, flooded));
            sent += flood.Taken.Count + flood.Again + flood.Odd;
            taken += flood.Taken.Count;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  round {round + 1}: door p99 {quiet.Door:F0} / {flooded.Door:F0} ms, decision p99 {quiet.Decision:F0} / {flooded.Decision:F0} ms (quiet / flood); flood {flood.Taken.Count} taken of {flood.Taken.Count + flood.Again + flood.Odd}"));
        }

        foreach (var other in others) other.Dispose();
        return Report(table, sent / (rounds * seconds.TotalSeconds), taken / (rounds * seconds.TotalSeconds), capacity, rate);
    }

    /// <summary>Dossiers a second that are taken and decided when everybody pushes as fast as answers come.</summary>
    private static async Task<double> CapacityAsync(PushClient[] systems, TestDatabase database)
    {
        var (taken, began) = (0, 0L);
        // The first seconds compile the code.
        foreach (var span in new[] { TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10) })
        {
            (taken, began) = (0, Stopwatch.GetTimestamp());
            await Task.WhenAll(Enumerable.Range(0, 64).Select(async number =>
            {
                while (Stopwatch.GetElapsedTime(began) < span)
                {
                    if ((await systems[number % systems.Length].PushAsync()).Answer == PushAnswer.Taken) Interlocked.Increment(ref taken);
                }
            }));
            await DecidedAsync(database);
        }

        return taken / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static Task DecidedAsync(TestDatabase database) => Eventually.HoldsAsync(
        async () => await database.ScalarAsync<bool>("select not exists (select from bus.ready)"), "what was taken is decided", TimeSpan.FromMinutes(5));

    private static async Task<Measured> MeasureAsync(IReadOnlyList<PushClient> others, double rate, TimeSpan duration, DecisionWatch watch)
    {
        var phase = new Phase(others, rate);
        await phase.RunAsync(duration, 5_000, CancellationToken.None);
        await Eventually.HoldsAsync(() => phase.Taken.All(call => watch.DecidedAt(call.Code) is not null), "everything that was taken is decided", TimeSpan.FromSeconds(120));
        var measured = new Measured(
            [.. phase.Taken.Select(call => call.DoorMilliseconds)],
            [.. phase.Taken.Select(call => Math.Max(0, Stopwatch.GetElapsedTime(call.AnsweredAt, watch.DecidedAt(call.Code)!.Value).TotalMilliseconds))],
            phase.Again, phase.Odd, phase.Skipped);
        watch.Forget();
        return measured;
    }

    private static int Report(List<(Measured Quiet, Measured Flood)> rounds, double sent, double taken, double capacity, double rate)
    {
        var both = rounds.SelectMany(round => new[] { round.Quiet, round.Flood }).ToList();
        Write("capacity_per_s", capacity);
        Write("others_per_s", rate);
        Write("flood_sent_per_s", sent);
        Write("flood_taken_per_s", taken);
        Write("others_told_to_come_again", both.Sum(one => one.Again));
        Write("others_answered_otherwise", both.Sum(one => one.Odd));
        Write("others_not_sent", both.Sum(one => one.Skipped));
        var worst = 0.0;
        foreach (var (name, of) in new (string, Func<Measured, IReadOnlyList<double>>)[] { ("door", one => one.Doors), ("decision", one => one.Decisions) })
        {
            var quiet = Measured.P99([.. rounds.SelectMany(round => of(round.Quiet))]);
            var flood = Measured.P99([.. rounds.SelectMany(round => of(round.Flood))]);
            var ratios = rounds.Select(round => Measured.P99(of(round.Flood)) / Measured.P99(of(round.Quiet))).Order().ToList();
            Write($"{name}_p99_others_quiet_ms", quiet);
            Write($"{name}_p99_others_flood_ms", flood);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}_ratio={flood / quiet:F2}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}_ratio_median_of_rounds={ratios[ratios.Count / 2]:F2}"));
            worst = Math.Max(worst, ratios[ratios.Count / 2]);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio={worst:F2}"));
        return both.Sum(one => one.Again + one.Odd + one.Skipped) == 0 ? 0 : 1;
    }

    private static void Write(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={value:F0}"));

    private sealed record Measured(IReadOnlyList<double> Doors, IReadOnlyList<double> Decisions, int Again, int Odd, int Skipped)
    {
        public double Door => P99(Doors);

        public double Decision => P99(Decisions);

        public static double P99(IReadOnlyList<double> values) => values.Count == 0 ? 0 : values.Order().ElementAt((int)(values.Count * 0.99));
    }
}
