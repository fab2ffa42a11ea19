using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

/// <summary>One gateway for the scenarios of this folder, each of which has dossiers of its own; started by the first that asks.</summary>
[SetUpFixture]
internal sealed class SharedGateway
{
    private static Lazy<Task<GatewayFixture>> s_gateway = new(() => GatewayFixture.StartAsync());

    public static Task<GatewayFixture> GetAsync() => s_gateway.Value;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (!s_gateway.IsValueCreated) return;
        await (await s_gateway.Value).DisposeAsync();
        s_gateway = new(() => GatewayFixture.StartAsync());
    }
}
