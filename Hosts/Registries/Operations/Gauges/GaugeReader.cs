using System.Diagnostics.Metrics;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Registries.Operations.Gauges;

/// <summary>How often gauges are read.</summary>
/// <param name="Interval">The time from one reading to the next.</param>
public sealed record GaugeOptions(TimeSpan Interval);

/// <summary>
/// Reads the gauges from the database every so often, whatever the number of collectors, and on one host alone: the one that holds a lock of the
/// session. When it goes, the lock goes with its session, and another host reads.
/// </summary>
public sealed class GaugeReader(RuntimeDatabase database, GaugeOptions options, TimeProvider time, ILogger<GaugeReader> logger) : BackgroundService
{
    private const int LockSpace = 0x44564741; // "DVGA"

    private readonly GaugeBoard _board = new();

    /// <summary>The meter of this reader's instruments.</summary>
    public Meter Meter => _board.Meter;

    /// <inheritdoc/>
    public override void Dispose()
    {
        _board.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        NpgsqlConnection? session = null;
        using var timer = new PeriodicTimer(options.Interval, time);
        try
        {
            do
            {
                session = await TryReadAsync(session, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down: the lock goes with the session.
        }
        finally
        {
            _board.Clear();
            if (session is not null) await session.DisposeAsync();
        }
    }

    /// <summary>Reads; the session that holds the lock comes back, or null when another host's does, or nothing could be read.</summary>
    private async Task<NpgsqlConnection?> TryReadAsync(NpgsqlConnection? session, CancellationToken cancellationToken)
    {
        try
        {
            session ??= await LockAsync(cancellationToken);
            if (session is not null) _board.Show(await ReadAsync(session, cancellationToken));
            return session;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException or InvalidOperationException)
        {
            GaugeLog.NotRead(logger, failure is PostgresException postgres ? postgres.SqlState : failure.GetType().Name);
            _board.Clear();
            if (session is not null) await session.DisposeAsync();
            return null;
        }
    }

    private async Task<NpgsqlConnection?> LockAsync(CancellationToken cancellationToken)
    {
        var session = await database.Dedicated.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1, 0)", session) { Parameters = { new() { Value = LockSpace } } };
            if (await command.ExecuteScalarAsync(cancellationToken) is true) return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }

        await session.DisposeAsync();
        return null;
    }

    private async Task<Dictionary<string, IReadOnlyList<Measurement<double>>>> ReadAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var values = new Dictionary<string, IReadOnlyList<Measurement<double>>>(StringComparer.Ordinal);
        await using var batch = new NpgsqlBatch(session);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("set statement_timeout = '10s'"));
        foreach (var query in GaugeQuery.All) batch.BatchCommands.Add(new NpgsqlBatchCommand(query.Sql));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var query in GaugeQuery.All)
        {
            values.Add(query.Metric.Name, await ReadAsync(reader, query.Metric, cancellationToken));
            await reader.NextResultAsync(cancellationToken);
        }

        values.Add(GaugeMetrics.Reading.Name, [new Measurement<double>(time.GetElapsedTime(began).TotalSeconds)]);
        return values;
    }

    private static async Task<List<Measurement<double>>> ReadAsync(NpgsqlDataReader reader, Metric metric, CancellationToken cancellationToken)
    {
        var measurements = new List<Measurement<double>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var tags = metric.Labels.Select((label, column) => Instruments.Tag(label, reader.GetString(column))).ToArray();
            measurements.Add(new Measurement<double>(reader.GetDouble(metric.Labels.Count), tags));
        }

        return measurements;
    }
}

/// <summary>What the reading of gauges logs.</summary>
internal static partial class GaugeLog
{
    [LoggerMessage(2201, LogLevel.Warning, "The gauges could not be read ({Kind}); they are shown again when they can")]
    public static partial void NotRead(ILogger logger, string kind);
}
