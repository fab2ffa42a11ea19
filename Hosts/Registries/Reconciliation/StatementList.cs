using DichVuCong.Registries.Payments;
using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>What came of partners, what was rejected, and what did not come.</summary>
public sealed class StatementList(NpgsqlDataSource database)
{
    private const string Columns =
        """
        select f.id, f.partner, f.day, f.number, f.name, f.family, f.bytes, f.announced, f.hash, f.lines, f.fees, f.fee_amount, f.taken_at, f.taken_by
        from payment.statement_file f
        """;

    private const string OfPartner = "where ($1::text is null or f.partner = $1) order by f.id desc limit $2";

    private const string OfDay = "where f.partner = $1 and f.day = $2 order by f.number desc";

    private const string Rejections =
        """
        select r.id, r.partner, r.day, r.name, r.bytes, r.line, r.field, r.rule, r.details, r.rejected_at, r.rejected_by
        from payment.statement_rejection r
        """;

    private const string Rejected = $"{Rejections} where ($1::text is null or r.partner = $1) order by r.id desc limit $2";

    private const string RejectedOfDay = $"{Rejections} where r.partner = $1 and r.day = $2 order by r.id desc limit 100";

    private const string MissingDays =
        """
        select m.partner, m.day, m.noticed_at, m.arrived_at from payment.statement_missing m
        where ($1::text is null or m.partner = $1) order by m.day desc, m.partner limit $2
        """;

    private const string Notice = "insert into payment.statement_missing (partner, day) values ($1, $2) on conflict do nothing returning day";

    private const string NameTaken = "select exists (select 1 from payment.statement_file f where f.partner = $1 and f.name = $2)";

    /// <summary>
    /// A day of which there is a file, and of what was matched with it something has been let go: a corrected file would be matched against half
    /// of what there was.
    /// </summary>
    private const string PastKeeping =
        """
        select exists (
          select 1 from payment.statement_file f
          where f.partner = $1 and f.day = $2
            and (f.content <> 1 or exists (
              select 1 from payment.reconciliation_run r where r.partner = $1 and r.state = 2 and r.inputs <> 1 and r.as_of >= $2)))
        """;

    /// <summary>A file by its number.</summary>
    public Task<StatementFileRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        FindAsync("where f.id = $1", [new() { Value = id }], cancellationToken);

    /// <summary>The file that counts for a day: the one with the highest number; null when none came.</summary>
    public Task<StatementFileRow?> LatestAsync(string partner, DateOnly day, CancellationToken cancellationToken) =>
        FindAsync("where f.partner = $1 and f.day = $2 order by f.number desc limit 1", [new() { Value = partner }, new() { Value = day }], cancellationToken);

    /// <summary>The files, the latest first.</summary>
    public async Task<IReadOnlyList<StatementFileRow>> ListAsync(string? partner, int limit, CancellationToken cancellationToken) =>
        await ReadAsync($"{Columns} {OfPartner}", partner, limit, Read, cancellationToken);

    /// <summary>The rejected files, the latest first.</summary>
    public async Task<IReadOnlyList<StatementRejectionRow>> RejectionsAsync(string? partner, int limit, CancellationToken cancellationToken) =>
        await ReadAsync(Rejected, partner, limit, ReadRejection, cancellationToken);

    /// <summary>The files of a day, the one that counts first.</summary>
    public Task<List<StatementFileRow>> OfDayAsync(string partner, DateOnly day, CancellationToken cancellationToken) =>
        ReadAsync($"{Columns} {OfDay}", partner, day, Read, cancellationToken);

    /// <summary>The latest rejected files of a day, at most 100.</summary>
    public Task<List<StatementRejectionRow>> RejectionsOfDayAsync(string partner, DateOnly day, CancellationToken cancellationToken) =>
        ReadAsync(RejectedOfDay, partner, day, ReadRejection, cancellationToken);

    /// <summary>The days whose file did not come in time, the latest first.</summary>
    public async Task<IReadOnlyList<MissingStatement>> MissingAsync(string? partner, int limit, CancellationToken cancellationToken) => await ReadAsync(
        MissingDays, partner, limit,
        row => new MissingStatement(row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetFieldValue<DateTimeOffset>(2), row.TimeOrNull(3)),
        cancellationToken);

    /// <summary>Records that a day's file did not come in time.</summary>
    /// <returns>Whether nobody had recorded it before.</returns>
    public async Task<bool> NoticeMissingAsync(string partner, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Notice);
        command.Parameters.Add(new() { Value = partner });
        command.Parameters.Add(new() { Value = day });
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>Whether a file of this name was taken before.</summary>
    public async Task<bool> IsNameTakenAsync(string partner, string name, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(NameTaken);
        command.Parameters.Add(new() { Value = partner });
        command.Parameters.Add(new() { Value = name });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Whether a day can no more be matched again: what it was matched from is past its keeping.</summary>
    public async Task<bool> IsPastKeepingAsync(string partner, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(PastKeeping);
        command.Parameters.Add(new() { Value = partner });
        command.Parameters.Add(new() { Value = day });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    internal async Task<StatementFileRow?> FindAsync(string where, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{Columns} {where}");
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    private static StatementRejectionRow ReadRejection(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2), row.GetString(3), row.GetInt64(4), row.GetInt64(5),
        row.GetString(6), row.GetString(7), row.GetString(8), row.GetFieldValue<DateTimeOffset>(9), row.GetString(10));

    private async Task<List<T>> ReadAsync<T>(string sql, string? partner, object second, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = partner });
        command.Parameters.Add(new() { Value = second });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(read, cancellationToken);
    }

    private static StatementFileRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetInt32(3), row.GetString(4), row.GetString(5), row.GetInt64(6),
        row.IsDBNull(7) ? null : row.GetInt64(7), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(8)), row.GetInt64(9), row.GetInt64(10), row.GetInt64(11),
        row.GetFieldValue<DateTimeOffset>(12), row.GetString(13));
}
