using DichVuCong.Gateway.Tests.Support;

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
}
