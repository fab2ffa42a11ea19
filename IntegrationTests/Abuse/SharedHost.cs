using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests;

/// <summary>One host for all tests, started by the first that asks.</summary>
[SetUpFixture]
internal sealed class SharedHost
{
    private static readonly Lazy<Task<FuzzHost>> Host = new(FuzzHost.StartAsync);

    public static Task<FuzzHost> GetAsync() => Host.Value;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Host.IsValueCreated) await (await Host.Value).DisposeAsync();
    }
}
