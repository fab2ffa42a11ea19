using DichVuCong.Messaging;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Sql;
using DichVuCong.Runtime.Telemetry;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Runtime.Clocks;

/// <summary>
/// A new calendar moves every open deadline: when the version rises, the running clocks of working time are counted again, 2,000 in a
/// transaction, lane by lane, under the lane's lock. The saga of a clock that moved is told.
/// </summary>
internal sealed class ClockRecount(RuntimeContext context, ILogger logger)
{
    private const int Slice = 2000;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private const string TryLane = "select pg_try_advisory_xact_lock($1, $2)";

    private const string Load =
        """
        select c.saga, c.name, c.lane, c.serial, c.due, c.rule, c.calendar, c.calendar_version, c.started, c.budget, c.used, s.type, s.key, s.flow
        from (
          select * from bus.clock c
          where c.lane = $1 and c.state = 1 and c.calendar is not null and c.calendar_version < $2
          order by c.due limit $3) c
        join bus.saga s on s.id = c.saga
        order by c.saga, c.name
        """;

    private const string Update =
        """
        update bus.clock c set due = v.due, calendar_version = $4
        from unnest($1, $2, $3) v(saga, name, due) where c.saga = v.saga and c.name = v.name
        """;

    private int _counted;

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look, context.Time);
        try
        {
            do
            {
                var version = context.Calendars.Current.Version;
                if (version == _counted) continue;
                if (await TryRecountAsync(context.Calendars.Current, cancellationToken)) _counted = version;
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Shutting down: the next host goes on where this one stopped.
        }
    }

    private async Task<bool> TryRecountAsync(ICalendars calendars, CancellationToken cancellationToken)
    {
        try
        {
            var moved = 0;
            await using var connection = await context.Dedicated.OpenConnectionAsync(cancellationToken);
            await using (var settings = new NpgsqlCommand(LaneCommands.Session, connection)) await settings.ExecuteNonQueryAsync(cancellationToken);
            var lanes = new Queue<short>(Enumerable.Range(0, Lane.Count).Select(lane => (short)lane));
            while (lanes.TryDequeue(out var lane))
            {
                var (done, movedHere) = await SliceAsync(connection, lane, calendars, cancellationToken);
                moved += movedHere;
                if (!done) lanes.Enqueue(lane);
            }

            if (moved > 0) context.Signals.WakeLanes();
            ClockLog.Recounted(logger, calendars.Version, moved);
            return true;
        }
        catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException)
        {
            ClockLog.RecountFailed(logger, failure.GetType().Name);
            return false;
        }
    }

    private async Task<(bool Done, int Moved)> SliceAsync(
        NpgsqlConnection connection, short lane, ICalendars calendars, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginOnOpenAsync(cancellationToken);
        await using (var batch = new NpgsqlBatch(connection))
        {
            batch.Append(TryLane).With(Lane.LockSpace).With((int)lane);
            if (!(bool)(await batch.ExecuteScalarAsync(cancellationToken))!) return (false, 0);
        }

        var clocks = await LoadAsync(connection, lane, calendars, cancellationToken);
        if (clocks.Count == 0) return (true, 0);
        if (clocks.Any(clock => !context.Vocabulary.KnowsClock(clock.Clock))) await context.Vocabulary.LearnAsync([], [], cancellationToken);

        var recounted = clocks.ConvertAll(clock => clock with { MovedTo = calendars.Due(clock.Terms!), CalendarVersion = calendars.Version });
        var moved = recounted.Where(clock => clock.MovedTo != clock.Due).ToList();
        await using (var batch = new NpgsqlBatch(connection))
        {
            batch.Append(Update)
                .Column(recounted, clock => clock.Saga)
                .Column(recounted, clock => clock.Clock)
                .Column(recounted, clock => clock.MovedTo!.Value.UtcDateTime)
                .With(calendars.Version);
            QueueWrites.Ready(batch, moved.ConvertAll(clock => clock.ToMessage(context.Topology, context.Vocabulary, context.Time.GetUtcNow())));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        LaneTelemetry.ClocksMoved(moved.Count);
        return (clocks.Count < Slice, moved.Count);
    }

    private static async Task<List<ClockFiring>> LoadAsync(
        NpgsqlConnection connection, short lane, ICalendars calendars, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Load).With(lane).With(calendars.Version).With((long)Slice);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var clocks = new List<ClockFiring>();
        while (await reader.ReadAsync(cancellationToken)) clocks.Add(ClockFiring.Read(reader));
        return clocks;
    }
}

/// <summary>What the counting of clocks logs.</summary>
internal static partial class ClockLog
{
    [LoggerMessage(1401, LogLevel.Information, "Counted the running clocks with calendar version {Version}: {Moved} moved")]
    public static partial void Recounted(ILogger logger, int version, int moved);

    [LoggerMessage(1402, LogLevel.Warning, "Counting clocks again was interrupted ({Kind}); it goes on in a moment")]
    public static partial void RecountFailed(ILogger logger, string kind);
}
