using DichVuCong.Registries.Accounts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Worker.Accounts;

/// <summary>Once an hour: events of accounts that are past their keeping go.</summary>
internal sealed class AccountHousekeeping(
    AccountFeedKeeping events, AccountRuleSettings settings, TimeProvider time, ILogger<AccountHousekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                while (await events.TrimAsync(settings.EventDays, stoppingToken) == AccountFeedKeeping.Slice)
                {
                    // The next slice.
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
