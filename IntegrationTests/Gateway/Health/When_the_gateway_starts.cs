using System.Net;
using System.Net.Http.Json;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Registries.Hosting;
using DichVuCong.Registries.Settings;
using DichVuCong.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DichVuCong.Gateway.Tests.Health;

internal sealed class When_the_gateway_starts
{
    [Test]
    public async Task Should_be_ready_when_catalogue_accounts_and_door_are()
    {
        await using var gateway = await GatewayFixture.StartAsync();

        (await gateway.Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative))).ShouldBe("ready");
        (await gateway.Http.GetStringAsync(new Uri("/VXPAdapter/RestService/forward/health/live", UriKind.Relative))).ShouldBe("live");
        (await gateway.Http.GetStringAsync(new Uri("/XrdAdapter/health/live", UriKind.Relative))).ShouldBe("live");
    }

    [Test]
    public async Task Should_listen_only_when_it_can_answer()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        await using var accounts = await AccountsLock.TakeAsync(gateway);
        var settings = gateway.Settings with { PortBase = FreePort.Base() };
        await using var second = GatewayHost.Build(settings, []);
        using var portal = Portal(settings);

        var starting = second.StartAsync();
        await Eventually.HoldsAsync(
            () => Task.FromResult(second.Services.GetRequiredService<CatalogueWatcher>().Loaded.IsCompleted), "the catalogue is read");
        await Should.ThrowAsync<HttpRequestException>(() => portal.GetAsync(new Uri("/health/live", UriKind.Relative)));
        starting.IsCompleted.ShouldBeFalse();

        await accounts.ReleaseAsync();
        await starting;
        (await portal.PostAsJsonAsync(new Uri("/v1/dossiers", UriKind.Relative), new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await second.StopAsync();
    }

    [Test]
    public async Task Should_say_what_it_waits_for_when_that_takes_long_and_call_nobody_a_stranger()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        await using var accounts = await AccountsLock.TakeAsync(gateway);
        var settings = gateway.Settings with { PortBase = FreePort.Base() };
        await using var second = GatewayHost.Build(settings, ["--Gateway:StartSeconds=1"]);
        using var portal = Portal(settings);
        await second.StartAsync();

        var early = await portal.PostAsJsonAsync(new Uri("/v1/dossiers", UriKind.Relative), new { });
        early.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        early.Headers.RetryAfter.ShouldNotBeNull();
        await Eventually.HoldsAsync(async () => await ReadyAsync(portal) is "waiting for the accounts", "only the accounts are missing");

        await accounts.ReleaseAsync();
        await Eventually.HoldsAsync(async () => await ReadyAsync(portal) is "ready", "the second gateway is ready");
        (await portal.PostAsJsonAsync(new Uri("/v1/dossiers", UriKind.Relative), new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await second.StopAsync();
    }

    private static async Task<string> ReadyAsync(HttpClient portal)
    {
        using var answer = await portal.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return await answer.Content.ReadAsStringAsync();
    }

    private static HttpClient Portal(HostSettings settings)
    {
        var portal = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{settings.GatewayPort}") };
        portal.DefaultRequestHeaders.Authorization = new("Bearer", "dev-portal");
        return portal;
    }

    /// <summary>Nobody can read the accounts until it is released.</summary>
    private sealed class AccountsLock(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public static async Task<AccountsLock> TakeAsync(GatewayFixture gateway)
        {
            var connection = await gateway.Database.Source.OpenConnectionAsync();
            var transaction = await connection.BeginTransactionAsync();
            await using var command = new NpgsqlCommand("lock table access.account in access exclusive mode", connection);
            await command.ExecuteNonQueryAsync();
            return new AccountsLock(connection, transaction);
        }

        public Task ReleaseAsync() => transaction.RollbackAsync();

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
