namespace DichVuCong.Registries.Operations.Work;

/// <summary>
/// Where each kind of work comes from. Every statement gives (kind, subject, detail, n, agency, since, due); $1: the agencies one may see, null for all;
/// $2: now; $3: until when a deadline is near.
/// </summary>
internal static class WorkSql
{
    /// <summary>Messages parked for one cause count as one: they are looked at, and retried, together. The cause's key is that of the desk of parked messages.</summary>
    private const string Parked =
        """
        select 1::smallint kind, md5(w.place || chr(10) || t.name || chr(10) || p.error) subject, t.name || ' @ ' || w.place || ': ' || left(p.error, 200) detail, count(*) n,
          case when count(distinct d.agency) = 1 then min(d.agency) end agency, min(p.parked_at) since, min(d.deadline) due
        from bus.parked p
        join bus.word t on t.id = p.type
        left join bus.word e on e.id = p.endpoint
        left join bus.line l on l.id = -p.scope
        cross join lateral (select coalesce(l.partner, e.name, '?') place) w
        left join dossier.dossier d on d.code = p.key
        where $1::text[] is null or d.agency = any($1)
        group by w.place, t.name, p.error
        """;

    /// <summary>Partners belong to no part of the agencies' tree: who sees only a part does not see them here.</summary>
    private const string Partner =
        """
        select 2::smallint kind, l.partner subject, string_agg(distinct case when l.stopped then 'stopped' else 'circuit ' || l.circuit end, ', ') detail,
          coalesce(sum(o.n), 0)::bigint n, null::text agency, coalesce(min(l.circuit_since), min(o.oldest), $2) since, null::timestamptz due
        from bus.line l
        left join (select line, count(*) n, min(sent_at) oldest from (select line, sent_at from bus.outbound union all select line, sent_at from bus.later) q
          group by line) o on o.line = l.id
        where $1::text[] is null and (l.circuit <> 'closed' or o.oldest < $2 - interval '15 minutes')
          and not exists (select 1 from bus.line_window w where w.line = l.id and $2 between w.starts_at and w.ends_at)
        group by l.partner
        """;

    private const string Alarmed =
        """
        select case when a.alarms & 1 <> 0 then 3 else 5 end::smallint kind, a.code subject, a.alarms::text detail, 1::bigint n, a.agency, a.since, a.deadline due
        from operations.alarmed a where ($1::text[] is null or a.agency = any($1))
        """;

    private const string Coordination =
        """
        select 4::smallint kind, t.code subject, t.cause detail, 1::bigint n, t.agency, t.opened_at since, null::timestamptz due
        from dossier.task t where t.closed_at is null and ($1::text[] is null or t.candidates && $1)
        """;

    /// <summary>Each lane's part of the index by due time, so that a million running clocks are not looked through.</summary>
    private const string SoonOverdue =
        """
        select 6::smallint kind, d.code subject, w.name detail, 1::bigint n, d.agency, d.state_since since, c.due
        from bus.lane n
        join lateral (select * from bus.clock c where c.lane = n.lane and c.state = 1 and c.due >= $2 and c.due < $3) c on true
        join bus.word w on w.id = c.name and w.kind = 'clock' and w.name = 'deadline'
        join bus.saga s on s.id = c.saga
        join dossier.dossier d on d.code = s.key
        where $1::text[] is null or d.agency = any($1)
        """;

    /// <summary>By the index of what is not closed; a difference without a row for its inquiry is one of a moment ago.</summary>
    private const string Difference =
        """
        select 7::smallint kind, d.id subject, d.kind::text detail, 1::bigint n, d.agency, d.found_at since, i.deadline due
        from payment.inquiry i join payment.difference d on d.id = i.difference
        where i.state <> 4 and ($1::text[] is null or d.agency = any($1))
        """;

    /// <summary>Each kind's statement.</summary>
    public static string Of(WorkKind kind) => kind switch
    {
        WorkKind.Parked => Parked,
        WorkKind.Partner => Partner,
        WorkKind.Overdue => Alarmed + " and a.alarms & 1 <> 0",
        WorkKind.Coordination => Coordination,
        WorkKind.Alarm => Alarmed + " and a.alarms & 1 = 0",
        WorkKind.SoonOverdue => SoonOverdue,
        WorkKind.Difference => Difference,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of work."),
    };
}
