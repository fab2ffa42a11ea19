namespace DichVuCong.Runtime.Lines;

/// <summary>The SQL of lines: owning, reading ahead, and what is written after calls.</summary>
internal static class LineCommands
{
    /// <summary>The namespace of the lines' advisory locks.</summary>
    public const int LockSpace = 0x44564C49; // "DVLI"

    /// <summary>
    /// Takes free lines: all whose owner died with them ($1, any number), and of those without an owner as many as $3. The lock is the
    /// session's: it goes when the process or its connection does.
    /// </summary>
    public const string Acquire =
        """
        with candidate as materialized (
          select l.id, l.owner is not null as orphan from bus.line l where l.id = any($1) order by (l.id + $4) % 1009),
        orphan as materialized (
          select c.id from (select id from candidate where orphan offset 0) c where pg_try_advisory_lock($2, c.id)),
        spare as materialized (
          select c.id from (select id from candidate where not orphan offset 0) c where pg_try_advisory_lock($2, c.id) limit $3)
        update bus.line l set owner = $5, epoch = l.epoch + 1, until = clock_timestamp() + interval '30 seconds'
        where l.id in (select id from orphan union all select id from spare)
        returning l.id, l.epoch
        """;

    public const string Renew = "update bus.line set until = clock_timestamp() + interval '30 seconds' where id = any($1) and owner = $2";

    public const string Release = "update bus.line set owner = null, until = null where id = any($1) and owner = $2";

    public const string Unlock = "select pg_advisory_unlock($1, l.id) from unnest($2) l(id)";

    /// <summary>This session, as one that may have to be ended by its number: numbers are given again, so the time belongs to it.</summary>
    public const string OwnSession = "select pid, backend_start from pg_stat_activity where pid = pg_backend_pid()";

    public const string EndSession = "select pg_terminate_backend(pid) from pg_stat_activity where pid = $1 and backend_start = $2";

    /// <summary>
    /// Ends the sessions of owners whose lease has run out: a frozen host, or one behind a cut network, still holds its locks.
    /// </summary>
    public const string EndFrozenOwners =
        """
        select pg_terminate_backend(k.pid)
        from pg_locks k join bus.line l on l.id = k.objid::int
        where k.locktype = 'advisory' and k.classid::int = $1 and k.objsubid = 2 and k.granted and k.pid <> pg_backend_pid()
          and k.database = (select oid from pg_database where datname = current_database())
          and l.until < clock_timestamp()
        """;

    /// <summary>
    /// Reads ahead: equal shares for the flows of each line, leaving out what is in memory ($3): as a sub-query, which is hashed once, and not
    /// as <c>all</c> of a parameter, which is gone through for every row.
    /// </summary>
    public const string ReadAhead =
        $"""
        with recursive pair(line, want, flow) as (
            select w.line, w.want, f.flow
            from unnest($1, $2) w(line, want)
            cross join lateral (select o.flow from bus.outbound o where o.line = w.line order by o.flow limit 1) f
          union all
            select p.line, p.want, f.flow
            from pair p
            cross join lateral (select o.flow from bus.outbound o where o.line = p.line and o.flow > p.flow order by o.flow limit 1) f),
        share as (select line, greatest(8, max(want) / count(*)) as rows from pair group by line)
        select {OutboundCall.Columns}
        from pair p join share s on s.line = p.line
        cross join lateral (
          select * from bus.outbound o where o.line = p.line and o.flow = p.flow and o.seq not in (select unnest($3))
          order by o.seq limit s.rows) o
        order by o.seq
        """;

    /// <summary>
    /// At a take-over: what is held although nothing closes its key any more. An owner that knew that the key was open again may have died before
    /// it could say so.
    /// </summary>
    public const string UnholdOrphans =
        """
        with moved as (
          delete from bus.held h
          where h.scope = any($1)
            and not exists (select from bus.later l where l.line = -h.scope and l.key = h.key)
            and not exists (select from bus.blocked b where b.scope = h.scope and b.key = h.key)
          returning h.*)
        insert into bus.outbound (line, flow, seq, id, type, schema, key, origin, origin_key, saga, cause, conversation, sent_at, trace, body)
        select -m.scope, m.flow, m.seq, m.id, m.type, m.schema, m.key, m.origin, m.origin_key, m.saga, m.cause, m.conversation, m.sent_at, m.trace,
          m.body
        from moved m
        """;

    /// <summary>At a take-over: the calls that are due later.</summary>
    public const string LoadLater =
        $"select {OutboundCall.Columns}, o.due, o.no, o.mode, o.called_at from bus.later o where o.line = any($1)";

    /// <summary>
    /// At a take-over: marks of calls that are over. An owner may have marked a call while the answer to an earlier attempt finished it, and died.
    /// </summary>
    public const string DropMarks =
        """
        delete from bus.attempt a
        where a.line = any($1) and not exists (select from bus.outbound o where o.line = a.line and o.seq = a.seq)
          and not exists (select from bus.later o where o.line = a.line and o.seq = a.seq)
        """;

    /// <summary>At a take-over: marks without an outcome, for calls that lie in <c>outbound</c>.</summary>
    public const string LoadMarks =
        $"""
        select {OutboundCall.Columns}, a.no, a.started
        from bus.attempt a
        cross join lateral (select * from bus.outbound o where o.line = a.line and o.seq = a.seq) o
        where a.line = any($1)
        """;

    /// <summary>At a take-over: marks without an outcome, for calls that lie in <c>later</c>.</summary>
    public const string LoadLaterMarks =
        "select a.line, a.seq, a.no, a.started from bus.attempt a join bus.later o on o.line = a.line and o.seq = a.seq where a.line = any($1)";

    public const string LoadClosedKeys = "select b.scope, b.key from bus.blocked b where b.scope = any($1)";

    public const string Epochs = "select l.id, l.epoch, clock_timestamp() from bus.line l where l.id = any($1) order by l.id for share";

    public const string ChainHeads = "select l.lane, l.batch, l.hash from bus.lane l where l.lane = any($1) order by l.lane for update";

    /// <summary>Done and refused: who deletes the row has won; an outcome that finds none is late.</summary>
    public const string DeleteFinished =
        """
        delete from bus.outbound o using unnest($1, $2, $3) v(line, flow, seq)
        where o.line = v.line and o.flow = v.flow and o.seq = v.seq
        returning o.line, o.seq
        """;

    public const string DeleteFinishedLater =
        "delete from bus.later o using unnest($1, $2) v(line, seq) where o.line = v.line and o.seq = v.seq returning o.line, o.seq";

    /// <summary>
    /// The call is resolved: its mark goes, also one that an owner before us left behind. What a later owner marked is none of our business.
    /// </summary>
    public const string DeleteMarks =
        """
        delete from bus.attempt a using unnest($1, $2, $3) v(line, seq, epoch)
        where a.line = v.line and a.seq = v.seq and a.epoch <= v.epoch
        """;

    public const string InsertMarks =
        """
        insert into bus.attempt (line, seq, no, epoch, started)
        select u.*, clock_timestamp() from unnest($1, $2, $3, $4) u
        on conflict (line, seq) do update set no = excluded.no, epoch = excluded.epoch, started = excluded.started
        """;

    public const string MoveToLater =
        """
        with moved as (
          delete from bus.outbound o using unnest($1, $2, $3) v(line, flow, seq)
          where o.line = v.line and o.flow = v.flow and o.seq = v.seq returning o.*)
        insert into bus.later
          (line, flow, seq, id, type, schema, key, origin, origin_key, saga, cause, conversation, sent_at, trace, body, due, no, mode, called_at, reason)
        select m.line, m.flow, m.seq, m.id, m.type, m.schema, m.key, m.origin, m.origin_key, m.saga, m.cause, m.conversation, m.sent_at, m.trace,
          m.body, v.due, v.no, v.mode, v.called_at, v.reason
        from moved m
        join unnest($1, $3, $4, $5, $6, $7, $8) v(line, seq, due, no, mode, called_at, reason) on v.line = m.line and v.seq = m.seq
        """;

    public const string UpdateLater =
        """
        update bus.later o set due = v.due, no = v.no, mode = v.mode, called_at = v.called_at, reason = v.reason
        from unnest($1, $2, $3, $4, $5, $6, $7) v(line, seq, due, no, mode, called_at, reason)
        where o.line = v.line and o.seq = v.seq
        """;

    public const string PresentLater =
        "select o.line, o.seq from unnest($1, $2) v(line, seq) join bus.later o on o.line = v.line and o.seq = v.seq";

    private const string HeldColumns =
        "lane, flow, seq, id, type, schema, endpoint, key, cause, conversation, sent_at, trace, body, scope, origin, origin_key, saga";

    private const string MovedColumns =
        "-1, m.flow, m.seq, m.id, m.type, m.schema, m.origin, m.key, m.cause, m.conversation, m.sent_at, m.trace, m.body, -m.line, m.origin, m.origin_key, m.saga";

    /// <summary>Calls of closed keys wait in <c>held</c>.</summary>
    public const string Hold =
        $"""
        with moved as (
          delete from bus.outbound o using unnest($1, $2, $3) v(line, flow, seq)
          where o.line = v.line and o.flow = v.flow and o.seq = v.seq returning o.*)
        insert into bus.held ({HeldColumns}, held_at) select {MovedColumns}, clock_timestamp() from moved m
        """;

    /// <summary>As <see cref="Hold"/>, only while the key's closing stands; the share lock makes an operator who opens it wait for us.</summary>
    public const string HoldWhileBlocked =
        $"""
        with called as (
          select o.line, o.flow, o.seq, o.key from unnest($1, $2, $3) v(line, flow, seq)
          join bus.outbound o on o.line = v.line and o.flow = v.flow and o.seq = v.seq),
        closed as (
          select b.scope, b.key from bus.blocked b where (b.scope, b.key) in (select -c.line, c.key from called c) for share),
        moved as (
          delete from bus.outbound o using called c join closed b on b.scope = -c.line and b.key = c.key
          where o.line = c.line and o.flow = c.flow and o.seq = c.seq returning o.*)
        insert into bus.held ({HeldColumns}, held_at) select {MovedColumns}, clock_timestamp() from moved m
        """;

    /// <summary>The key is open again: what was held goes back to its place.</summary>
    public const string Unhold =
        """
        with moved as (
          delete from bus.held h using unnest($1, $2) v(line, key) where h.scope = -v.line and h.key = v.key returning h.*)
        insert into bus.outbound (line, flow, seq, id, type, schema, key, origin, origin_key, saga, cause, conversation, sent_at, trace, body)
        select -m.scope, m.flow, m.seq, m.id, m.type, m.schema, m.key, m.origin, m.origin_key, m.saga, m.cause, m.conversation, m.sent_at, m.trace,
          m.body
        from moved m
        """;

    public const string Park =
        $"""
        with gone as (
          delete from bus.outbound o using unnest($1, $2, $3) v(line, flow, seq)
          where o.line = v.line and o.flow = v.flow and o.seq = v.seq returning o.*),
        gone_later as (
          delete from bus.later o using unnest($1, $3) v(line, seq) where o.line = v.line and o.seq = v.seq
          returning o.line, o.flow, o.seq, o.id, o.type, o.schema, o.key, o.origin, o.origin_key, o.saga, o.cause, o.conversation, o.sent_at, o.trace,
            o.body),
        m as (select * from gone union all select * from gone_later),
        closed as (
          insert into bus.blocked (scope, key, reason, since)
          select -m.line, m.key, v.reason, clock_timestamp() from m join unnest($1, $3, $4) v(line, seq, reason) on v.line = m.line and v.seq = m.seq
          on conflict (scope, key) do nothing)
        insert into bus.parked ({HeldColumns}, attempts, error, parked_at)
        select {MovedColumns}, v.attempts, v.reason, clock_timestamp()
        from m join unnest($1, $3, $4, $5) v(line, seq, reason, attempts) on v.line = m.line and v.seq = m.seq
        """;

    /// <summary>Only a newer build understands the call: it goes to the head of what its key holds.</summary>
    public const string HoldForNewerBuild =
        $"""
        with gone as (
          delete from bus.outbound o using unnest($1, $2, $3) v(line, flow, seq)
          where o.line = v.line and o.flow = v.flow and o.seq = v.seq returning o.*),
        gone_later as (
          delete from bus.later o using unnest($1, $3) v(line, seq) where o.line = v.line and o.seq = v.seq
          returning o.line, o.flow, o.seq, o.id, o.type, o.schema, o.key, o.origin, o.origin_key, o.saga, o.cause, o.conversation, o.sent_at, o.trace,
            o.body),
        m as (select * from gone union all select * from gone_later),
        closed as (
          insert into bus.blocked (scope, key, reason, since, kind)
          select -m.line, m.key, $4, clock_timestamp(), $5 from m
          on conflict (scope, key) do nothing)
        insert into bus.held ({HeldColumns}, held_at) select {MovedColumns}, clock_timestamp() from m
        """;

    public const string InsertDoubts =
        """
        insert into bus.doubt (message, attempt, line, type, key, kind, reason, at)
        select u.*, clock_timestamp() from unnest($1, $2, $3, $4, $5, $6, $7) u
        on conflict (message, attempt) do nothing
        """;

    public const string UpdateCircuits =
        """
        update bus.line l set circuit = v.state, circuit_since = clock_timestamp()
        from unnest($1, $2) v(id, state) where l.id = v.id
        """;
}
