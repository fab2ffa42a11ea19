namespace DichVuCong.Bench.Reconciling;

/// <summary>The statements of the comparison. Kinds: 1 payment, 2 refund, 3 settlement; the cut-off is 23:00, times lie up to five minutes apart.</summary>
internal static class SqlClasses
{
    public const string Join =
        """
        set work_mem = '256MB';
        analyze ledger;
        analyze statement;
        create temp table joined as
        select reference, kind, l.n as ln, s.n as sn, l.amount as la, s.amount as sa, l.status as ls, s.status as ss, l.account, l.time, l.late
        from (select reference, kind, count(*) n, sum(amount) amount, min(status) status, min(account) account, min(time) time, bool_or(time % 86400 >= 82800) late
              from ledger group by reference, kind) l
        full join (select reference, kind, count(*) n, sum(amount) amount, min(status) status
                   from statement where reference is not null group by reference, kind) s using (reference, kind);
        create temp table near as
        select l.reference
        from joined l join statement s on s.reference is null and s.kind = l.kind and s.amount = l.la and s.account = l.account and abs(s.time - l.time) <= 300
        where l.sn is null and l.kind = 1;
        create temp table summed as
        select l.n
        from (select account, kind, time / 86400 as day, count(*) n, sum(la) amount from joined where sn is null and kind = 3 group by 1, 2, 3) l
        join statement s on s.reference is null and s.kind = l.kind and s.account = l.account and s.time / 86400 = l.day and s.amount = l.amount;
        """;

    public const string Count =
        """
        select class, sum(ledger)::bigint, sum(statement)::bigint
        from (
          select case
              when sn is null and late then 'ExpectedLater'
              when (sn is null or ln is null) and kind = 2 then 'RefundUnmatched'
              when sn is null then 'MissingAtBank'
              when ln is null then 'MissingHere'
              when ln <> sn and la * sn = sa * ln then 'Matched'
              when la <> sa then 'AmountDiffers'
              when ls <> ss then 'StatusDiffers'
              else 'Matched' end as class,
            coalesce(ln, 0) as ledger,
            case when ln <> sn and la * sn = sa * ln then least(ln, sn) else coalesce(sn, 0) end as statement
          from joined j
          where not (sn is null and (kind = 3 or exists (select from near n where n.reference = j.reference)))
          union all select 'Duplicate', 0, sn - ln from joined where sn > ln and la * sn = sa * ln
          union all select 'Matched', 1, 1 from near
          union all select 'Matched', n, 1 from summed
        ) classed
        group by class
        """;
}
