using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Testing;

namespace DichVuCong.EndToEnd.Tests.Support;

/// <summary>Gateway, Worker and Sandbox as processes over a database of their own: the whole, as it runs at an operator's.</summary>
internal sealed class RunningSystem : IAsyncDisposable
{
    private readonly Dictionary<string, string> _environment;
    private readonly List<HostProcess> _hosts = [];
    private HostProcess? _worker;

    private RunningSystem(TestDatabase database, int ports)
    {
        Database = database;
        _environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DVC_ENVIRONMENT"] = "Development",
            ["DVC_POSTGRES"] = database.ConnectionString,
            ["DVC_PORT_BASE"] = ports.ToString(CultureInfo.InvariantCulture),
        };
        Portal = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports}") };
        Portal.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "dev-portal");
        Sandbox = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports + 2}") };
    }

    public TestDatabase Database { get; }

    public HttpClient Portal { get; }

    public HttpClient Sandbox { get; }

    public static async Task<RunningSystem> StartAsync()
    {
        var database = await SeededDatabase.CreateAsync();
        var ports = FreePort.Base();
        var store = new CatalogueStore(database.Source, TimeProvider.System);
        var systems = (await store.LoadAsync(CancellationToken.None)).Systems;
        await store.ConfigureAsync([.. systems.Select(one => one with { BaseUrl = new Uri($"http://127.0.0.1:{ports + 2}/agency/{one.Code}") })], CancellationToken.None);
        var system = new RunningSystem(database, ports);
        try
        {
            system.Start("dvc-sandbox");
            system.Start("dvc-gateway");
            system.ReplaceWorker();
            await ReadyAsync(system.Portal, "the gateway");
            await ReadyAsync(system.Sandbox, "the sandbox");
            await system.SetAsync(new JsonObject { ["stepMilliseconds"] = new JsonArray(50, 200), ["counterDossiersPerSecond"] = 0, ["fileCheckShare"] = 0 });
            await Eventually.HoldsAsync(
                async () => await database.ScalarAsync<long>("select count(*) from bus.line where owner is not null") >= systems.Count,
                "the worker has its lines", TimeSpan.FromSeconds(60));
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the only worker there is and starts another: whatever was under way is nobody's in between.</summary>
    public void ReplaceWorker()
    {
        _worker?.Kill();
        _worker = Start("dvc-worker");
    }

    /// <summary>Changes how the sandbox's parties work.</summary>
    public async Task SetAsync(JsonObject settings)
    {
        using var response = await Sandbox.PostAsJsonAsync(new Uri("/sandbox/settings", UriKind.Relative), settings);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Makes a party misbehave.</summary>
    public async Task BreakAsync(string party, JsonObject fault)
    {
        using var response = await Sandbox.PutAsJsonAsync(new Uri($"/sandbox/faults/{party}", UriKind.Relative), fault);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>All is well again.</summary>
    public async Task MendAsync()
    {
        using var response = await Sandbox.DeleteAsync(new Uri("/sandbox/faults", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Files a dossier and gives its code.</summary>
    public async Task<string> FileAsync(JsonObject filing)
    {
        using var response = await Portal.PostAsJsonAsync(new Uri("/v1/dossiers", UriKind.Relative), filing);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.Created, body);
        return JsonNode.Parse(body)!["code"]!.GetValue<string>();
    }

    public async Task<JsonNode> ShowAsync(string code) =>
        (await Portal.GetFromJsonAsync<JsonNode>(new Uri($"/v1/dossiers/{code}", UriKind.Relative)))!;

    /// <summary>Waits until all of them have ended.</summary>
    public Task EndedAsync(IReadOnlyCollection<string> codes, TimeSpan? within = null) => Eventually.HoldsAsync(
        async () => await CountAsync("state in (3, 7, 8, 10)", codes) == codes.Count, $"{codes.Count} dossiers have ended", within ?? TimeSpan.FromMinutes(5));

    public Task<long> CountAsync(string condition, IReadOnlyCollection<string> codes) =>
        Database.ScalarAsync<long>($"select count(*) from dossier.dossier where ({condition}) and code in ({string.Join(", ", codes.Select(code => $"'{code}'"))})");

    /// <summary>What the sandbox's systems know of a dossier.</summary>
    public async Task<JsonNode> LedgerAsync(string code) =>
        (await Sandbox.GetFromJsonAsync<JsonNode>(new Uri($"/sandbox/ledger/dossiers/{code}", UriKind.Relative)))!;

    /// <summary>Each dossier stands once in its system's records, and nothing waits by hand.</summary>
    public async Task ShouldBeWholeAsync(IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            var known = (await LedgerAsync(code))["dossiers"]!.AsArray().ShouldHaveSingleItem()!;
            known["copies"]!.GetValue<int>().ShouldBe(1, code);
            known["overlaps"]!.GetValue<int>().ShouldBe(0, code);
        }

        (await Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(0);
    }

    public async ValueTask DisposeAsync()
    {
        if (TestContext.CurrentContext.Result.Outcome.Status == NUnit.Framework.Interfaces.TestStatus.Failed)
        {
            foreach (var host in _hosts) await TestContext.Out.WriteLineAsync(host.Log);
        }

        foreach (var host in _hosts) host.Dispose();
        Portal.Dispose();
        Sandbox.Dispose();
        await Database.DisposeAsync();
    }

    private HostProcess Start(string name)
    {
        var host = HostProcess.Start(name, _environment);
        _hosts.Add(host);
        return host;
    }

    private static Task ReadyAsync(HttpClient client, string what) => Eventually.HoldsAsync(
        async () =>
        {
            try
            {
                return (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        $"{what} is ready", TimeSpan.FromSeconds(90));
}
