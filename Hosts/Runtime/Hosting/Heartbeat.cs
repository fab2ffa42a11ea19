using System.Reflection;
using DichVuCong.Runtime.Deaths;
using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Versions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Runtime.Hosting;

/// <summary>Says that this host lives, counts the others, and reads again what operators and other hosts may have changed.</summary>
internal sealed class Heartbeat(
    RuntimeContext context, LivingWorkers living, NewerBuilds newerBuilds, CancellationTokenSource life, ILogger logger)
{
    /// <summary>Hosts that were silent for longer are not counted.</summary>
    private const string Alive = "heartbeat > clock_timestamp() - interval '10 seconds'";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Whether the database was restored while this host ran: what it remembers is of the life before, and it ends.</summary>
    public bool SawRestore { get; private set; }

    /// <summary>Makes the host known, or known again when it is not sure that it is; returns how many workers live.</summary>
    public async Task<int> RegisterAsync(CancellationToken cancellationToken)
    {
        await using var command = context.Database.CreateCommand(
            """
            insert into bus.host (id, kind, machine, build, workers, understands, started_at, heartbeat)
            values ($1, $2, $3, $4, $5, $6::jsonb, clock_timestamp(), clock_timestamp())
            on conflict (id) do update set heartbeat = excluded.heartbeat
            """);
        command.Parameters.Add(new() { Value = context.HostId });
        command.Parameters.Add(new() { Value = context.Options.Kind });
        command.Parameters.Add(new() { Value = Environment.MachineName });
        command.Parameters.Add(new() { Value = Assembly.GetExecutingAssembly().GetName().Version?.ToString() ?? "?" });
        command.Parameters.Add(new() { Value = (short)context.Options.Workers });
        command.Parameters.Add(new() { Value = HostSchemas.Of(context.Topology) });
        await command.ExecuteNonQueryAsync(cancellationToken);
        await context.Session.OpenAsync(cancellationToken);
        // Before this host takes anything into its own hands: what was in the hands of those who died?
        await CountDeathsAsync(cancellationToken);
        await BeatAsync(cancellationToken);
        await context.Vocabulary.Written.RefreshAsync(context.Database, cancellationToken);
        return living.Count;
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, context.Time);
        while (await NextAsync(timer, cancellationToken))
        {
            try
            {
                await BeatAsync(cancellationToken);
                await CountDeathsAsync(cancellationToken);
                await context.Lines.ReloadAsync(cancellationToken);
                context.Subscribers = await Subscriptions.LoadAsync(context.Database, context.Vocabulary, cancellationToken);
                await context.Vocabulary.Written.RefreshAsync(context.Database, cancellationToken);
                var taken = await newerBuilds.TakeUpAsync(cancellationToken);
                if (taken > 0) HostLog.TookUp(logger, taken);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException or OperationCanceledException)
            {
                if (!cancellationToken.IsCancellationRequested) HostLog.HeartbeatMissed(logger, KindOf(failure));
            }
        }
    }

    public async Task DeregisterAsync()
    {
        try
        {
            await using var command = context.Database.CreateCommand(
                "with note as (delete from bus.lane_note where host = $1) delete from bus.host where id = $1");
            command.Parameters.Add(new() { Value = context.HostId });
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            // The others stop counting this host when its heartbeat is old.
            HostLog.HeartbeatMissed(logger, KindOf(failure));
        }
    }

    private static string KindOf(Exception failure) => failure is PostgresException postgres ? postgres.SqlState : failure.GetType().Name;

    private async Task CountDeathsAsync(CancellationToken cancellationToken)
    {
        var (lanes, suspects) = await context.Session.CountDeathsAsync(cancellationToken);
        if (lanes > 0) DeathLog.HostDied(logger, lanes, suspects);
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        await using var command = context.Database.CreateCommand(
            $"""
            with beat as (update bus.host set heartbeat = clock_timestamp() where id = $1),
            gone as (delete from bus.host where heartbeat < clock_timestamp() - interval '1 day')
            select coalesce(sum(workers), 0)::int, count(*)::int, (select max(n) from bus.incarnation)
            from bus.host where {Alive} or id = $1
            """);
        command.Parameters.Add(new() { Value = context.HostId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        living.Count = reader.GetInt32(0);
        living.LineHosts = reader.GetInt32(1);
        if (reader.GetInt32(2) == context.Incarnation) return;
        SawRestore = true;
        HostLog.DatabaseWasRestored(logger);
        await life.CancelAsync();
    }
}
