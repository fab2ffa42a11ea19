using DichVuCong.Registries.Payments;
using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>Finds runs, and what is due.</summary>
public sealed class ReconciliationRuns(NpgsqlDataSource database)
{
    internal const string Columns =
        """
        select r.id, r.partner, r.day, r.number, r.file, r.previous, r.as_of, r.state, r.begun_at, r.begun_by, r.completed_at, r.cut_off, r.digest,
          r.opened, r.resolved, r.carried, r.confirmed, r.settled, r.inputs
        from payment.reconciliation_run r
        """;

    /// <summary>The files that count for their day and have not been matched, the oldest day first: missed days are caught up in their order.</summary>
    private const string WaitingFiles =
        """
        select f.id from payment.statement_file f
        where f.partner = $1
          and not exists (select 1 from payment.statement_file n where n.partner = f.partner and n.day = f.day and n.number > f.number)
          and not exists (select 1 from payment.reconciliation_run r where r.file = f.id and r.state = 2)
        order by f.day, f.number
        """;

    /// <summary>Days without a file since the partner's first, at most so many: what is older is on record already.</summary>
    private const string DaysWithoutFile =
        """
        with start as (
          select least(
            (select min(t.day) from payment.transaction t where t.partner = $1), (select min(f.day) from payment.statement_file f where f.partner = $1)) as day)
        select d::date from start s, generate_series(greatest(s.day, $2::date - $3)::timestamp, $2::timestamp, interval '1 day') d
        where s.day is not null and not exists (select 1 from payment.statement_file f where f.partner = $1 and f.day = d::date)
        order by d
        """;

    private const string RunTotals =
        """
        select t.class, t.ledger_count, t.ledger_amount, t.statement_count, t.statement_amount
        from payment.reconciliation_total t where t.run = $1 order by t.class
        """;

    /// <summary>The runs, the latest first.</summary>
    public async Task<IReadOnlyList<RunRow>> ListAsync(string? partner, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{Columns} where ($1::text is null or r.partner = $1) order by r.id desc limit $2");
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = partner });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(Read, cancellationToken);
    }

    /// <summary>The runs of a day, the latest first: a corrected file has a run of its own.</summary>
    public async Task<IReadOnlyList<RunRow>> OfDayAsync(string partner, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{Columns} where r.partner = $1 and r.day = $2 order by r.number desc");
        command.Parameters.Add(new() { Value = partner });
        command.Parameters.Add(new() { Value = day });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(Read, cancellationToken);
    }

    /// <summary>The latest completed run of a day; null when there is none.</summary>
    public Task<RunRow?> CompletedAsync(string partner, DateOnly day, CancellationToken cancellationToken) => FindAsync(
        "where r.partner = $1 and r.day = $2 and r.state = 2 order by r.number desc limit 1",
        [new() { Value = partner }, new() { Value = day }],
        cancellationToken);

    /// <summary>The run of a file; null when there is none.</summary>
    public Task<RunRow?> OfFileAsync(long file, CancellationToken cancellationToken) =>
        FindAsync("where r.file = $1", [new() { Value = file }], cancellationToken);

    /// <summary>The totals of a run, by class; class 0 is what was given.</summary>
    public async Task<IReadOnlyList<RunTotal>> TotalsAsync(long run, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(RunTotals);
        command.Parameters.Add(new() { Value = run });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(
            row => new RunTotal(row.GetInt16(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)), cancellationToken);
    }

    /// <summary>The files of a partner that wait for their run, in the order of their days.</summary>
    public async Task<IReadOnlyList<StatementFileRow>> WaitingAsync(string partner, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(WaitingFiles);
        command.Parameters.Add(new() { Value = partner });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var files = new List<StatementFileRow>();
        foreach (var id in await reader.AllAsync(row => row.GetInt64(0), cancellationToken))
        {
            if (await new StatementList(database).FindAsync(id, cancellationToken) is { } file) files.Add(file);
        }

        return files;
    }

    /// <summary>The days up to <paramref name="until"/> of which no file came, since the partner's first payment or file.</summary>
    public async Task<IReadOnlyList<DateOnly>> DaysWithoutFileAsync(string partner, DateOnly until, int mostDays, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(DaysWithoutFile);
        command.Parameters.Add(new() { Value = partner });
        command.Parameters.Add(new() { Value = until });
        command.Parameters.Add(new() { Value = mostDays });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => row.GetFieldValue<DateOnly>(0), cancellationToken);
    }

    internal static RunRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetInt32(3), row.GetInt64(4), row.IsDBNull(5) ? null : row.GetInt64(5),
        row.GetFieldValue<DateOnly>(6), row.GetInt16(7) == 2, row.GetFieldValue<DateTimeOffset>(8), row.GetString(9), row.TimeOrNull(10),
        row.GetFieldValue<TimeSpan>(11), row.IsDBNull(12) ? null : Convert.ToHexStringLower(row.GetFieldValue<byte[]>(12)), row.GetInt32(13), row.GetInt32(14),
        row.GetInt32(15), row.GetInt32(16), row.GetInt32(17), row.GetInt16(18) == 1);

    private async Task<RunRow?> FindAsync(string where, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{Columns} {where}");
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }
}
