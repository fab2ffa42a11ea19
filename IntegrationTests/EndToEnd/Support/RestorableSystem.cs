using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.EndToEnd.Tests.Support;

/// <summary>Everything as processes over a cluster of its own, which can be backed up, struck by a disaster, and restored.</summary>
internal sealed class RestorableSystem : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _home = Path.Combine("/tmp", $"dvc-e2e-{Guid.NewGuid().ToString("N")[..10]}");
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HostProcess> _hosts = new(StringComparer.Ordinal);
    private readonly int _ports = FreePort.Base();

    private RestorableSystem()
    {
        _environment["DVC_ENVIRONMENT"] = "Development";
        _environment["DVC_HOME"] = _home;
        _environment["DVC_BACKUP_DIR"] = Path.Combine(_home, "backups");
        _environment["DVC_OPERATOR"] = "truc-dem";
        _environment["DVC_PORT_BASE"] = _ports.ToString(CultureInfo.InvariantCulture);
        Portal = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_ports}") };
        Portal.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "dev-portal");
        Sandbox = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_ports + 2}") };
    }

    public HttpClient Portal { get; }

    public HttpClient Sandbox { get; }

    private string Data => Path.Combine(_home, "postgres", "data");

    /// <summary>A cluster with a base backup, and the hosts running.</summary>
    public static async Task<RestorableSystem> StartAsync(JsonObject settings)
    {
        var system = new RestorableSystem();
        try
        {
            Directory.CreateDirectory(system._home);
            system.StartServer();
            foreach (var command in new[] { "migrate", "catalogue import", "account seed-development", "sandbox connect", "backup init --yes" }) await system.DvcAsync(command);
            await system.ServerAsync("stop");
            system.StartServer();
            await system.DvcAsync("backup take");
            system.Start("dvc-sandbox");
            await ReadyAsync(system.Sandbox, "the sandbox");
            using (var set = await system.Sandbox.PostAsJsonAsync(new Uri("/sandbox/settings", UriKind.Relative), settings)) set.StatusCode.ShouldBe(HttpStatusCode.OK);
            await system.StartHostsAsync();
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everything of ours dies at once; the partners live on.</summary>
    public async Task StrikeAsync()
    {
        foreach (var name in new[] { "dvc-gateway", "dvc-worker" }) _hosts[name].Kill();
        await ServerAsync("immediate");
    }

    /// <summary>Restores as the duty officer does, and starts the hosts again.</summary>
    public async Task RestoreAsync(DateTimeOffset target)
    {
        var at = target.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
        await DvcAsync($"restore --at {at} --to {_home}/postgres/new --old-data {Data} --code-gap 100 --json");
        Directory.Move(Data, $"{Data}.old");
        Directory.Move($"{_home}/postgres/new", Data);
        StartServer();
        await StartHostsAsync();
    }

    /// <summary>Runs a command of the operator's.</summary>
    public async Task<string> DvcAsync(string command, int exitCode = 0)
    {
        var (code, output, error) = await RunAsync("dotnet", [Path.Combine(TestContext.CurrentContext.TestDirectory, "dvc.dll"), .. command.Split(' ')]);
        code.ShouldBe(exitCode, $"dvc {command}: {error}{output}");
        return output;
    }

    public async Task<string> FileAsync(JsonObject filing, HttpStatusCode status = HttpStatusCode.Created)
    {
        using var response = await Portal.PostAsJsonAsync(new Uri("/v1/dossiers", UriKind.Relative), filing);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, body);
        return JsonNode.Parse(body)!["code"]!.GetValue<string>();
    }

    /// <summary>Follows the feed.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body)> EventsAsync(string after)
    {
        using var response = await Portal.GetAsync(new Uri($"/v1/events?after={after}", UriKind.Relative));
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>What the sandbox's systems know of a dossier.</summary>
    public async Task<JsonNode> LedgerAsync(string code) =>
        (await Sandbox.GetFromJsonAsync<JsonNode>(new Uri($"/sandbox/ledger/dossiers/{code}", UriKind.Relative)))!;

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(_environment["DVC_POSTGRES"] + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_environment["DVC_POSTGRES"] + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public Task<long> CountAsync(string condition, IEnumerable<string> codes) =>
        ScalarAsync<long>($"select count(*) from dossier.dossier where ({condition}) and code in ({string.Join(", ", codes.Select(code => $"'{code}'"))})");

    public Task UntilAsync(string condition, IReadOnlyCollection<string> codes) => Eventually.HoldsAsync(
        async () => await CountAsync(condition, codes) == codes.Count, $"{condition} holds for {codes.Count} dossiers", Patience);

    public async ValueTask DisposeAsync()
    {
        foreach (var (name, host) in _hosts)
        {
            if (TestContext.CurrentContext.Result.Outcome.Status == NUnit.Framework.Interfaces.TestStatus.Failed) await TestContext.Out.WriteLineAsync($"--- {name}\n{host.Log}");
            host.Dispose();
        }

        Portal.Dispose();
        Sandbox.Dispose();
        await ServerAsync("stop");
        Directory.Delete(_home, recursive: true);
    }

    private async Task StartHostsAsync()
    {
        Start("dvc-gateway");
        Start("dvc-worker");
        await ReadyAsync(Portal, "the gateway");
        await Eventually.HoldsAsync(
            async () => await ScalarAsync<bool>("select coalesce(bool_and(owner is not null), false) from bus.line"), "the worker has its lines", Patience);
    }

    private void Start(string name)
    {
        if (_hosts.Remove(name, out var before)) before.Dispose();
        _hosts.Add(name, HostProcess.Start(name, _environment));
    }

    private void StartServer()
    {
        // Its output must not be a pipe of ours: the server inherits it and keeps it open.
        var start = new ProcessStartInfo("bash") { UseShellExecute = false };
        foreach (var word in new[] { "-c", $"'{Script}' start '{_home}' >/dev/null 2>&1 && '{Script}' url '{_home}' > '{_home}/url'" }) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, "build/postgres start");
        _environment["DVC_POSTGRES"] = File.ReadAllText(Path.Combine(_home, "url")).Trim();
    }

    private static string Script => Path.Combine(TestCluster.Root, "build", "postgres");

    private async Task ServerAsync(string action) => (await RunAsync(Script, [action, _home])).Code.ShouldBe(0, $"build/postgres {action}");

    private async Task<(int Code, string Output, string Error)> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (key, value) in _environment) start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
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
        $"{what} is ready", Patience);
}
