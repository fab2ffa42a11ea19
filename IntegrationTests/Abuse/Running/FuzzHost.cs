using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DichVuCong.Abuse.Tests.Endpoints;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Payments;
using DichVuCong.Registries.Files;
using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;
using DichVuCong.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>A gateway on a port and the sagas behind it, on a database of their own, with a few dossiers and orders that inputs can name.</summary>
internal sealed partial class FuzzHost : IAsyncDisposable
{
    /// <summary>Dossiers that inputs can name, as {{dossier:0}} and on.</summary>
    public const int Dossiers = 4;

    /// <summary>
    /// Quotas are another test's: here they would only hide what lies behind them. Those of partners' callbacks (500 a second) and of payers without
    /// credentials (10 a second) are more than inputs come one after the other. The log is read, not shown.
    /// </summary>
    private static readonly string[] Arguments = ["--OneStop:ItemsPerSecond=1000000", "--OneStop:Burst=1000000", "--Logging:Console:LogLevel:Default=None"];

    private readonly WebApplication _app;
    private readonly BadFileStore _files;
    private readonly FuzzWorker _worker;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private FuzzHost(TestDatabase database, WebApplication app, BadFileStore files, FuzzWorker worker, CapturedLog log, int port)
    {
        (Database, _app, _files, _worker, Log, Port) = (database, app, files, worker, log, port);
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public TestDatabase Database { get; }

    public CapturedLog Log { get; }

    public int Port { get; }

    public HttpClient Http { get; }

    /// <summary>The endpoints that the gateway has, as "METHOD pattern".</summary>
    public IReadOnlyList<string> Endpoints =>
    [
        .. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => $"{string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"])} {endpoint.RoutePattern.RawText}"),
    ];

    public static async Task<FuzzHost> StartAsync()
    {
        var database = await SeededDatabase.CreateAsync();
        var port = FreePort.Base();
        var settings = new HostSettings
        {
            Postgres = database.ConnectionString,
            DataKeys = KeyRing.Development,
            IsDevelopment = true,
            PortBase = port,
            PublicUrl = new Uri($"http://127.0.0.1:{port}"),
        };
        var app = GatewayHost.Build(settings, Arguments);
        var log = new CapturedLog();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await app.StartAsync();
        using (var client = new HttpClient())
        {
            await Eventually.HoldsAsync(async () => (await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"))).IsSuccessStatusCode, "the gateway is ready", TimeSpan.FromSeconds(60));
        }

        var worker = await FuzzWorker.StartAsync(database.ConnectionString, app.Services, app.Services.GetRequiredService<ILoggerFactory>());
        var host = new FuzzHost(database, app, new BadFileStore(), worker, log, port);
        await host.PrepareAsync();
        return host;
    }

    /// <summary>Puts in what is only known now: {{session:H29}}, {{dossier:0}}, {{file:3}}, {{order:1}}, {{time:now}}. All that one filler puts in is of one moment.</summary>
    public Func<string, string> FillerNow()
    {
        var now = DateTimeOffset.UtcNow;
        return text => text.Contains("{{", StringComparison.Ordinal) ? Name().Replace(text, match => ValueOf(match.Groups["name"].Value, now) ?? match.Value) : text;
    }

    /// <summary>Files a dossier as the portal does, and gives its code.</summary>
    public async Task<string> FileAsync(string filing)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/dossiers", UriKind.Relative)) { Content = new StringContent(filing) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "dev-portal");
        using var response = await Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(body)!["code"]!.GetValue<string>() : throw new InvalidOperationException($"A good filing was refused: {body}");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _worker.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _files.DisposeAsync();
        await Database.DisposeAsync();
    }

    [GeneratedRegex(@"\{\{(?<name>[a-zA-Z]+:[0-9A-Za-z]+)\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Name();

    private string? ValueOf(string name, DateTimeOffset now) => name switch
    {
        "time:now" => VietnamTime.ToWire(now),
        "time:ahead" => VietnamTime.Local(now.AddDays(10)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        "token:vietqr" => _app.Services.GetRequiredService<PaymentPartners>().VietQr!.Tokens.Issue(now),
        _ => _names.GetValueOrDefault(name),
    };

    private async Task PrepareAsync()
    {
        foreach (var user in new[] { "H29", "G08" })
        {
            var reply = await Http.PostAsJsonAsync(new Uri("/mapi/login", UriKind.Relative), new { username = user, password = $"dev-{user}" });
            _names[$"session:{user}"] = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["session"]!.GetValue<string>();
        }

        var tokens = _app.Services.GetRequiredService<FileTokens>();
        for (var number = 0; number < Dossiers; number++)
        {
            var files = number == 0 ? Enumerable.Range(0, BadFileStore.Count).Select(file => (Address: _files.AddressOf(file), Content: BadFileStore.Good)) : [];
            var code = await FileAsync(PortalSamples.Filing($"prepared-{number}", [.. files]));
            _names[$"dossier:{number}"] = code;
            if (number > 0) continue;
            for (var file = 0; file < BadFileStore.Count; file++) _names[$"file:{file}"] = tokens.Issue(DossierCode.Parse(code), 1, file + 1);
        }

        foreach (var (name, value) in await FuzzPayments.PrepareAsync(this)) _names[name] = value;
        foreach (var (name, value) in await FuzzIdentity.PrepareAsync(_app.Services)) _names[name] = value;
    }
}
