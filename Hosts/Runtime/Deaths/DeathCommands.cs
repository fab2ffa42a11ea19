namespace DichVuCong.Runtime.Deaths;

/// <summary>The SQL about hosts that died and what they had in hand.</summary>
internal static class DeathCommands
{
    /// <summary>The namespace of the locks that living hosts hold.</summary>
    public const int LockSpace = 0x44564854; // "DVHT"

    /// <summary>After so many deaths over a lane, what was in hand there runs one message at a time.</summary>
    public const int DeathsUntilCaution = 2;

    /// <summary>Draws a number and locks it; nobody else has drawn it, so nobody waits.</summary>
    public const string DrawNumber = "select n.no from (select nextval('bus.host_no')::int as no) n, pg_advisory_lock($1, n.no)";

    public const string ShowNumber = "update bus.host set no = $2 where id = $1";

    public const string Note =
        """
        insert into bus.lane_note (host, worker, lanes, up_to, message) values ($1, $2, $3, $4, $5)
        on conflict (host, worker) do update set lanes = excluded.lanes, up_to = excluded.up_to, message = excluded.message
        """;

    public const string Forget = "delete from bus.lane_note where host = $1 and worker = $2";

    /// <summary>
    /// The notes of hosts whose lock is free become deaths of lanes and suspicions against messages. Deaths that lie ten minutes apart have
    /// nothing to do with each other.
    /// </summary>
    public const string Count =
        """
        with gone as materialized (
          select h.id from (select id, no from bus.host where id <> $1 and no is not null offset 0) h where pg_try_advisory_xact_lock($2, h.no)),
        note as (delete from bus.lane_note n using gone g where n.host = g.id returning n.lanes, n.up_to, n.message),
        death as (
          insert into bus.lane_death (lane, deaths, up_to, at)
          select l.lane, 1, max(l.up_to), clock_timestamp()
          from note n cross join lateral unnest(n.lanes, n.up_to) l(lane, up_to)
          group by l.lane order by l.lane
          on conflict (lane) do update set
            deaths = case when lane_death.at < clock_timestamp() - interval '10 minutes' then 1 else lane_death.deaths + 1 end,
            up_to = greatest(lane_death.up_to, excluded.up_to), at = excluded.at
          returning lane),
        suspected as (
          insert into bus.suspect (message, lane, at)
          select n.message, n.lanes[1], clock_timestamp() from note n where n.message is not null order by n.message
          on conflict (message) do nothing
          returning message)
        select (select count(*) from death), (select count(*) from suspected)
        """;

    /// <summary>The next message of a lane that was in the hands of one who died.</summary>
    public const string ClaimOne =
        """
        delete from bus.ready where ctid = (
          select r.ctid from bus.ready r where r.lane = $1 and r.seq <= $2 order by r.flow, r.seq limit 1)
        returning lane, flow, seq, id, type, schema, endpoint, key, reply_to, reply_key, cause, conversation, sent_at, trace, body
        """;

    public const string TakeSuspicion = "delete from bus.suspect where message = $1 returning lane";

    /// <summary>Nothing of what was in hand is left in these lanes: they are as good as any other.</summary>
    public const string ForgetDeaths =
        """
        delete from bus.lane_death d
        where d.lane = any($1) and not exists (select from bus.ready r where r.lane = d.lane and r.seq <= d.up_to)
        """;
}
