using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Registries.Accounts.Scopes;
using DichVuCong.Registries.Hosting;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Restoring;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Worker.Accounts;

/// <summary>Looks for agencies with officers that nobody compares yet, and has them watched. To be told twice is as good as once.</summary>
internal sealed class DriftWatcher(
    ScopeLookup scopes, EarlierMessages messages, RuntimeDatabase database, CatalogueWatcher catalogue, TimeProvider time, ILogger<DriftWatcher> logger) : BackgroundService
{
    private const int Slice = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await catalogue.Loaded.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await WatchAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                WorkerLog.HousekeepingFailed(logger, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var unwatched = await scopes.UnwatchedAsync(Slice, cancellationToken);
        if (unwatched.Count == 0) return;
        await using var connection = await database.Pooled.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        await messages.AppendAsync(
            batch, [.. unwatched.Select(pair => new DoorMessage(new WatchDrift(pair.System, pair.Agency), Flow.Shared))], time.GetUtcNow(), cancellationToken);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
