using System.Net.Http.Headers;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;
using DichVuCong.Testing;
using Microsoft.AspNetCore.Builder;

namespace DichVuCong.Gateway.Tests.Support;

/// <summary>A real gateway on a port of its own, over a database with the shipped catalogue and the accounts of development.</summary>
internal sealed class GatewayFixture : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GatewayFixture(TestDatabase database, WebApplication app, HostSettings settings)
    {
        (Database, _app, Settings) = (database, app, settings);
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{settings.GatewayPort}") };
    }

    public TestDatabase Database { get; }

    public HostSettings Settings { get; }

    /// <summary>A client without credentials.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<GatewayFixture> StartAsync(bool development = true, params string[] arguments) =>
        StartAsync(settings => settings with { IsDevelopment = development }, arguments);

    /// <summary>A gateway with settings of its own.</summary>
    public static async Task<GatewayFixture> StartAsync(Func<HostSettings, HostSettings> change, params string[] arguments)
    {
        var database = await SeededDatabase.CreateAsync();
        var portBase = FreePort.Base();
        var settings = change(new HostSettings
        {
            Postgres = database.ConnectionString,
            DataKeys = KeyRing.Development,
            IsDevelopment = true,
            PortBase = portBase,
            PublicUrl = new Uri($"http://127.0.0.1:{portBase}"),
        });
        var app = GatewayHost.Build(settings, arguments);
        await app.StartAsync();
        var fixture = new GatewayFixture(database, app, settings);
        await Eventually.HoldsAsync(
            async () => (await fixture.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, "the gateway is ready");
        return fixture;
    }

    /// <summary>A client that carries a bearer token.</summary>
    public HttpClient As(string token)
    {
        var client = new HttpClient { BaseAddress = Http.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
    }
}
