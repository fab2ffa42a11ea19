using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Runtime.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Worker;

/// <summary>
/// Once an hour: the days ahead of the raw bodies, and what is past its keeping - raw bodies 90 days, the dossiers' feed 30 days, the lanes of daily
/// figures of days long past, and of payments what <see cref="RetentionSettings"/> says. A step that fails does not keep the next from its turn.
/// </summary>
internal sealed class RegistryHousekeeping(
    RuntimeDatabase database, PaymentFeedKeeping events, RunKeeping runs, StatementKeeping statements, RetentionSettings retention,
    ReconcilingSettings reconciling, TimeProvider time, ILogger<RegistryHousekeeping> logger) : BackgroundService
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

    /// <summary>
    /// Small slices by key, so that no transaction is long enough to hold back the vacuum of the queues. The last event that went is written
    /// down: a cursor before it is told so.
    /// </summary>
    private const string TrimFeed =
        """
        with gone as (
          delete from dossier.feed where (tx, id) in (
            select f.tx, f.id from dossier.feed f where f.at < now() - interval '30 days' order by f.tx, f.id limit 5000)
          returning tx, id),
        noted as (
          insert into dossier.feed_trimmed (tx, id) select g.tx, g.id from gone g order by g.tx desc, g.id desc limit 1
          on conflict (one) do update set tx = excluded.tx, id = excluded.id
          where (dossier.feed_trimmed.tx, dossier.feed_trimmed.id) < (excluded.tx, excluded.id))
        select count(*)::int from gone
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Func<CancellationToken, Task>[] steps =
            [MakePartitionsAsync, TrimFeedAsync, FoldFiguresAsync, TrimRunsAsync, TrimStatementsAsync, TrimInboxAsync, TrimPaymentEventsAsync];
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            foreach (var step in steps) await TryAsync(step, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            WorkerLog.HousekeepingFailed(logger, failure.GetType().Name);
        }
    }

    private async Task MakePartitionsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Pooled.CreateCommand(MakePartitions);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task FoldFiguresAsync(CancellationToken cancellationToken) => await new DailyFold(database.Pooled).RunAsync(cancellationToken);

    private async Task TrimFeedAsync(CancellationToken cancellationToken)
    {
        int gone;
        do
        {
            await using var command = database.Pooled.CreateCommand(TrimFeed);
            gone = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        while (gone == Slice);
    }

    private async Task TrimPaymentEventsAsync(CancellationToken cancellationToken)
    {
        while (await events.TrimAsync(retention.PaymentEventDays, cancellationToken) == PaymentFeedKeeping.Slice)
        {
            // The next slice.
        }
    }

    private async Task TrimRunsAsync(CancellationToken cancellationToken)
    {
        var gone = await runs.TrimAsync(retention.RunInputDays, cancellationToken);
        if (gone > 0) WorkerLog.RunInputsLetGo(logger, gone, retention.RunInputDays);
    }

    private async Task TrimStatementsAsync(CancellationToken cancellationToken)
    {
        var gone = await statements.TrimAsync(retention.StatementDays, cancellationToken);
        if (gone > 0) WorkerLog.StatementsLetGo(logger, gone, retention.StatementDays);
    }

    private Task TrimInboxAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (reconciling.Inbox is { } folder) new InboxKeeping(folder, time).Trim(retention.InboxDays);
        return Task.CompletedTask;
    }
}
