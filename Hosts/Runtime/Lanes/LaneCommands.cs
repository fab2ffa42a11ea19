namespace DichVuCong.Runtime.Lanes;

/// <summary>The SQL of a batch, in the order in which it runs.</summary>
internal static class LaneCommands
{
    /// <summary>
    /// Locks lanes with work, as many as $4, from a rotating start ($1). Nobody waits for a lane, so nobody deadlocks on one. $2: look at
    /// the clocks too; $5: look below the marks too. The offset keeps the lock out of the filter below it: only lanes with work are tried.
    /// Deaths are of those who held the lane before.
    /// </summary>
    public const string LockLanes =
        """
        select x.lane, x.total, clock_timestamp(), x.mark, x.deaths, x.up_to
        from (
          select m.lane, m.mark, d.deaths, d.up_to, count(*) over () as total
          from (select lane, case when $5 then 0 else mark end as mark from bus.mark) m
          left join bus.lane_death d on d.lane = m.lane
          where exists (select from bus.ready r where r.lane = m.lane and r.seq >= m.mark)
             or ($2 and exists (select from bus.clock c where c.lane = m.lane and c.state = 1 and c.due <= clock_timestamp()))
             or ($2 and exists (select from bus.waiting w where w.lane = m.lane and w.until <= clock_timestamp()))
          order by (m.lane + $1) & 63
          offset 0) x
        where pg_try_advisory_xact_lock($3, x.lane)
        limit $4
        """;

    /// <summary>
    /// Claims from the locked lanes ($1) above their marks ($5). A lane with no more than its share ($3) is taken whole. In the others a loose
    /// scan walks the flows from $2, at most $3 of them, and each gives an equal share of $4: beside a backlog of one flow, the others still
    /// get theirs.
    /// </summary>
    public const string Claim =
        $"""
        with recursive head as materialized (
            select l.lane, l.mark,
              (select count(*) from (select from bus.ready r where r.lane = l.lane and r.seq >= l.mark limit $3 + 1) few) <= $3 as is_short
            from unnest($1, $5) l(lane, mark)),
        pair(lane, mark, flow, depth) as (
            select h.lane, h.mark, f.flow, 1
            from head h
            cross join lateral (
              select r.flow from bus.ready r where r.lane = h.lane and r.flow >= $2 and r.seq >= h.mark order by r.flow limit 1) f
            where not h.is_short
          union all
            select p.lane, p.mark, f.flow, p.depth + 1
            from pair p
            cross join lateral (
              select r.flow from bus.ready r where r.lane = p.lane and r.flow > p.flow and r.seq >= p.mark order by r.flow limit 1) f
            where p.depth < $3)
        delete from bus.ready where ctid = any (array(
          select x.ctid
          from (
            select s.ctid
            from head h cross join lateral (select r.ctid from bus.ready r where r.lane = h.lane and r.seq >= h.mark) s where h.is_short
            union all
            select r.ctid
            from pair p
            cross join lateral (
              select r.ctid from bus.ready r where r.lane = p.lane and r.flow = p.flow and r.seq >= p.mark
              order by r.seq limit (select greatest(1, $4 / count(*)) from pair)) r) x
          limit $4))
        returning {Envelope.Columns}
        """;

    /// <summary>Locks just these lanes, those of them that are free.</summary>
    public const string LockThese =
        """
        select l.lane, 0::bigint, clock_timestamp(), 0::bigint, null::int, null::bigint
        from unnest($1) l(lane) where pg_try_advisory_xact_lock($2, l.lane)
        """;

    /// <summary>Claims everything up to a message in its flow: in order, whatever was put before it meanwhile.</summary>
    public const string ClaimUpTo =
        $"""
        delete from bus.ready r using unnest($1, $2, $3) v(in_lane, in_flow, up_to)
        where r.lane = v.in_lane and r.flow = v.in_flow and r.seq <= v.up_to
        returning {Envelope.Columns}
        """;

    /// <summary>Takes at most 100 due clocks of each locked lane; they are marked as fired and become messages in the same commit.</summary>
    public const string FireClocks =
        """
        with due as (
          select c.saga, c.name
          from unnest($1) l(lane)
          cross join lateral (
            select c.saga, c.name from bus.clock c where c.lane = l.lane and c.state = 1 and c.due <= $2 order by c.due limit 100) c)
        select c.saga, c.name, c.lane, c.serial, c.due, c.rule, c.calendar, c.calendar_version, c.started, c.budget, c.used, s.type, s.key, s.flow
        from due d
        join bus.clock c on c.saga = d.saga and c.name = d.name
        join bus.saga s on s.id = c.saga
        order by c.saga, c.name
        """;

    /// <summary>Messages that waited too long for their saga.</summary>
    public const string ExpireWaiting =
        """
        delete from bus.waiting w using unnest($1) l(lane)
        where w.lane = l.lane and w.until <= $2
        returning w.lane, w.flow, w.seq, w.id, w.type, w.schema, w.endpoint, w.key, w.reply_to, w.reply_key, w.cause, w.conversation, w.sent_at, w.trace, w.body
        """;

    /// <summary>Which of the batch's keys are closed.</summary>
    public const string LoadBlocked =
        """
        select b.scope, b.key from unnest($1, $2) k(scope, key)
        join bus.blocked b on b.scope = k.scope and b.key = k.key
        """;

    /// <summary>The batch's sagas. No row locks: the lane's lock is theirs.</summary>
    public const string LoadSagas =
        """
        select s.id, s.type, s.key, s.flow, s.version, s.schema, s.last_now, s.state
        from unnest($1, $2) k(type, key)
        join bus.saga s on s.type = k.type and s.key = k.key
        """;

    /// <summary>The clocks that the batch's firings speak of.</summary>
    public const string LoadFiredClocks =
        """
        select s.type, s.key, c.name, c.serial
        from unnest($1, $2, $3) k(type, key, name)
        join bus.saga s on s.type = k.type and s.key = k.key
        join bus.clock c on c.saga = s.id and c.name = k.name
        where c.state = 3
        """;

    /// <summary>Where the chains of the locked lanes stand.</summary>
    public const string LoadChains = "select l.lane, l.batch, l.hash from unnest($1) k(lane) join bus.lane l on l.lane = k.lane";

    /// <summary>The session's settings: index scans only, generic plans, and limits by which a frozen host loses its lanes in seconds.</summary>
    public const string Session =
        """
        set enable_seqscan = off; set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set plan_cache_mode = force_generic_plan;
        set jit = off; set idle_in_transaction_session_timeout = '5s'; set statement_timeout = '10s'; set lock_timeout = '5s';
        set tcp_user_timeout = '10s'; set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3;
        set client_connection_check_interval = '5s'
        """;
}
