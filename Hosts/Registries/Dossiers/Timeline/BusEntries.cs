using DichVuCong.Registries.Operations;
using DichVuCong.Runtime.Journal;
using Npgsql;

namespace DichVuCong.Registries.Dossiers.Timeline;

/// <summary>Entries from the bus: decisions and calls of the journal, clocks, and what is still to be handled.</summary>
internal static class BusEntries
{
    /// <summary>
    /// A journal row of a line (a negative lane) is a partner's outcome; its number is that of the attempt. Only the partitions from $2 to $3 are
    /// looked at, and of them not those that are read from files ($4).
    /// </summary>
    public const string Journal =
        """
        select j.at, j.n, j.lane, j.outcome, t.name, e.name, j.calendar, coalesce(l.partner, p.name), j.took
        from bus.saga s
        join bus.word p on p.id = s.type
        join bus.journal j on j.saga = s.id and j.at >= $2 and j.at < $3
          and date_trunc('month', j.at at time zone 'Asia/Ho_Chi_Minh')::date <> all ($4)
        join bus.word t on t.id = j.type
        left join bus.word e on e.id = j.edge
        left join bus.line l on l.id = -j.lane
        where s.key = $1 and s.type in (select id from bus.word where kind = 'endpoint')
        order by j.at, j.n
        """;

    public const string Clocks =
        """
        select w.name, c.due, c.state, c.started, c.budget, c.used, c.calendar
        from bus.saga s join bus.clock c on c.saga = s.id join bus.word w on w.id = c.name
        where s.key = $1 and s.type in (select id from bus.word where kind = 'endpoint')
        order by c.due, w.name
        """;

    /// <summary>A call whose attempt is marked is out now, or its host died with it.</summary>
    public const string Pending =
        """
        select u.stage, coalesce(l.partner, e.name), t.name, u.since, u.due, u.reason, u.id
        from (
          select case when a.seq is null then 'outbound' else 'calling' end stage, -o.line scope, o.type, coalesce(a.started, o.sent_at) since,
            null::timestamptz due, null::text reason, o.id, o.seq
          from bus.outbound o left join bus.attempt a on a.line = o.line and a.seq = o.seq where o.key = $1
          union all select 'later', -line, type, coalesce(called_at, sent_at), due, reason, id, seq from bus.later where key = $1
          union all select 'ready', endpoint, type, sent_at, null, null, id, seq from bus.ready where key = $1
          union all select 'waiting', endpoint, type, sent_at, until, null, id, seq from bus.waiting where key = $1
          union all select 'held', scope, type, held_at, null, null, id, seq from bus.held where key = $1
          union all select 'parked', scope, type, parked_at, null, error, id, seq from bus.parked where key = $1) u
        join bus.word t on t.id = u.type
        left join bus.word e on e.id = u.scope and e.kind = 'endpoint'
        left join bus.line l on l.id = -u.scope
        order by u.seq
        """;

    public static TimelineEntry Entry(NpgsqlDataReader reader)
    {
        var isCall = reader.GetInt16(2) < 0;
        return new TimelineEntry
        {
            At = reader.GetFieldValue<DateTimeOffset>(0),
            Kind = isCall ? TimelineKind.Call : TimelineKind.Decision,
            Attempt = isCall ? reader.GetInt32(1) : null,
            Outcome = ((JournalOutcome)reader.GetInt16(3)).ToString(),
            What = reader.GetString(4),
            Edge = reader.IsDBNull(5) ? null : reader.GetString(5),
            Calendar = reader.IsDBNull(6) ? null : reader.GetInt32(6),
            Where = reader.IsDBNull(7) ? null : reader.GetString(7),
            Took = reader.IsDBNull(8) ? null : TimeSpan.FromMilliseconds(reader.GetInt32(8)),
        };
    }

    public static ClockView Clock(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.GetFieldValue<DateTimeOffset>(1),
        reader.GetInt16(2) == 2,
        reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3),
        reader.IsDBNull(4) ? null : reader.GetInt64(4),
        reader.IsDBNull(5) ? null : reader.GetInt64(5),
        reader.IsDBNull(6) ? null : reader.GetString(6));

    public static PendingView PendingMessage(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.IsDBNull(1) ? "?" : reader.GetString(1),
        reader.GetString(2),
        reader.GetFieldValue<DateTimeOffset>(3),
        reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4),
        reader.IsDBNull(5) ? null : MaskedText.Of(reader.GetString(5)),
        reader.GetGuid(6));
}
