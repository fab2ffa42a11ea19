namespace DichVuCong.Registries.Operations.Sagas;

/// <summary>
/// The statements of a census. What is open is a small part of all there is: it is gathered once, and everything else is asked of it. Of each rule
/// the oldest of each agency are kept ($1), and all are counted.
/// </summary>
internal static class CensusSql
{
    /// <summary>The states in which nothing more is expected are given: $1 dossiers, $2 notices, $3 obligations, $4 orders, $5 inquiries.</summary>
    public const string Gather =
        """
        create temp table saga_open (type text collate "C", key text collate "C", agency text collate "C", state smallint, since timestamptz, deadline timestamptz);
        create temp table saga_all (type text collate "C", state smallint, agency text collate "C", amount bigint);
        """;

    public const string OpenDossiers =
        """
        insert into saga_open
        select 'dossiers', d.code, coalesce(d.agency, ''), d.state, d.state_since, case when not d.deadline_suspended and d.state <> 9 then d.deadline end
        from dossier.dossier d where d.state <> all ($1)
        """;

    public const string OpenNotices =
        """
        insert into saga_open
        select 'notices', n.code, coalesce(d.agency, ''), n.state, n.at, null
        from dossier.notice n left join dossier.dossier d on d.code = n.code where n.state <> all ($1)
        """;

    public const string OpenObligations =
        "insert into saga_open select 'obligations', b.id, b.agency, b.state, b.state_since, b.expires_at from payment.obligation b where b.state <> all ($1)";

    public const string OpenOrders =
        "insert into saga_open select 'orders', o.reference, o.agency, o.state, o.state_since, null from payment.payment_order o where o.state <> all ($1)";

    public const string OpenInquiries =
        """
        insert into saga_open
        select 'inquiries', i.difference, coalesce(f.agency, ''), i.state, i.state_since, i.deadline
        from payment.inquiry i left join payment.difference f on f.id = i.difference where i.state <> all ($1)
        """;

    /// <summary>Notices that are over belong to no agency here: to know it, each would have to be looked up.</summary>
    public const string CountAll =
        """
        insert into saga_all
        select 'dossiers', state, coalesce(agency, ''), count(*) from dossier.dossier group by state, agency
        union all select 'notices', state, '', count(*) from dossier.notice where state <> 0 group by state
        union all select 'notices', state, agency, count(*) from saga_open where type = 'notices' group by state, agency
        union all select 'obligations', state, agency, count(*) from payment.obligation group by state, agency
        union all select 'orders', state, agency, count(*) from payment.payment_order group by state, agency
        union all select 'inquiries', i.state, coalesce(f.agency, ''), count(*)
          from payment.inquiry i left join payment.difference f on f.id = i.difference group by i.state, f.agency
        """;

    public const string KeepCounts =
        """
        delete from operations.saga_census;
        insert into operations.saga_census (type, state, agency, amount, oldest_at, oldest_key)
        select a.type, a.state, a.agency, a.amount, o.since, o.key
        from saga_all a
        left join (select distinct on (type, state, agency) type, state, agency, since, key from saga_open order by type, state, agency, since, key) o
          on (o.type, o.state, o.agency) = (a.type, a.state, a.agency);
        """;

    /// <summary>
    /// A parked message closes a key: that of an endpoint, or of a partner's line for the endpoint that ordered the call. A clock that is due and
    /// did not fire may stand behind a closed key, or in front of a runtime that does not run.
    /// </summary>
    public const string FindStuck =
        """
        create temp table saga_stuck_now as
        with parked as materialized (
          select w.name as type, coalesce(p.origin_key, b.key) as key, min(b.since) as since
          from bus.blocked b
          left join bus.parked p on p.scope = b.scope and p.key = b.key
          join bus.word w on w.id = case when b.scope > 0 then b.scope else p.origin end and w.kind = 'endpoint'
          where b.kind = 1
          group by 1, 2),
        due as materialized (
          select w.name as type, s.key, min(c.due) as since
          from generate_series(0, 63) l(n)
          cross join lateral (select c.saga, c.due from bus.clock c where c.lane = l.n and c.state = 1 and c.due < now()) c
          join bus.saga s on s.id = c.saga
          join bus.word w on w.id = s.type
          group by 1, 2)
        select r.id as rule, o.key, o.agency, o.state, case r.kind when 'state' then o.since else o.deadline end as since
        from operations.saga_rule r
        join saga_open o on o.type = r.type and (r.states = '{}' or o.state = any (r.states))
          and case r.kind when 'state' then o.since < now() - r.older else o.deadline < now() - r.older end
        where r.enabled and r.kind in ('state', 'deadline')
        union all
        select r.id, m.key, coalesce(o.agency, ''), o.state, m.since
        from operations.saga_rule r
        join (select 'parked' as kind, p.* from parked p union all select 'clock', d.* from due d) m on m.kind = r.kind and m.type = r.type and m.since < now() - r.older
        left join saga_open o on o.type = m.type and o.key = m.key
        where r.enabled
        """;

    public const string KeepStuck =
        """
        delete from operations.saga_stuck_count;
        insert into operations.saga_stuck_count (rule, agency, amount) select rule, agency, count(distinct key) from saga_stuck_now group by rule, agency;
        delete from operations.saga_stuck;
        """;

    public const string KeepOldest =
        """
        insert into operations.saga_stuck (rule, key, agency, state, since)
        select s.rule, s.key, s.agency, s.state, s.since
        from (select x.*, row_number() over (partition by x.rule, x.agency order by x.since, x.key) as place from saga_stuck_now x) s
        where s.place <= $1 order by s.rule, s.key, s.since
        on conflict (rule, key) do nothing
        """;

    public const string KeepRun =
        """
        insert into operations.saga_census_run (taken_at, took) values (now(), $1)
        on conflict (one) do update set taken_at = excluded.taken_at, took = excluded.took
        """;

    public const string Drop = "drop table if exists saga_open, saga_all, saga_stuck_now";
}
