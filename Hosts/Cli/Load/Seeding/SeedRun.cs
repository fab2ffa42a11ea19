using System.Diagnostics;
using System.Threading.Channels;
using DichVuCong.Cli.Load.Drawing;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Journal.Archive;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Naming;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Routing;
using DichVuCong.Saga.WorkingTime;
using Npgsql;

namespace DichVuCong.Cli.Load.Seeding;

/// <summary>What is to be seeded.</summary>
/// <param name="Dossiers">How many dossiers.</param>
/// <param name="Seed">The same seed makes the same ones.</param>
/// <param name="Years">Over how many years before now they were filed.</param>
/// <param name="Archive">The folder for the months that the product would have archived; null leaves all in tables.</param>
internal sealed record SeedPlan(int Dossiers, int Seed, int Years = 1, string? Archive = null);

/// <summary>What a seeding wrote.</summary>
/// <param name="Dossiers">Dossiers.</param>
/// <param name="Open">Of them, those that are not over.</param>
/// <param name="Overdue">Of them, those that became overdue.</param>
/// <param name="Parked">Deliveries that wait for an operator.</param>
/// <param name="JournalRows">Rows of the journal.</param>
/// <param name="Took">How long it took.</param>
internal sealed record SeedReport(long Dossiers, long Open, long Overdue, long Parked, long JournalRows, TimeSpan Took);

/// <summary>
/// Fills a database with dossiers as they would lie in it after years: one thread lets them live, another copies; indexes are made at the end. It
/// need not be durable before the next slice, and is not undone when it is interrupted: it needs a database whose journal is empty.
/// </summary>
internal sealed class SeedRun(Workplace work, CatalogueIndex catalogue, SeedPlan plan)
{
    /// <summary>How long a copy may wait for the server.</summary>
    public static readonly TimeSpan LongestCopy = TimeSpan.FromMinutes(10);

    private const int Slice = 5000;
    private const int Draws = 20_000;

    private readonly Dictionary<(string Agency, DateOnly Day, DailyFigure Figure, short Lane), long> _daily = [];
    private readonly DateOnly _folded = VietnamTime.DayOf(work.Environment.Time.GetUtcNow()).AddDays(-DailyFold.AfterDays);
    private SeedReport _report = new(0, 0, 0, 0, 0, TimeSpan.Zero);

    public async Task<SeedReport> RunAsync(Action<long>? onProgress, CancellationToken cancellationToken)
    {
        await RequireEmptyAsync(cancellationToken);
        var watch = Stopwatch.StartNew();
        var now = work.Environment.Time.GetUtcNow();
        var topology = new Topology().AddDossiers(new DossierRules());
        var vocabulary = await Vocabulary.LoadAsync(work.Source, topology, cancellationToken);
        await vocabulary.LearnAsync(
            [.. StateGraph.Edges.Select(edge => edge.Name)], [ClockNames.Undelivered, ClockNames.Acceptance, ClockNames.Deadline, ClockNames.Silence, ClockNames.Future],
            cancellationToken);
        var random = new Random(plan.Seed);
        var drawn = DrawnProcedures.Of(catalogue);
        var draws = Enumerable.Range(0, Draws).Select(_ => drawn.Next(random, VietnamTime.DayOf(now), central: random.Next(10) < 3, atCounter: false)).ToList();
        var world = new LifeWorld(topology, vocabulary, new WorkingCalendars(catalogue.Data.Calendars), now);
        var source = new LifeSource(world, catalogue, draws, await LinesAsync(cancellationToken), work.Sealer, plan);
        await PartitionsAsync(source.FiledAt(1), now, cancellationToken);

        var indexes = new SeededIndexes(work.Source);
        var left = await indexes.DropAsync(cancellationToken);
        var slices = Channel.CreateBounded<List<SealedLife>>(2);
        var living = Task.Run(() => LiveAsync(source, slices.Writer, cancellationToken), cancellationToken);
        await CopyAsync(world, slices.Reader, onProgress, cancellationToken);
        await living;
        await DailyAsync(cancellationToken);
        await indexes.MakeAsync(left, cancellationToken);
        // What the updates of their lives would have left.
        await ExecuteAsync(
            "insert into operations.alarmed select code, agency, alarms, deadline, updated_at from dossier.dossier where alarms <> 0 and finished_at is null", cancellationToken);
        await ExecuteAsync("vacuum (analyze) dossier.dossier, dossier.content, dossier.history, dossier.notice, dossier.flag, dossier.daily, operations.alarmed, operations.dossier_phone, bus.saga, bus.clock", cancellationToken);
        await ExecuteAsync("analyze bus.journal", cancellationToken);
        return _report with { Took = watch.Elapsed };
    }

    private async Task LiveAsync(LifeSource source, ChannelWriter<List<SealedLife>> slices, CancellationToken cancellationToken)
    {
        try
        {
            for (var first = 1L; first <= plan.Dossiers; first += Slice)
            {
                var size = (int)Math.Min(Slice, plan.Dossiers - first + 1);
                var sagas = await SagasAsync(2 * size, cancellationToken);
                var lives = new SealedLife[size];
                Parallel.For(0, size, new ParallelOptions { CancellationToken = cancellationToken }, index =>
                    lives[index] = SealedLife.Of(source.Next(first + index, sagas[2 * index]), work.Sealer));
                await slices.WriteAsync([.. lives], cancellationToken);
            }

            slices.Complete();
        }
        catch (Exception failure)
        {
            // Whoever reads the slices learns of it instead of waiting for ever.
            slices.Complete(failure);
            throw;
        }
    }

    private async Task CopyAsync(LifeWorld world, ChannelReader<List<SealedLife>> slices, Action<long>? onProgress, CancellationToken cancellationToken)
    {
        await using var connection = await work.Source.OpenConnectionAsync(cancellationToken);
        await using (var settings = new NpgsqlCommand("set synchronous_commit = off", connection)) await settings.ExecuteNonQueryAsync(cancellationToken);
        var (copy, journal) = (new SliceCopy(connection, world, work.Sealer.CurrentKey), new JournalCopy(connection, world.Vocabulary));
        await foreach (var slice in slices.ReadAllAsync(cancellationToken))
        {
            await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
            {
                await copy.WriteAsync(slice, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            journal.Add(slice.SelectMany(one => one.Life.Journal));
            Count(slice);
            var rows = await journal.WriteBeforeAsync(slice[^1].Life.Birth.FiledAt, cancellationToken);
            _report = _report with { JournalRows = _report.JournalRows + rows };
            if (rows > 0) await ArchiveAsync(world, slice[^1].Life.Birth.FiledAt, cancellationToken);
            onProgress?.Invoke(_report.Dossiers);
        }

        _report = _report with { JournalRows = _report.JournalRows + await journal.WriteBeforeAsync(DateTimeOffset.MaxValue.AddYears(-1), cancellationToken) };
        await ArchiveAsync(world, world.Now, cancellationToken);
        await using var reset = new NpgsqlCommand("reset synchronous_commit", connection);
        await reset.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Archives the months that are written whole and that the product would not keep in tables.</summary>
    private async Task ArchiveAsync(LifeWorld world, DateTimeOffset written, CancellationToken cancellationToken)
    {
        if (plan.Archive is not { } folder) return;
        var kept = JournalMonth.Of(world.Now).First.AddMonths(-new RuntimeOptions().JournalMonths);
        var before = JournalMonth.Of(written).First;
        await new JournalArchiver(work.Source, work.Database.Dedicated, folder, work.Environment.Time).RunAsync(before < kept ? before : kept, 0, cancellationToken);
    }

    private void Count(List<SealedLife> slice)
    {
        foreach (var life in slice.Select(one => one.Life))
        {
            foreach (var figure in life.Figures)
            {
                var key = (figure.Agency.Value, figure.Day, figure.Figure, figure.Day < _folded ? DailyFold.Lane : Lane.Of(life.Birth.Dossier.Value));
                _daily[key] = _daily.GetValueOrDefault(key) + figure.By;
            }

            _report = _report with
            {
                Dossiers = _report.Dossiers + 1,
                Open = _report.Open + (StateGraph.IsFinished(life.Row?.State ?? life.Birth.State) ? 0 : 1),
                Overdue = _report.Overdue + (life.Row?.Alarms.HasFlag(DossierAlarms.Overdue) == true ? 1 : 0),
                Parked = _report.Parked + (life.Parked is null ? 0 : 1),
            };
        }
    }

    private async Task RequireEmptyAsync(CancellationToken cancellationToken)
    {
        await using var command = work.Source.CreateCommand("select exists (select from bus.journal) or exists (select from dossier.dossier)");
        if ((bool)(await command.ExecuteScalarAsync(cancellationToken))!)
        {
            throw CliProblemException.Refused("Cơ sở dữ liệu đã có hồ sơ hoặc nhật ký: dvc load seed chỉ làm với cơ sở dữ liệu mới (nhật ký có chuỗi băm theo thứ tự thời gian).");
        }
    }

    private async Task<IReadOnlyDictionary<string, short>> LinesAsync(CancellationToken cancellationToken)
    {
        var declared = catalogue.Data.Systems.Select(system => $"onestop:{system.Code}").Append("sms").Append("email").ToList();
        await using (var known = work.Source.CreateCommand("select partner from bus.line where shard = 0"))
        {
            await using var reader = await known.ExecuteReaderAsync(cancellationToken);
            // A line that a host has declared keeps its limits.
            while (await reader.ReadAsync(cancellationToken)) declared.Remove(reader.GetString(0));
        }

        await new LineDirectory(work.Source).DeclareAsync([.. declared.Select(partner => new LineDeclaration(partner, 1, LineLimits.Default))], cancellationToken);
        await using var command = work.Source.CreateCommand("select partner, id::smallint from bus.line where shard = 0");
        await using var lines = await command.ExecuteReaderAsync(cancellationToken);
        var numbers = new Dictionary<string, short>(StringComparer.Ordinal);
        while (await lines.ReadAsync(cancellationToken)) numbers.Add(lines.GetString(0), lines.GetInt16(1));
        return numbers;
    }

    private async Task PartitionsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        for (var month = VietnamTime.DayOf(from); month <= VietnamTime.DayOf(to); month = month.AddMonths(3))
        {
            await using var command = work.Source.CreateCommand("select bus.make_partitions($1)");
            command.Parameters.Add(new() { Value = month });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Numbers of sagas, in blocks as hosts draw them.</summary>
    private async Task<long[]> SagasAsync(int count, CancellationToken cancellationToken)
    {
        const int Block = 500;
        await using var command = work.Source.CreateCommand("select nextval('bus.saga_id') from generate_series(1, $1)");
        command.Parameters.Add(new() { Value = (count + Block - 1) / Block });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var numbers = new List<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var number = 0; number < Block; number++) numbers.Add(reader.GetInt64(0) + number);
        }

        return [.. numbers];
    }

    private async Task DailyAsync(CancellationToken cancellationToken)
    {
        foreach (var rows in _daily.Where(row => row.Value != 0).Chunk(20_000))
        {
            await using var command = work.Source.CreateCommand(
                """
                insert into dossier.daily (agency, day, figure, lane, amount) select * from unnest($1, $2, $3, $4, $5)
                on conflict (agency, day, figure, lane) do update set amount = dossier.daily.amount + excluded.amount
                """);
            command.Parameters.Add(new() { Value = rows.Select(row => row.Key.Agency).ToArray() });
            command.Parameters.Add(new() { Value = rows.Select(row => row.Key.Day).ToArray() });
            command.Parameters.Add(new() { Value = rows.Select(row => (short)row.Key.Figure).ToArray() });
            command.Parameters.Add(new() { Value = rows.Select(row => row.Key.Lane).ToArray() });
            command.Parameters.Add(new() { Value = rows.Select(row => row.Value).ToArray() });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = work.Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
