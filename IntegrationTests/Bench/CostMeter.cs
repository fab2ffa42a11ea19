using System.Diagnostics;
using System.Globalization;
using DichVuCong.Testing;

namespace DichVuCong.Bench;

/// <summary>What the server and this process have used so far.</summary>
/// <param name="Dossiers">Whole dossiers.</param>
/// <param name="Timestamp">When.</param>
/// <param name="ServerCpu">Processor time of the database's sessions, where the server runs on this machine; microseconds.</param>
/// <param name="ProcessCpu">Processor time of this process; microseconds.</param>
/// <param name="Statements">Time in statements; microseconds.</param>
/// <param name="Wal">Bytes of write-ahead log.</param>
/// <param name="FullPages">Pages that went into the log whole, by the whole server: each one once behind a checkpoint.</param>
/// <param name="Hits">Pages found in the server's buffers.</param>
/// <param name="Reads">Pages that were not.</param>
internal sealed record CostMeter(long Dossiers, long Timestamp, double ServerCpu, double ProcessCpu, double Statements, double Wal, double FullPages, double Hits, double Reads)
{
    public static async Task<CostMeter> ReadAsync(TestDatabase database, long dossiers)
    {
        await using var extension = database.Source.CreateCommand("create extension if not exists pg_stat_statements");
        await extension.ExecuteNonQueryAsync();
        await using var command = database.Source.CreateCommand(
            """
            select array(select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()),
              (pg_current_wal_lsn() - '0/0')::float8, (select wal_fpi::float8 from pg_stat_wal),
              s.time, s.hit, s.read
            from (
              select coalesce(sum(total_exec_time) * 1000, 0)::float8 as time, coalesce(sum(shared_blks_hit), 0)::float8 as hit,
                coalesce(sum(shared_blks_read), 0)::float8 as read
              from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())) s
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new CostMeter(
            dossiers, Stopwatch.GetTimestamp(), reader.GetFieldValue<int[]>(0).Sum(process => ProcessStat.Of(process)?.Own.TotalMicroseconds ?? 0), Process.GetCurrentProcess().TotalProcessorTime.TotalMicroseconds,
            reader.GetDouble(3), reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(4), reader.GetDouble(5));
    }
}

/// <summary>The cost of one dossier.</summary>
internal sealed record DossierCost(double PerSecond, IReadOnlyList<(string Name, double Value)> Figures)
{
    public static DossierCost Between(CostMeter before, CostMeter after)
    {
        double dossiers = Math.Max(1, after.Dossiers - before.Dossiers);
        var seconds = Stopwatch.GetElapsedTime(before.Timestamp, after.Timestamp).TotalSeconds;
        return new DossierCost(
            dossiers / seconds,
            [
                ("server_cpu_us", (after.ServerCpu - before.ServerCpu) / dossiers),
                ("process_cpu_us", (after.ProcessCpu - before.ProcessCpu) / dossiers),
                ("statements_us", (after.Statements - before.Statements) / dossiers),
                ("wal_bytes", (after.Wal - before.Wal) / dossiers),
                ("wal_full_pages", (after.FullPages - before.FullPages) / dossiers),
                ("pages", (after.Hits + after.Reads - before.Hits - before.Reads) / dossiers),
                ("pages_read", (after.Reads - before.Reads) / dossiers),
                ("wall_us", seconds * 1_000_000 / dossiers),
            ]);
    }

    /// <summary>The median of each figure.</summary>
    public static DossierCost Median(IReadOnlyList<DossierCost> costs) => new(
        MedianOf(costs.Select(cost => cost.PerSecond)),
        [.. costs[0].Figures.Select((figure, index) => (figure.Name, MedianOf(costs.Select(cost => cost.Figures[index].Value))))]);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:F0}/s, ")
        + string.Join(", ", Figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Name} {figure.Value:F1}")));

    private static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
