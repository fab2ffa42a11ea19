using DichVuCong.Operations.Hosting;
using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;
using DichVuCong.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Operations.Tests.Support;

/// <summary>The screen's real host on a port of its own, over a database with the shipped catalogue.</summary>
internal sealed class OperationsFixture : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OperationsFixture(TestDatabase database, WebApplication app, HostSettings settings) => (Database, _app, Settings) = (database, app, settings);

    public TestDatabase Database { get; }

    public HostSettings Settings { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new($"http://127.0.0.1:{Settings.OperationsPort}");

    public static Task<OperationsFixture> StartAsync(params string[] arguments) => StartAsync(settings => settings, configure: null, arguments);

    /// <summary>A host with settings and parts of its own.</summary>
    public static async Task<OperationsFixture> StartAsync(
        Func<HostSettings, HostSettings> change, Action<IServiceCollection>? configure, params string[] arguments)
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
            OperationsUrl = new Uri($"http://127.0.0.1:{portBase + HostSettings.OperationsOffset}"),
        });
        var app = OperationsHost.Build(settings, arguments, configure);
        await app.StartAsync();
        var fixture = new OperationsFixture(database, app, settings);
        using var anybody = fixture.Anybody();
        await Eventually.HoldsAsync(async () => await anybody.StatusAsync("/health/ready") == 200, "the screen is ready");
        return fixture;
    }

    /// <summary>A browser-like client without a session. It follows no redirection, so that a test sees it.</summary>
    public OperationsClient Anybody() => new(Address);

    /// <summary>A client signed in as a role.</summary>
    public async Task<OperationsClient> SignInAsync(string role, string? agency = null, string? name = null)
    {
        var client = Anybody();
        var address = $"/dev/sign-in?role={role}" + (agency is null ? "" : $"&agency={agency}") + (name is null ? "" : $"&name={name}");
        (await client.StatusAsync(address)).ShouldBe(303);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
    }
}
