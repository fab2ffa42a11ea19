namespace DichVuCong.Registries.Reconciliation;

/// <summary>The SQL of what follows from a run.</summary>
internal static class ConsequenceSql
{
    /// <summary>
    /// What the planner knows of a run is from before it: no rows, it thinks, and goes through all of them for each (five minutes for five thousand
    /// findings).
    /// </summary>
    public const string Measure = "analyze payment.reconciliation_entry, payment.reconciliation_finding, payment.reconciliation_finding_row";

    public const string ToOrders =
        """
        update payment.reconciliation_finding f set action = 4
        where f.run = $1 and f.kind = 3 and f.action = 1 and exists (
          select 1 from payment.reconciliation_finding_row r
          join payment.reconciliation_entry e on e.run = r.run and e.side = r.side and e.id = r.id
          join payment.payment_order o on o.reference = e.reference
          where r.run = f.run and r.difference = f.difference and r.side = 1 and e.amount < 0)
          and not exists (
            select 1 from payment.reconciliation_finding_row r
            join payment.reconciliation_entry e on e.run = r.run and e.side = r.side and e.id = r.id
            left join payment.payment_order o on o.reference = e.reference
            where r.run = f.run and r.difference = f.difference and r.side = 1 and (o.reference is null or e.amount >= 0))
        """;

    public const string AwaitedOnce =
        """
        update payment.reconciliation_finding f set action = 1
        where f.run = $1 and f.action = 3 and exists (
          select 1 from payment.reconciliation_finding p where p.run = $2 and p.difference = f.difference and p.action in (1, 3))
        """;

    public const string PassiveAlone =
        """
        update payment.reconciliation_finding f set action = 0
        where f.run = $1 and f.action = 1 and not exists (
          select 1 from payment.reconciliation_finding_row r
          join payment.reconciliation_entry e on e.run = r.run and e.side = r.side and e.id = r.id
          where r.run = f.run and r.difference = f.difference and (r.side = 1 or not e.passive))
        """;

    /// <summary>The first row of ours tells of it, or the bank's first. A row that the run before expected later is one that did not come.</summary>
    public const string Opened =
        """
        select f.difference, f.class, f.kind, f.ledger_amount, f.statement_amount, o.reference, coalesce(e.agency, o.agency), e.transaction_no, e.day,
          exists (
            select 1 from payment.reconciliation_finding_row r
            join payment.reconciliation_finding_row b on b.run = $2 and b.side = r.side and b.id = r.id
            join payment.reconciliation_finding p on p.run = b.run and p.difference = b.difference and p.class = 8
            where r.run = f.run and r.difference = f.difference)
        from payment.reconciliation_finding f
        cross join lateral (
          select e.reference, e.agency, e.day,
            coalesce(nullif(nullif(e.transaction_no, '~'), ''), (
              select s.transaction_no from payment.reconciliation_finding_row x
              join payment.reconciliation_entry s on s.run = x.run and s.side = x.side and s.id = x.id
              where x.run = f.run and x.difference = f.difference and x.side = 1 order by x.id limit 1), '') as transaction_no
          from payment.reconciliation_finding_row r
          join payment.reconciliation_entry e on e.run = r.run and e.side = r.side and e.id = r.id
          where r.run = f.run and r.difference = f.difference order by r.side, r.id limit 1) e
        left join payment.payment_order o on o.reference = e.reference
        where f.run = $1 and f.action = 1 and f.difference > $3
          and not exists (select 1 from payment.reconciliation_finding p where p.run = $2 and p.difference = f.difference and p.action = 1)
        order by f.difference limit $4
        """;

    public const string Carried =
        """
        select f.difference from payment.reconciliation_finding f
        join payment.reconciliation_finding p on p.run = $2 and p.difference = f.difference and p.action = 1
        where f.run = $1 and f.action = 1 and f.difference > $3 order by f.difference limit $4
        """;

    /// <summary>The row of an inquiry may lag behind: only what two persons closed needs no word.</summary>
    public const string Resolved =
        """
        select p.difference from payment.reconciliation_finding p
        where p.run = $2 and p.action = 1 and p.difference > $3
          and not exists (select 1 from payment.reconciliation_finding f where f.run = $1 and f.difference = p.difference and f.action = 1)
          and not exists (
            select 1 from payment.inquiry q join payment.inquiry_step a on a.difference = q.difference and a.step = 4
            where q.difference = p.difference and q.state = 4)
        order by p.difference limit $4
        """;

    public const string Confirmed =
        """
        select f.difference, e.reference, l.partner_reference, l.amount, l.at, l.bank_date
        from payment.reconciliation_finding f
        join payment.reconciliation_finding_row r on r.run = f.run and r.difference = f.difference and r.side = 1
        join payment.reconciliation_entry e on e.run = r.run and e.side = 1 and e.id = r.id
        join payment.statement_line l on l.id = r.id
        where f.run = $1 and f.action = 2 and f.difference > $2
        order by f.difference limit $3
        """;

    /// <summary>
    /// Of a pair the line's amount; of several to one, what each has in it. The place tells lines apart that a bank writes twice: it stays the same
    /// when the bank sends its file once more.
    /// </summary>
    public const string Settled =
        """
        with told as (
          select m.statement as line, g.reference, g.transaction_no, least(abs(g.amount), abs(s.amount)) as amount
          from payment.reconciliation_match m
          join payment.reconciliation_entry g on g.run = m.run and g.side = 0 and g.id = m.ledger and g.kind = 3
          join payment.reconciliation_entry s on s.run = m.run and s.side = 1 and s.id = m.statement
          where m.run = $1 and s.amount < 0
          union all
          select r.id, e.reference, coalesce(o.transaction_no, e.transaction_no), abs(e.amount)
          from payment.reconciliation_finding f
          join payment.reconciliation_finding_row r on r.run = f.run and r.difference = f.difference and r.side = 1
          join payment.reconciliation_entry e on e.run = r.run and e.side = 1 and e.id = r.id
          join payment.payment_order o on o.reference = e.reference
          where f.run = $1 and f.action = 4)
        select t.line, t.reference, t.transaction_no, t.amount, l.account, o.bank, o.account_number, l.bank_date, l.partner_reference,
          (select count(*) from payment.statement_line b
            where b.id between (t.line >> 32) << 32 and t.line and b.kind = 3 and b.partner_reference = l.partner_reference
              and coalesce(b.our_reference, '') = coalesce(l.our_reference, ''))::int
        from told t
        join payment.statement_line l on l.id = t.line
        join payment.payment_order o on o.reference = t.reference
        where (t.line, t.reference) > ($2, $3)
        order by t.line, t.reference limit $4
        """;

    public const string Complete =
        """
        update payment.reconciliation_run set state = 2, digest = $2, opened = $3, resolved = $4, carried = $5, confirmed = $6, settled = $7,
          completed_by = $8, completed_at = now()
        where id = $1 and state = 1
        """;
}
