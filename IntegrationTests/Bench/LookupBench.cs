using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using DichVuCong.Bench.Filling;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Messaging;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Dossiers.Timeline;
using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Naming;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Testing;

namespace DichVuCong.Bench;

/// <summary>
/// Look-ups of random dossiers by their code: by the Gateway's own look-up, and through a Gateway over HTTP; with nothing in memory, and with what
/// the machine keeps in memory by itself. Then the query of an operator's page of one dossier.
/// </summary>
internal static class LookupBench
{
    private const int Cold = 1000;
    private const int Clients = 8;

    public static async Task<BenchResult> RunAsync(BenchOptions options)
    {
        await using var database = await SeededDatabase.CreateAsync();
        var filled = options.Pages
            ? await FillAsync(database, options.Rows)
            : await Filler.FillAsync(database, options.Rows, [FillTables.Dossiers]);
        await using var connections = new RuntimeDatabase(database.ConnectionString);
        var lookup = new DossierLookup(connections.Pooled);
        var port = FreePort.Base();
        await using var gateway = GatewayHost.Build(SettingsOf(database, port), []);
        await gateway.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "dev-coordination");
        await Eventually.HoldsAsync(async () => (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, "the gateway is ready", TimeSpan.FromSeconds(60));

        // Once of everything first: connections, plans and code are not what is measured.
        await MeasureAsync(filled, clients: 2, count: 500, look: code => LookAsync(lookup, code));
        var isCold = await ColdCache.MakeAsync(database);
        var cold = await MeasureAsync(filled, clients: 1, Cold, code => LookAsync(lookup, code));
        await WarmAsync(options.WarmupSeconds, filled, lookup);
        var rounds = new List<double>();
        var warm = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var times = await MeasureAsync(filled, Clients, options.Round, code => LookAsync(lookup, code));
            rounds.Add(times.Count / watch.Elapsed.TotalSeconds);
            warm.AddRange(times);
        }

        var pages = options.Pages ? await PagesAsync(options, filled, connections) : [];
        await MeasureAsync(filled, Clients, TimeSpan.FromSeconds(3), code => GetAsync(http, code));
        var overHttp = await MeasureAsync(filled, Clients, options.Round, code => GetAsync(http, code));
        await gateway.StopAsync();
        var result = new BenchResult("lookup", "lookups_per_second", rounds)
            .With("lookup_p50_ms", At(warm, 0.50)).With("lookup_p99_ms", At(warm, 0.99)).With("lookup_max_ms", At(warm, 1))
            .With("lookup_cold_p50_ms", isCold ? At(cold, 0.50) : "unknown").With("lookup_cold_p99_ms", isCold ? At(cold, 0.99) : "unknown")
            .With("lookup_http_p50_ms", At(overHttp, 0.50)).With("lookup_http_p99_ms", At(overHttp, 0.99)).With("http_lookups_measured", overHttp.Count)
            .With("rows", filled.Count).With("clients", Clients).With("lookups_measured", warm.Count)
            .With("table_mb", await MegabytesAsync(database, "pg_table_size('dossier.dossier')"))
            .With("indexes_mb", await MegabytesAsync(database, "pg_indexes_size('dossier.dossier')"))
            .With("shared_buffers", await database.ScalarAsync<string>("show shared_buffers"));
        return pages.Count == 0
            ? result
            : result.With("page_p50_ms", At(pages, 0.50)).With("page_p99_ms", At(pages, 0.99)).With("page_max_ms", At(pages, 1)).With("pages_measured", pages.Count);
    }

    /// <summary>Operators are few: two of them look at one dossier after the other.</summary>
    private static async Task<List<double>> PagesAsync(BenchOptions options, FilledDossiers filled, RuntimeDatabase connections)
    {
        var timelines = new TimelineReader(connections.Pooled);
        await MeasureAsync(filled, clients: 2, TimeSpan.FromSeconds(3), code => ReadAsync(timelines, code));
        return await MeasureAsync(filled, clients: 2, options.Round, code => ReadAsync(timelines, code));
    }

    /// <summary>What a dossier's page reads: its row, content, history, sagas and journal; the names that the journal has are those of the sagas.</summary>
    private static async Task<FilledDossiers> FillAsync(TestDatabase database, long rows)
    {
        var vocabulary = await Vocabulary.LoadAsync(database.Source, new Topology().AddDossiers(new DossierRules()), CancellationToken.None);
        await vocabulary.LearnAsync([.. StateGraph.Edges.Select(edge => edge.Name)], [ClockNames.Deadline], CancellationToken.None);
        return await Filler.FillAsync(database, rows, [FillTables.Dossiers, FillTables.Contents, FillTables.History, FillTables.Sagas, FillTables.NamedJournal]);
    }

    /// <summary>The query of the timeline's page, all of it: with its rows, or it was not what is measured.</summary>
    private static async Task ReadAsync(TimelineReader timelines, DossierCode code)
    {
        var timeline = await timelines.ReadAsync(code, sealer: null, CancellationToken.None) ?? throw new InvalidOperationException($"{code} was not found.");
        if (timeline.Entries.Count < 5) throw new InvalidOperationException($"The timeline of {code} has {timeline.Entries.Count} entries only.");
    }

    private static async Task WarmAsync(int seconds, FilledDossiers filled, DossierLookup lookup) =>
        await MeasureAsync(filled, Clients, TimeSpan.FromSeconds(seconds), code => LookAsync(lookup, code));

    private static async Task LookAsync(DossierLookup lookup, DossierCode code)
    {
        if (await lookup.FindAsync(code, CancellationToken.None) is null) throw new InvalidOperationException($"{code} was not found.");
    }

    private static async Task GetAsync(HttpClient http, DossierCode code)
    {
        using var answer = await http.GetAsync(new Uri($"/v1/dossiers/{code}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    private static Task<List<double>> MeasureAsync(FilledDossiers filled, int clients, int count, Func<DossierCode, Task> look) =>
        MeasureAsync(filled, clients, done => done < count / clients, look);

    private static Task<List<double>> MeasureAsync(FilledDossiers filled, int clients, TimeSpan time, Func<DossierCode, Task> look)
    {
        var watch = Stopwatch.StartNew();
        return MeasureAsync(filled, clients, _ => watch.Elapsed < time, look);
    }

    /// <summary>Each client asks for one dossier after the other; the milliseconds of all of them.</summary>
    private static async Task<List<double>> MeasureAsync(FilledDossiers filled, int clients, Func<int, bool> goesOn, Func<DossierCode, Task> look)
    {
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (goesOn(mine.Count))
            {
                var code = filled.CodeOf(Random.Shared.NextInt64(filled.Count) + 1);
                var began = Stopwatch.GetTimestamp();
                await look(code);
                mine.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            return mine;
        })));
        return [.. times.SelectMany(mine => mine)];
    }

    private static string At(List<double> times, double share)
    {
        times.Sort();
        return times[Math.Min(times.Count - 1, (int)(times.Count * share))].ToString("F2", CultureInfo.InvariantCulture);
    }

    private static async Task<long> MegabytesAsync(TestDatabase database, string size) => await database.ScalarAsync<long>($"select {size}") / 1024 / 1024;

    private static HostSettings SettingsOf(TestDatabase database, int port) => new()
    {
        Postgres = database.ConnectionString,
        DataKeys = KeyRing.Development,
        IsDevelopment = true,
        PortBase = port,
        PublicUrl = new Uri($"http://127.0.0.1:{port}"),
    };
}
