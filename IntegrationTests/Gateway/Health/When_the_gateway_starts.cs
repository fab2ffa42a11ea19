using System.Net;
using System.Net.Http.Json;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Testing;

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
    public async Task Should_call_nobody_a_stranger_before_it_has_read_the_accounts()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        await using var connection = await gateway.Database.Source.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "lock table access.account in access exclusive mode";
            await command.ExecuteNonQueryAsync();
        }

        var settings = gateway.Settings with { PortBase = FreePort.Base() };
        await using var second = GatewayHost.Build(settings, []);
        await second.StartAsync();
        using var portal = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{settings.GatewayPort}") };
        portal.DefaultRequestHeaders.Authorization = new("Bearer", "dev-portal");

        var early = await portal.PostAsJsonAsync(new Uri("/v1/dossiers", UriKind.Relative), new { });
        early.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        early.Headers.RetryAfter.ShouldNotBeNull();
        (await (await portal.GetAsync(new Uri("/health/ready", UriKind.Relative))).Content.ReadAsStringAsync()).ShouldBe("waiting for the accounts");

        await transaction.RollbackAsync();
        await Eventually.HoldsAsync(
            async () => (await portal.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, "the second gateway is ready");
        (await portal.PostAsJsonAsync(new Uri("/v1/dossiers", UriKind.Relative), new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await second.StopAsync();
    }
}
