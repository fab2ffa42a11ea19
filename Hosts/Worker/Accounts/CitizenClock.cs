using DichVuCong.Registries.Accounts.Citizens;
using DichVuCong.Registries.Hosting;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Saga.Accounts.Citizens;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Worker.Accounts;

/// <summary>Once a minute: citizens' accounts whose next step is due are told, or locked, on whichever Worker comes first.</summary>
internal sealed class CitizenClock(
    RuntimeDatabase database, CitizenRules rules, EarlierMessages messages, CatalogueWatcher catalogue, TimeProvider time, ILogger<CitizenClock> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly CitizenRun _run = new(database.Pooled, rules, messages.AppendAsync);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Messages are named by what the runtime has written down: it starts with the catalogue.
        await catalogue.Loaded.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                while (await _run.TakeAsync(time.GetUtcNow(), stoppingToken) is { Due: CitizenRun.Page })
                {
                    // The next page.
                }

                while (await _run.TellAnswersAsync(time.GetUtcNow(), stoppingToken) == CitizenRun.Page)
                {
                    // The next page.
                }
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                WorkerLog.HousekeepingFailed(logger, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
