using System.Net.Http.Json;
using System.Text.Json;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Hosting;
using DichVuCong.Sandbox.Mail;
using DichVuCong.Sandbox.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DichVuCong.Sandbox.Tests.Support;

/// <summary>The sandbox on free ports, quick and without counter dossiers, with a fake Gateway.</summary>
internal sealed class SandboxFixture : IAsyncDisposable
{
    private static readonly SystemDirectory Directory = SystemDirectory.Shipped();

    private readonly WebApplication _app;

    private SandboxFixture(WebApplication app, FakeGateway gateway) => (_app, Gateway) = (app, gateway);

    public FakeGateway Gateway { get; }

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.Single());

    public int MailPort => Services.GetServices<IHostedService>().OfType<MailSink>().Single().Port;

    public SystemDirectory Systems { get; } = Directory;

    /// <summary>Starts one; with a state of before, that is brought back, its settings too unless they are the quick ones of all tests.</summary>
    public static async Task<SandboxFixture> StartAsync(
        SettingsChange? change = null, string? state = null, bool keepsSettings = false, Action<FakeGateway>? prepare = null)
    {
        var gateway = await FakeGateway.StartAsync(Directory);
        prepare?.Invoke(gateway);
        var app = SandboxHost.Create(new SandboxOptions(Port: 0, MailPort: 0, gateway.Address, state), TimeProvider.System, services => services.AddSingleton(Directory));
        var fixture = new SandboxFixture(app, gateway);
        if (!keepsSettings) fixture.Change(new SettingsChange { StepMilliseconds = [0, 0], CounterDossiersPerSecond = 0, FileCheckShare = 0, FirstRetryMilliseconds = 5 });
        if (change is not null) fixture.Change(change);
        await app.StartAsync();
        fixture.Http.BaseAddress = fixture.Address;
        return fixture;
    }

    public void Change(SettingsChange change) => Services.GetRequiredService<CurrentSettings>().Change(change).ShouldBeEmpty();

    /// <summary>Has every dossier take one journey.</summary>
    public void Always(string journey) => Change(new SettingsChange { Journeys = new Dictionary<string, int> { [journey] = 1 } });

    public async Task FaultAsync(string party, string mode, double share = 1, int? delayMs = null, int? times = null, int? status = null)
    {
        var answer = await Http.PutAsJsonAsync($"/sandbox/faults/{party}", new { mode, share, delayMs, times, status });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> GetAsync(string path) => await Http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>A dossier in the ledger.</summary>
    public async Task<JsonElement> DossierAsync(string code) => (await GetAsync($"/sandbox/ledger/dossiers/{code}")).GetProperty("dossiers")[0];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
