using DichVuCong.Runtime.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Worker;

/// <summary>
/// Once an hour: the days ahead of the raw bodies, and what is past its keeping - raw bodies 90 days, the feed 30 days, the lanes of daily
/// figures of days long past.
/// </summary>
internal sealed class RegistryHousekeeping(RuntimeDatabase database, TimeProvider time, ILogger<RegistryHousekeeping> logger) : BackgroundService
{
    private const int Slice = 5000;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private const string MakePartitions =
        """
        do $$ begin
          if pg_try_advisory_xact_lock(x'4456434B'::int, 2) then
            perform dossier.make_partitions((now() at time zone 'Asia/Ho_Chi_Minh')::date, 90);
          end if;
        end $$
        """;

    /// <summary>Small slices by key, so that no transaction is long enough to hold back the vacuum of the queues.</summary>
    private const string TrimFeed =
        """
        delete from dossier.feed where (tx, id) in (
          select f.tx, f.id from dossier.feed f where f.at < now() - interval '30 days' order by f.tx, f.id limit 5000)
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await RunAsync(MakePartitions, stoppingToken);
                while (await RunAsync(TrimFeed, stoppingToken) == Slice)
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

    private async Task<int> RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.Pooled.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
