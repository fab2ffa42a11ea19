using DichVuCong.Registries.Operations.Access;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Partners;

/// <summary>Reads what is known of the partners. An operator of a part of the tree sees the systems of its agencies.</summary>
public sealed class PartnerBoard(NpgsqlDataSource database, AccessPolicy policy)
{
    private const string List =
        """
        with line as (
          select partner, array_agg(id) ids, bool_and(owner is not null) served, bool_or(stopped) paused,
            max(case circuit when 'open' then 2 when 'half-open' then 1 else 0 end) circuit, max(circuit_since) since,
            sum((limits->>'callsPerSecond')::float8) rate
          from bus.line where $1::text is null or partner = $1 group by partner),
        outbound as (select line, count(*) n, min(sent_at) oldest from bus.outbound group by line),
        later as (select line, count(*) n, min(sent_at) oldest from bus.later group by line),
        held as (select -scope line, count(*) n, min(sent_at) oldest from bus.held where scope < 0 group by scope),
        parked as (select -scope line, count(*) n, min(sent_at) oldest from bus.parked where scope < 0 group by scope)
        select l.partner, s.name, s.owner, l.served, l.paused, l.circuit, l.since, q.waiting, q.later, q.held, q.parked, q.oldest,
          o.answered, f.at, f.side, m.calls, m.failed, m.average, m.longest, l.rate, w.until, s.template, s.routes
        from line l
        left join lateral (
          select coalesce(sum(o.n), 0)::bigint waiting, coalesce(sum(t.n), 0)::bigint later, coalesce(sum(h.n), 0)::bigint held, coalesce(sum(p.n), 0)::bigint parked,
            min(least(o.oldest, t.oldest, h.oldest, p.oldest)) oldest
          from unnest(l.ids) i(id)
          left join outbound o on o.line = i.id left join later t on t.line = i.id left join held h on h.line = i.id left join parked p on p.line = i.id) q on true
        left join lateral (select max(at) answered from bus.line_outcome where line = any(l.ids) and side is null) o on true
        left join lateral (select at, side from bus.line_outcome where line = any(l.ids) and side is not null order by at desc limit 1) f on true
        left join lateral (
          select coalesce(sum(done + refused + failed + unclear), 0)::bigint calls, coalesce(sum(failed + unclear), 0)::bigint failed,
            sum(milliseconds)::float8 / nullif(sum(done + refused + failed + unclear), 0) average, max(longest) longest
          from bus.line_minute where line = any(l.ids) and minute > clock_timestamp() - interval '5 minutes') m on true
        left join lateral (
          select max(ends_at) until from bus.line_window
          where line = any(l.ids) and starts_at <= clock_timestamp() and clock_timestamp() < ends_at) w on true
        left join lateral (
          select s.name, s.owner, s.redirect_template is not null template,
            (select count(*)::int from catalogue.system_route r where r.system = s.code and r.state = 'live'
              and (r.valid_from is null or r.valid_from <= current_date) and (r.valid_to is null or r.valid_to >= current_date)) routes
          from catalogue.one_stop_system s where 'onestop:' || s.code = l.partner) s on true
        where $2::text[] is null or s.owner = any($2)
        order by l.partner collate "C"
        """;

    private static readonly string[] Kinds = ["done", "refused", "transient", "unknown", "absent", "pending"];
    private static readonly string[] States = ["closed", "half-open", "open"];

    /// <summary>All partners that the operator may see.</summary>
    public async Task<IReadOnlyList<PartnerView>> ListAsync(Operator who, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Look);
        var served = await ReadAsync(who, partner: null, cancellationToken);
        return policy.CodesOf(who) is null ? [.. served, .. await AskedPartners.ListAsync(database, partner: null, cancellationToken)] : served;
    }

    /// <summary>One partner; null when there is none, or it is outside the operator's part of the tree.</summary>
    public async Task<PartnerDetail?> FindAsync(Operator who, string partner, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Look);
        if ((await ReadAsync(who, partner, cancellationToken)) is not [var view])
        {
            return policy.CodesOf(who) is null ? await AskedPartners.FindAsync(database, partner, Kinds, cancellationToken) : null;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return new PartnerDetail(
            view, await OutcomesAsync(connection, partner, cancellationToken), await MinutesAsync(connection, partner, cancellationToken),
            await PauseAsync(connection, partner, cancellationToken), await LimitsAsync(connection, partner, cancellationToken));
    }

    private async Task<List<PartnerView>> ReadAsync(Operator who, string? partner, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.Add(new() { Value = (object?)partner ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)policy.CodesOf(who)?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var views = new List<PartnerView>();
        while (await reader.ReadAsync(cancellationToken)) views.Add(Read(reader));
        return views;
    }

    private static PartnerView Read(NpgsqlDataReader reader)
    {
        var (paused, circuit) = (reader.GetBoolean(4), reader.GetInt32(5));
        var until = TimeOrNull(reader, 20);
        return new PartnerView
        {
            Partner = reader.GetString(0),
            Name = TextOrNull(reader, 1),
            Agency = TextOrNull(reader, 2),
            IsServed = reader.GetBoolean(3),
            IsPaused = paused,
            Circuit = States[circuit],
            CircuitSince = TimeOrNull(reader, 6),
            Waiting = reader.GetInt64(7),
            Later = reader.GetInt64(8),
            Held = reader.GetInt64(9),
            Parked = reader.GetInt64(10),
            Oldest = TimeOrNull(reader, 11),
            LastAnswer = TimeOrNull(reader, 12),
            LastFault = TimeOrNull(reader, 13),
            FaultSide = TextOrNull(reader, 14),
            Calls = reader.GetInt64(15),
            Failed = reader.GetInt64(16),
            Average = reader.IsDBNull(17) ? null : reader.GetDouble(17),
            Longest = reader.IsDBNull(18) ? null : reader.GetInt32(18),
            Rate = reader.IsDBNull(19) ? null : reader.GetDouble(19),
            MaintenanceUntil = until,
            Redirects = reader.IsDBNull(21) ? null : new Redirects(reader.GetBoolean(21), reader.GetInt32(22), circuit == 0 && !paused && until is null),
        };
    }

    private static async Task<List<LastOutcome>> OutcomesAsync(NpgsqlConnection connection, string partner, CancellationToken cancellationToken)
    {
        const string Sql =
            """
            select distinct on (o.kind) o.kind, o.at, o.side, o.reason, o.milliseconds
            from bus.line_outcome o join bus.line l on l.id = o.line where l.partner = $1 order by o.kind, o.at desc
            """;
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = partner } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var outcomes = new List<LastOutcome>();
        while (await reader.ReadAsync(cancellationToken))
        {
            outcomes.Add(new LastOutcome(
                Kinds[reader.GetInt16(0) - 1], reader.GetFieldValue<DateTimeOffset>(1), TextOrNull(reader, 2), MaskedText.Of(reader.GetString(3)), reader.GetInt32(4)));
        }

        return outcomes;
    }

    private static async Task<List<PartnerMinute>> MinutesAsync(NpgsqlConnection connection, string partner, CancellationToken cancellationToken)
    {
        const string Sql =
            """
            select m.minute, sum(m.done + m.refused)::bigint, sum(m.failed + m.unclear)::bigint,
              sum(m.milliseconds)::float8 / greatest(1, sum(m.done + m.refused + m.failed + m.unclear))
            from bus.line_minute m join bus.line l on l.id = m.line
            where l.partner = $1 and m.minute > clock_timestamp() - interval '1 hour' group by m.minute order by m.minute
            """;
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = partner } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var minutes = new List<PartnerMinute>();
        while (await reader.ReadAsync(cancellationToken))
        {
            minutes.Add(new PartnerMinute(reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetDouble(3)));
        }

        return minutes;
    }

    private static async Task<PartnerPause?> PauseAsync(NpgsqlConnection connection, string partner, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select reason, since, by_name from operations.pause where partner = $1", connection)
        {
            Parameters = { new() { Value = partner } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new PartnerPause(MaskedText.Of(reader.GetString(0)), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2)) : null;
    }

    private static async Task<string?> LimitsAsync(NpgsqlConnection connection, string partner, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select limits::text from bus.line where partner = $1 order by shard limit 1", connection)
        {
            Parameters = { new() { Value = partner } },
        };
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    private static string? TextOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset? TimeOrNull(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
