using DichVuCong.Contracts;
using DichVuCong.Messaging;
using DichVuCong.Registries.Operations.Access;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Deadlines;

/// <summary>Reads the running clocks, what is due first first; an operator of a part of the tree sees those of its dossiers.</summary>
public sealed class ClockBoard(NpgsqlDataSource database, AccessPolicy policy, AgencyTree agencies)
{
    private readonly ClockWalk _walk = new(database);

    internal const string Columns =
        """
        c.saga, w.name, e.name, s.key, d.agency, c.due, c.serial, c.calendar, c.rule, c.budget, c.started, c.used
        """;

    /// <summary>All clocks: the head of each lane's index is enough for a page, however many there are.</summary>
    private const string OfAll =
        $"""
        select {Columns}
        from bus.mark m
        cross join lateral (
          select c.* from bus.clock c
          where c.lane = m.lane and c.state = 1 and c.due >= $1 and ($2::timestamptz is null or c.due < $2) and ($3::smallint is null or c.name = $3)
            and (c.due, c.saga, c.name) > ($1, $4, $5)
          order by c.due, c.saga, c.name limit $6) c
        join bus.saga s on s.id = c.saga
        join bus.word w on w.id = c.name
        join bus.word e on e.id = s.type
        left join dossier.dossier d on d.code = s.key and e.name = 'dossiers'
        order by c.due, c.saga, c.name limit $6
        """;

    /// <summary>The clocks of agencies with few dossiers: from those that are not finished. Of others the clocks are walked through instead.</summary>
    private const string OfAgencies =
        $"""
        select {Columns}
        from dossier.dossier d
        join bus.word e on e.kind = 'endpoint' and e.name = 'dossiers'
        join bus.saga s on s.type = e.id and s.key = d.code
        join bus.clock c on c.saga = s.id and c.state = 1
        join bus.word w on w.id = c.name
        where d.agency = any($7) and d.finished_at is null
          and c.due >= $1 and ($2::timestamptz is null or c.due < $2) and ($3::smallint is null or c.name = $3) and (c.due, c.saga, c.name) > ($1, $4, $5)
        order by c.due, c.saga, c.name limit $6
        """;

    private const string One =
        $"""
        select {Columns}
        from bus.clock c
        join bus.word w on w.id = c.name and w.kind = 'clock' and w.name = $2
        join bus.saga s on s.id = c.saga
        join bus.word e on e.id = s.type
        left join dossier.dossier d on d.code = s.key and e.name = 'dossiers'
        where c.saga = $1 and c.state = 1
        """;

    /// <summary>The names of clocks: the rules that are watched.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select name from bus.word where kind = 'clock' order by name");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) names.Add(reader.GetString(0));
        return names;
    }

    /// <summary>A page of clocks.</summary>
    /// <exception cref="RuleBrokenException">The agency's code is none.</exception>
    public async Task<IReadOnlyList<ClockView>> ListAsync(Operator who, ClockFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        AccessPolicy.Require(who, Permission.Look);
        var codes = CodesOf(who, filter.Agency);
        var number = filter.Name is { Length: > 0 } name ? await NumberOfAsync(name, cancellationToken) : null;
        if (filter.Name is { Length: > 0 } && number is null) return [];
        var (due, saga, clock) = filter.After is { } cursor
            ? (cursor.Due, cursor.Saga, await NumberOfAsync(cursor.Name, cancellationToken) ?? 0)
            : (DateTimeOffset.UnixEpoch, 0L, (short)0);
        if (codes is not null && await _walk.IsShorterAsync(codes, cancellationToken)) return await _walk.ListAsync(codes, filter, (due, saga, clock), number, cancellationToken);
        await using var command = database.CreateCommand(codes is null ? OfAll : OfAgencies);
        command.CommandTimeout = 10;
        command.Parameters.Add(new() { Value = due.UtcDateTime });
        command.Parameters.Add(new() { Value = (object?)filter.Before?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = (object?)number ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Smallint });
        command.Parameters.Add(new() { Value = saga });
        command.Parameters.Add(new() { Value = clock });
        command.Parameters.Add(new() { Value = (long)filter.Limit });
        if (codes is not null) command.Parameters.Add(new() { Value = codes.ToArray() });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>One clock; null when it does not run, or is outside the operator's part of the tree.</summary>
    public async Task<ClockView?> FindAsync(Operator who, long saga, string name, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Look);
        await using var command = database.CreateCommand(One);
        command.Parameters.Add(new() { Value = saga });
        command.Parameters.Add(new() { Value = name });
        return (await ReadAsync(command, cancellationToken)) is [var clock] && policy.Covers(who, clock.Agency) ? clock : null;
    }

    private IReadOnlyList<string>? CodesOf(Operator who, string? agency)
    {
        var own = policy.CodesOf(who);
        if (string.IsNullOrWhiteSpace(agency)) return own;
        if (!AgencyCode.TryParse(agency.Trim(), out var code)) throw new RuleBrokenException("agency", "không phải mã cơ quan.", "is no code of an agency.");
        var wanted = agencies.CodesWithin(code);
        return own is null ? wanted : [.. wanted.Intersect(own, StringComparer.Ordinal)];
    }

    private async Task<short?> NumberOfAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select id from bus.word where kind = 'clock' and name = $1");
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteScalarAsync(cancellationToken) as short?;
    }

    internal static async Task<List<ClockView>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var clocks = new List<ClockView>();
        while (await reader.ReadAsync(cancellationToken))
        {
            clocks.Add(new ClockView(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.GetFieldValue<DateTimeOffset>(5), reader.GetInt64(6), reader.IsDBNull(7) ? null : reader.GetString(7),
                reader.IsDBNull(8) ? null : (TimeUnit)reader.GetInt16(8), reader.IsDBNull(9) ? null : reader.GetInt64(9),
                reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10), reader.IsDBNull(11) ? null : reader.GetInt64(11)));
        }

        return clocks;
    }
}
