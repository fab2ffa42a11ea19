namespace DichVuCong.Runtime.Lanes;

/// <summary>The SQL of the lanes' low-water marks. Marks are written only by who holds the lane.</summary>
internal static class MarkCommands
{
    /// <summary>
    /// Raises the marks of lanes ($1) that were last looked at over 30 seconds ago: to where living messages began at that look, or begin now,
    /// whichever is lower. A transaction that drew a lower number before that look has ended since. An empty lane begins where the next number
    /// is drawn.
    /// </summary>
    public const string Raise =
        """
        with recursive old as materialized (
            select m.lane from bus.mark m where m.lane = any($1) and m.looked_at < clock_timestamp() - interval '30 seconds'),
        pair(lane, flow, seq) as (
            select o.lane, f.flow, f.seq
            from old o
            cross join lateral (select r.flow, r.seq from bus.ready r where r.lane = o.lane order by r.flow, r.seq limit 1) f
          union all
            select p.lane, f.flow, f.seq
            from pair p
            cross join lateral (
              select r.flow, r.seq from bus.ready r where r.lane = p.lane and r.flow > p.flow order by r.flow, r.seq limit 1) f),
        low as (
          select o.lane, coalesce(min(p.seq), (select s.last_value from bus.message_seq s)) as seq
          from old o left join pair p on p.lane = o.lane group by o.lane order by o.lane)
        update bus.mark m set mark = least(m.next_mark, l.seq), next_mark = l.seq, looked_at = clock_timestamp()
        from low l where m.lane = l.lane
        """;

    /// <summary>For a statement whose <c>back</c> holds messages that go back with their old numbers: the marks go down to them.</summary>
    public const string LoweredToWhatIsBack =
        """
        lowered as (
          update bus.mark m set mark = least(m.mark, v.seq), next_mark = least(m.next_mark, v.seq)
          from (select b.lane, min(b.seq) as seq from back b group by b.lane) v
          where m.lane = v.lane and (m.mark > v.seq or m.next_mark > v.seq))
        """;

    /// <summary>Messages were put back into lanes ($1) with their old numbers, from $2 on: the marks go down to them.</summary>
    public const string Lower =
        """
        update bus.mark m set mark = least(m.mark, v.seq), next_mark = least(m.next_mark, v.seq)
        from unnest($1, $2) v(lane, seq)
        where m.lane = v.lane and (m.mark > v.seq or m.next_mark > v.seq)
        """;
}
