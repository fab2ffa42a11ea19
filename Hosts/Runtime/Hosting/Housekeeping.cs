using DichVuCong.Runtime.Journal.Archive;
using DichVuCong.Runtime.Shrinking;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Runtime.Hosting;

/// <summary>
/// What must be done once a day, by whichever host comes first: the partitions of the months ahead, slices of rows that are past their keeping,
/// states of sagas
/// that finished long ago, and old months of the journal, which go into files.
/// </summary>
internal sealed class Housekeeping(RuntimeContext context, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private const string MakePartitions =
        """
        do $$ begin
          if pg_try_advisory_xact_lock(x'4456434B'::int, 1) then
            perform bus.make_partitions((now() at time zone 'Asia/Ho_Chi_Minh')::date);
          end if;
        end $$
        """;

    /// <summary>Small slices by key: no transaction of ours is long enough to hold back the vacuum of the queues.</summary>
    private const string TrimInbox =
        """
        delete from bus.inbox where ctid = any (array(
          select i.ctid from bus.inbox i where i.at < now() - make_interval(days => $1) limit 5000))
        """;

    /// <summary>
    /// Sees to it that this month has its partitions before anything is decided: a database that stood still for months has none, and every
    /// batch would break on its journal.
    /// </summary>
    public static async Task PrepareAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            do $$ begin
              perform pg_advisory_xact_lock(x'4456434B'::int, 1);
              perform bus.make_partitions((now() at time zone 'Asia/Ho_Chi_Minh')::date);
            end $$
            """);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, context.Time);
        try
        {
            do
            {
                await TryAsync(cancellationToken);
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task ShrinkAsync(CancellationToken cancellationToken)
    {
        var run = await new SagaShrinker(context.Database, context.Topology, context.Vocabulary, context.Options.ShrinkAfterDays).RunAsync(cancellationToken);
        if (run.Looked > 0) HostLog.SagasShrunk(logger, run.Looked, run.Shrunk, run.Later);
    }

    private async Task ArchiveAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var run = await new JournalArchiver(context.Database, context.Dedicated, folder, context.Time)
                .RunAsync(before: null, context.Options.JournalMonths, cancellationToken);
            foreach (var (month, step) in run.Months) HostLog.MonthArchived(logger, month.Month, month.File, step.ToString());
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // Nothing is lost: the tables stay until the file is written and checked.
            HostLog.ArchiveFailed(logger, failure.Message);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var partitions = context.Database.CreateCommand(MakePartitions);
            await partitions.ExecuteNonQueryAsync(cancellationToken);
            await using var suspicions = context.Database.CreateCommand("delete from bus.suspect where at < now() - interval '1 day'");
            await suspicions.ExecuteNonQueryAsync(cancellationToken);
            await using var minutes = context.Database.CreateCommand("delete from bus.line_minute where minute < now() - interval '1 day'");
            await minutes.ExecuteNonQueryAsync(cancellationToken);
            await using var trim = context.Database.CreateCommand(TrimInbox);
            trim.Parameters.Add(new() { Value = context.Options.InboxDays });
            while (await trim.ExecuteNonQueryAsync(cancellationToken) == 5000)
            {
                // The next slice.
            }

            if (context.Options.ShrinkAfterDays > 0) await ShrinkAsync(cancellationToken);
            if (context.Options.ArchiveFolder is { } folder) await ArchiveAsync(folder, cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException)
        {
            HostLog.HousekeepingFailed(logger, failure.GetType().Name);
        }
    }
}
