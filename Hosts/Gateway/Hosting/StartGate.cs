using DichVuCong.Gateway.Access;
using DichVuCong.Registries.Hosting;

namespace DichVuCong.Gateway.Hosting;

/// <summary>
/// Holds the server back until catalogue and accounts are in memory, so that a host that listens can answer. The services of the application
/// start in their order and the server after them, which makes this the last of them.
/// </summary>
internal sealed class StartGate(
    CatalogueWatcher catalogue, AccountWatcher accounts, GatewayOptions options, TimeProvider time, ILogger<StartGate> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(catalogue.Loaded, accounts.Loaded).WaitAsync(TimeSpan.FromSeconds(options.StartSeconds), time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Whoever watches the host must see what it lacks: from here on it says so itself, at /health/ready and to its callers.
            GatewayLog.ListensUnready(logger, options.StartSeconds);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
