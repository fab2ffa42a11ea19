namespace DichVuCong.Registries.Payments.Ledger;

/// <summary>The questions of the check. $1 partner, $2 and $3 days, each null for all; $4 how many rows at most.</summary>
internal static class LedgerSql
{
    /// <summary>
    /// What each payment of the scope comes to, and where it stands. Kept for the transaction, since several questions begin with it. A payment's
    /// number may have become known after its first entries: the greatest text is the number.
    /// </summary>
    public const string MakePayments =
        """
        create temporary table payments on commit drop as
        select e.day, e.partner, e.reference, e.payment, max(e.transaction_no) transaction_no,
          coalesce(sum(case when e.from_account = 'payer' then e.amount end), 0)
            - coalesce(sum(case when e.to_account = 'payer' then e.amount end), 0) collected,
          coalesce(sum(case when starts_with(e.to_account, 'beneficiary:') then e.amount end), 0)
            - coalesce(sum(case when starts_with(e.from_account, 'beneficiary:') then e.amount end), 0) settled,
          coalesce(sum(case when e.to_account = 'refunds:' || e.partner then e.amount end), 0)
            - coalesce(sum(case when e.from_account = 'refunds:' || e.partner then e.amount end), 0) refunded,
          coalesce(sum(case when e.to_account = 'clearing:' || e.partner then e.amount end), 0)
            - coalesce(sum(case when e.from_account = 'clearing:' || e.partner then e.amount end), 0) held
        from payment.ledger_entry e
        where ($1::text is null or e.partner = $1) and ($2::date is null or e.day >= $2) and ($3::date is null or e.day <= $3)
        group by e.day, e.partner, e.reference, e.payment
        """;

    /// <summary>What was collected of each order by the transactions that partners told of, those that two orders claim included.</summary>
    public const string MakeTold =
        """
        create temporary table told on commit drop as
        select t.day, t.partner, t.reference, sum(t.amount)::bigint amount
        from (
          select day, partner, reference, amount from payment.transaction where result = 1
          union all
          select day, partner, reference, amount from payment.transaction_claim where result = 1) t
        where ($1::text is null or t.partner = $1) and ($2::date is null or t.day >= $2) and ($3::date is null or t.day <= $3)
        group by t.day, t.partner, t.reference
        """;

    /// <summary>The orders that have a payment in the scope, in either book, with all of their entries.</summary>
    public const string MakeOrders =
        """
        create temporary table orders on commit drop as
        select k.reference, count(e.entry)::bigint entries, coalesce(max(e.entry), 0)::bigint highest, coalesce(min(e.entry), 1)::bigint lowest,
          (coalesce(sum(e.amount) filter (where e.from_account = 'payer'), 0)
            - coalesce(sum(e.amount) filter (where e.to_account = 'payer'), 0))::bigint collected,
          (coalesce(sum(e.amount) filter (where starts_with(e.to_account, 'beneficiary:')), 0)
            - coalesce(sum(e.amount) filter (where starts_with(e.from_account, 'beneficiary:')), 0))::bigint settled,
          coalesce(sum(e.amount) filter (where starts_with(e.to_account, 'refunds:')), 0)::bigint refunded
        from (select reference from payments union select reference from told) k
        left join payment.ledger_entry e on e.reference = k.reference
        group by k.reference
        """;

    public const string Analyse = "analyze payments; analyze told; analyze orders";

    public const string CountOrders = "select count(*) from orders";

    /// <summary>
    /// An inquiry is on a payment when it names it, or names no payment of the order at all. A payment whose entries know no number yet may have
    /// one by now in every other row: it is any of the order's.
    /// </summary>
    public const string Days =
        """
        with held as (
          select p.*, p.held <> 0 and exists (
            select from payment.difference d left join payment.inquiry i on i.difference = d.id
            where d.reference = p.reference and (p.transaction_no = '' or coalesce(d.transaction_no, '') in ('', p.transaction_no))
              and i.state is distinct from 4) inquired
          from payments p),
        ledger as (
          select day, partner, sum(collected)::bigint collected, sum(settled)::bigint settled, sum(refunded)::bigint refunded,
            coalesce(sum(held) filter (where inquired), 0)::bigint differences, coalesce(sum(held) filter (where not inquired), 0)::bigint clearing
          from held group by day, partner),
        registry as (select day, partner, sum(amount)::bigint amount from told group by day, partner)
        select coalesce(l.partner, r.partner), coalesce(l.day, r.day), coalesce(l.collected, 0), coalesce(r.amount, 0), coalesce(l.settled, 0),
          coalesce(l.refunded, 0), coalesce(l.differences, 0), coalesce(l.clearing, 0)
        from ledger l full join registry r on r.day = l.day and r.partner = l.partner
        order by 2, 1
        """;

    /// <summary>Which accounts an entry's kind joins: 1 collected, 2 reversed, 3 settled, 4 refunded.</summary>
    public const string WrongEntries =
        """
        select e.reference, e.partner, e.day, 0::bigint, e.amount, format('%s: %s -> %s', e.entry, e.from_account, e.to_account)
        from payment.ledger_entry e
        where ($1::text is null or e.partner = $1) and ($2::date is null or e.day >= $2) and ($3::date is null or e.day <= $3)
          and (e.amount <= 0 or not case e.kind
            when 1 then e.from_account = 'payer' and e.to_account = 'clearing:' || e.partner
            when 2 then e.from_account = 'clearing:' || e.partner and e.to_account = 'payer'
            when 3 then e.from_account = 'clearing:' || e.partner and starts_with(e.to_account, 'beneficiary:')
            when 4 then e.to_account = 'refunds:' || e.partner and (e.from_account = 'clearing:' || e.partner or starts_with(e.from_account, 'beneficiary:'))
            else false end)
        order by e.reference, e.entry limit $4
        """;

    public const string MissingEntries =
        """
        select o.reference, null::text, null::date, o.highest, o.entries, ''
        from orders o where o.entries <> o.highest or o.lowest <> 1
        order by o.reference limit $1
        """;

    public const string Overdrawn =
        """
        select p.reference, p.partner, p.day, 0::bigint, least(p.collected, p.settled, p.refunded, p.held)::bigint, p.transaction_no
        from payments p
        where least(p.collected, p.settled, p.refunded, p.held) < 0 or p.collected <> p.settled + p.refunded + p.held
        order by p.reference, p.payment limit $1
        """;

    public const string OrdersDiffering =
        """
        select o.reference, null::text, null::date, f.expected, f.found, f.figure
        from orders o
        left join payment.payment_order r on r.reference = o.reference
        cross join lateral (values
          ('order', 1::bigint, case when r.reference is null then 0::bigint else 1 end),
          ('collected', coalesce(r.collected, o.collected), o.collected),
          ('settled', coalesce(r.settled, o.settled), o.settled),
          ('refunded', coalesce(r.refunded, o.refunded), o.refunded)) f(figure, expected, found)
        where f.expected <> f.found
        order by o.reference, f.figure limit $1
        """;

    public const string CollectedDiffering =
        """
        select coalesce(l.reference, t.reference), coalesce(l.partner, t.partner), coalesce(l.day, t.day), coalesce(t.amount, 0), coalesce(l.amount, 0), ''
        from (select day, partner, reference, sum(collected)::bigint amount from payments group by day, partner, reference) l
        full join told t on t.reference = l.reference and t.partner = l.partner and t.day = l.day
        where coalesce(l.amount, 0) <> coalesce(t.amount, 0)
        order by 1 limit $1
        """;

    public const string RefundedDiffering =
        """
        select o.reference, null::text, null::date, coalesce(r.amount, 0), o.refunded, ''
        from orders o
        left join lateral (select sum(f.amount)::bigint amount from payment.refund f where f.reference = o.reference and f.state = 3) r on true
        where coalesce(r.amount, 0) <> o.refunded
        order by o.reference limit $1
        """;

    public const string Contradictions =
        """
        select c.reference, e.partner, e.day, e.amount, (convert_from(c.told, 'UTF8')::jsonb ->> 'amount')::bigint, c.entry::text
        from payment.ledger_contradiction c join payment.ledger_entry e on e.reference = c.reference and e.entry = c.entry
        where ($1::text is null or e.partner = $1) and ($2::date is null or e.day >= $2) and ($3::date is null or e.day <= $3)
        order by c.reference, c.entry limit $4
        """;

    public const string DoubleClaims =
        """
        select c.reference, c.partner, c.day, 0::bigint, c.amount, format('%s: %s', c.transaction_no, t.reference)
        from payment.transaction_claim c
        join payment.transaction t on t.partner = c.partner and t.transaction_no = c.transaction_no and t.transaction_no <> ''
        where c.result = 1 and t.result = 1
          and ($1::text is null or c.partner = $1) and ($2::date is null or c.day >= $2) and ($3::date is null or c.day <= $3)
        order by c.reference limit $4
        """;

    /// <summary>Money that is held is awaited (the order is paid by it), on its way back, or was inquired about - be the inquiry closed by now.</summary>
    public const string Unwatched =
        """
        select p.reference, p.partner, p.day, 0::bigint, p.held::bigint, p.transaction_no
        from payments p
        where p.held > 0
          and not exists (
            select from payment.payment_order o
            where o.reference = p.reference and o.state in (7, 8) and o.partner = p.partner and p.transaction_no in ('', o.transaction_no))
          and not exists (
            select from payment.refund f
            where f.reference = p.reference and f.partner = p.partner and p.transaction_no in ('', f.transaction_no) and f.state in (1, 2))
          and not exists (
            select from payment.difference d
            where d.reference = p.reference and (p.transaction_no = '' or coalesce(d.transaction_no, '') in ('', p.transaction_no)))
        order by p.reference, p.payment limit $1
        """;
}
