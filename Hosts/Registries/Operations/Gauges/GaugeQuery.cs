using DichVuCong.Runtime.Telemetry;

namespace DichVuCong.Registries.Operations.Gauges;

/// <summary>What is asked of the database for a gauge: a column for each of its labels, in their order, and the value.</summary>
/// <param name="Metric">The gauge.</param>
/// <param name="Sql">The question.</param>
internal sealed record GaugeQuery(Metric Metric, string Sql)
{
    /// <summary>
    /// A backlog is counted up to a million: whether it is one or ten makes no difference to whoever is woken by it, and much to the server.
    /// </summary>
    private const string Most = "limit 1000000";

    private const string Queues =
        $"""
        with queue as (
          select 'ready' queue, endpoint::int place, sent_at from (select endpoint, sent_at from bus.ready {Most}) r
          union all select 'waiting', endpoint, sent_at from (select endpoint, sent_at from bus.waiting {Most}) w
          union all select 'outbound', -line, sent_at from (select line, sent_at from bus.outbound {Most}) o
          union all select 'later', -line, sent_at from (select line, sent_at from bus.later {Most}) l
          union all select 'held', scope, sent_at from (select scope, sent_at from bus.held {Most}) h
          union all select 'parked', scope, sent_at from (select scope, sent_at from bus.parked {Most}) p
          union all select 'calling', -line, started from bus.attempt),
        place as (
          select id::int place, name from bus.word where kind = 'endpoint'
          union all select -id, partner from bus.line)
        """;

    /// <summary>All of them. They are read in one transaction, so that they fit together.</summary>
    public static IReadOnlyList<GaugeQuery> All { get; } =
    [
        new(GaugeMetrics.Queued, $"{Queues} select q.queue, coalesce(p.name, '?'), count(*)::float8 from queue q left join place p using (place) group by 1, 2"),
        new(
            GaugeMetrics.Oldest,
            $"""
            {Queues} select q.queue, coalesce(p.name, '?'), greatest(0, extract(epoch from clock_timestamp() - min(q.sent_at)))::float8
            from queue q left join place p using (place) group by 1, 2
            """),
        new(
            GaugeMetrics.Circuit,
            "select partner, max(case circuit when 'open' then 2 when 'half-open' then 1 else 0 end)::float8 from bus.line group by partner"),
        new(
            GaugeMetrics.Paused,
            """
            select l.partner, r.reason, max(r.value)::float8
            from bus.line l
            cross join lateral (values
              ('operator', l.stopped::int),
              ('maintenance', exists (
                select from bus.line_window w where w.line = l.id and w.starts_at <= clock_timestamp() and clock_timestamp() < w.ends_at)::int)) r(reason, value)
            group by 1, 2
            """),
        new(
            GaugeMetrics.ClocksRunning,
            $"""
            select (case when c.n < 1000000 then c.n else greatest(c.n, (select reltuples from pg_class where oid = 'bus.clock_due'::regclass)) end)::float8
            from (select count(*) n from (select from bus.clock where state = 1 {Most}) few) c
            """),
        new(
            GaugeMetrics.ClocksSoon,
            $"""
            select w.name, c.n::float8
            from (
              select name, count(*) n
              from (
                select name from bus.clock
                where state = 1 and lane = any(array(select lane from bus.mark)) and due between clock_timestamp() and clock_timestamp() + interval '24 hours' {Most}) soon
              group by name) c
            join bus.word w on w.id = c.name
            """),
        new(
            GaugeMetrics.ClocksOverdue,
            $"""
            select 'running', count(*)::float8
            from (
              select from bus.clock where state = 1 and lane = any(array(select lane from bus.mark)) and due < clock_timestamp() - interval '5 seconds' {Most}) late
            union all
            select 'held', count(*)::float8 from bus.held h join bus.word w on w.id = h.type and w.name = 'bus.clock-fired.v1'
            """),
        new(
            GaugeMetrics.Daily,
            """
            with recursive agency(code) as (
                (select agency from dossier.daily order by agency limit 1)
              union all
                select (select d.agency from dossier.daily d where d.agency > a.code order by d.agency limit 1) from agency a where a.code is not null)
            select split_part(a.code, '.', 1), f.name, sum(d.amount)::float8
            from agency a
            join dossier.daily d on d.agency = a.code and d.day = (now() at time zone 'Asia/Ho_Chi_Minh')::date
            join (values (1, 'filed'), (2, 'received_at_counter'), (3, 'delivered'), (4, 'accepted'), (5, 'finished_on_time'), (6, 'finished_late'),
              (11, 'became_overdue'), (12, 'undelivered')) f(figure, name) on f.figure = d.figure
            group by 1, 2
            """),
        new(
            GaugeMetrics.Differences,
            """
            select d.partner, case when coalesce(i.overdue, false) or coalesce(i.deadline, d.deadline) < now() then 'overdue' else 'open' end, count(*)::float8
            from payment.difference d left join payment.inquiry i on i.difference = d.id
            where coalesce(i.state, 1) <> 4 group by 1, 2
            """),
        new(
            GaugeMetrics.RunAge,
            """
            select partner, extract(epoch from clock_timestamp() - max(completed_at))::float8
            from payment.reconciliation_run where state = 2 group by partner
            """),
        new(GaugeMetrics.Drift, "select system, sum(differing)::float8 from account.comparison group by system"),
        new(GaugeMetrics.Hosts, "select kind, count(*)::float8 from bus.host where heartbeat > clock_timestamp() - interval '10 seconds' group by kind"),
    ];
}
