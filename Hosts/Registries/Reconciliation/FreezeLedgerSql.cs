namespace DichVuCong.Registries.Reconciliation;

/// <summary>
/// The SQL that fixes our side of a run. What must be in the bank's file is there by its day; what need not be (payments that failed, that are
/// not known, that were taken back, orders nobody has paid yet, settlements that are due) is only there when the bank names it, and is passive.
/// </summary>
internal static class FreezeLedgerSql
{
    /// <summary>A payment that was kept without a number has got one. $1 partner.</summary>
    public const string Renumber =
        """
        update payment.reconciliation_item i set number = n.transaction_no
        from (
          select distinct on (i.id) i.id, t.transaction_no from payment.reconciliation_item i
          join payment.transaction t on t.partner = i.partner and t.reference = i.reference and t.transaction_no <> ''
          where i.partner = $1 and i.number = '' and i.kind in (1, 3, 5)
            and not exists (select 1 from payment.transaction u where u.partner = i.partner and u.reference = i.reference and u.transaction_no = '')
            and not exists (
              select 1 from payment.reconciliation_item k
              where k.partner = i.partner and k.kind = i.kind and k.reference = i.reference and k.number = t.transaction_no)
          order by i.id, t.paid_at, t.transaction_no) n
        where i.id = n.id
        """;

    /// <summary>Where our rows are gathered.</summary>
    public const string Chosen =
        """
        create temp table chosen (
          kind smallint not null, reference text collate "C" not null, number text collate "C" not null, status smallint not null, passive boolean not null,
          carried boolean not null, amount bigint not null, at timestamptz not null, day date not null, transaction_no text collate "C" not null,
          account text collate "C" not null, agency text collate "C") on commit drop
        """;

    /// <summary>Where the references are gathered that the bank names.</summary>
    public const string Named =
        """create temp table named (kind smallint not null, reference text collate "C" not null, number text collate "C" not null) on commit drop""";

    /// <summary>The references that the bank names. $1 run.</summary>
    public const string Names =
        """
        insert into named
        select distinct e.kind, e.reference, e.transaction_no from payment.reconciliation_entry e where e.run = $1 and e.side = 1 and e.reference is not null
        """;

    /// <summary>
    /// Payments: those of the day and those told late of days that were reconciled, once; those that were left open; and, whatever became of
    /// them, those that the bank names. $1 partner, $2 day, $3 as of, $4 days to look back.
    /// </summary>
    public const string Payments =
        """
        insert into chosen
        with key as (
          select t.reference, t.transaction_no, false as is_open from payment.transaction t
          where t.partner = $1 and t.result = 1 and t.day = $2
          union
          select t.reference, t.transaction_no, false from payment.transaction t
          where t.partner = $1 and t.result = 1 and t.day = $2 + 1 and t.paid_at < (($2 + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
          union
          select t.reference, t.transaction_no, false from payment.transaction t
          where t.partner = $1 and t.result = 1 and t.day between $3 - $4 and $3
            and exists (select 1 from payment.reconciliation_run r where r.partner = $1 and r.day = t.day and r.state = 2)
          union
          select t.reference, t.transaction_no, false from named n
          join payment.transaction t on t.partner = $1 and t.reference = n.reference and (t.result in (1, 4) or t.transaction_no = n.number)
          where n.kind = 1
          union
          select i.reference, i.number, true from open_item o join payment.reconciliation_item i on i.id = o.id where i.kind = 1 and i.number <> '~'),
        once as (select k.reference, k.transaction_no, bool_or(k.is_open) as is_open from key k group by 1, 2)
        select 1, t.reference, t.transaction_no, case t.result when 2 then 3 when 3 then 4 else 1 end, t.result <> 1, k.is_open, t.amount, t.paid_at, t.day,
          t.transaction_no, case when t.result = 1 then o.account_number else '' end, o.agency
        from once k
        join payment.transaction t on t.reference = k.reference and t.partner = $1 and t.transaction_no = k.transaction_no
        join payment.payment_order o on o.reference = t.reference
        left join payment.reconciliation_item i on i.partner = $1 and i.kind = 1 and i.reference = k.reference and i.number = k.transaction_no
        where k.is_open or i.done_run is null
        """;

    /// <summary>What the partner took back: its file may show the payment and the way back, or neither. $1 partner.</summary>
    public const string Reversals =
        """
        insert into chosen
        select 5, t.reference, t.transaction_no, 1, true, coalesce(p.id is not null, false), -t.amount, t.paid_at, t.day, t.transaction_no, '', o.agency
        from payment.transaction t
        join payment.payment_order o on o.reference = t.reference
        left join payment.reconciliation_item i on i.partner = $1 and i.kind = 5 and i.reference = t.reference and i.number = t.transaction_no
        left join open_item p on p.id = i.id
        where t.partner = $1 and t.result = 4
          and (p.id is not null or (i.done_run is null and exists (select 1 from named n where n.kind = 1 and n.reference = t.reference)))
          and t.reference in (
            select n.reference from named n where n.kind = 1
            union all select x.reference from open_item y join payment.reconciliation_item x on x.id = y.id where x.kind = 5)
        """;

    /// <summary>
    /// Orders that the bank names and of which the partner told nothing yet, or only of other tries: they are awaited, expired, or over. One paid
    /// elsewhere is over, be it in part: a second payment is for people. $1 partner, $2 day.
    /// </summary>
    public const string Awaited =
        """
        insert into chosen
        select 1, o.reference, '~', case when o.state in (1, 2, 4) then 2 when o.state = 3 then 4 when o.state = 5 and o.collected = 0 then 6 else 5 end, true, false, o.amount,
          o.created_at, $2, '', '', o.agency
        from (select distinct n.reference from named n where n.kind = 1) n
        join payment.payment_order o on o.reference = n.reference
        where not exists (
          select 1 from payment.transaction t
          where t.partner = $1 and t.reference = o.reference
            and (t.result in (1, 4) or exists (select 1 from named k where k.kind = 1 and k.reference = t.reference and k.number = t.transaction_no)))
        """;

    /// <summary>
    /// Refunds: those that are done, by the day on which they were, and any that the bank names. What the agency gave back itself is in no file.
    /// $1 partner, $2 day, $3 as of, $4 days to look back, $5 cut-off.
    /// </summary>
    public const string Refunds =
        """
        insert into chosen
        with refund as (
          select r.*, ((r.since at time zone 'Asia/Ho_Chi_Minh') + (interval '24 hours' - $5))::date as day from payment.refund r
          where r.partner = $1 and (
            r.since >= (($3 - $4 - 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
            or r.reference in (
              select n.reference from named n where n.kind = 2
              union all select i.reference from open_item o join payment.reconciliation_item i on i.id = o.id where i.kind = 2)
            or r.since >= ($2 - 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))
        select 2, r.reference, r.number::text, case r.state when 3 then 1 when 4 then 3 else 2 end, r.state <> 3, coalesce(p.id is not null, false),
          -r.amount, r.since, r.day,
          r.transaction_no, case when r.state = 3 then o.account_number else '' end, o.agency
        from refund r
        join payment.payment_order o on o.reference = r.reference
        left join payment.reconciliation_item i on i.partner = $1 and i.kind = 2 and i.reference = r.reference and i.number = r.number::text
        left join open_item p on p.id = i.id
        where not exists (
            select 1 from payment.refund_decision d
            where d.agency = o.agency and d.number = r.decision and d.reference = r.reference and d.partner = r.partner
              and d.transaction_no = r.transaction_no and d.route = 2)
          and (
            p.id is not null
            or (i.done_run is null and (
              (r.state = 3 and (
                r.day = $2
                or (r.day = $2 + 1 and r.since < (($2 + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))
                or (r.day between $3 - $4 and $3 and exists (select 1 from payment.reconciliation_run q where q.partner = $1 and q.day = r.day
                  and q.state = 2))))
              or exists (select 1 from named n where n.kind = 2 and n.reference = r.reference))))
        """;

    /// <summary>
    /// What is due to beneficiaries: of orders that the bank's settlements name, of accounts and days that it settles in one sum, and, where that is
    /// agreed, of payments whose settlement is late. $1 partner, $2 day, $3 days to settlement, $4 late after days or null, $5 run, $6 days to look back.
    /// </summary>
    public const string Settlements =
        """
        insert into chosen
        with summed as (
          select distinct upper(regexp_replace(e.account, '[^A-Za-z0-9]', '', 'g')) as account, e.day
          from payment.reconciliation_entry e
          where e.run = $5 and e.side = 1 and e.kind = 3
            and (e.reference is null or not exists (select 1 from payment.payment_order o where o.reference = e.reference))),
        key as (
          select n.reference, 1 as why from named n where n.kind = 3
          union all
          select i.reference, 0 from open_item x join payment.reconciliation_item i on i.id = x.id where i.kind = 3
          union all
          select t.reference, 2 from (select distinct s.day from summed s) s join payment.transaction t on t.partner = $1 and t.day = s.day - $3
          union all
          select t.reference, 3 from payment.transaction t
          where $4::int is not null and t.partner = $1 and t.day between $2 - $4::int - $6 and $2 - $4::int
            and exists (select 1 from payment.reconciliation_run r where r.partner = $1 and r.day = t.day and r.state = 2)),
        once as (select k.reference, min(k.why) as why, bool_or(k.why in (0, 3)) as is_active from key k group by 1),
        due as (
          select t.reference, t.transaction_no, t.day, o.account_number, o.agency, k.why, k.is_active,
            least(o.amount, t.amount - coalesce((
              select sum(r.amount) from payment.refund r
              where r.reference = t.reference and r.partner = t.partner and r.transaction_no = t.transaction_no and r.state <> 4), 0))::bigint as amount
          from once k
          join payment.payment_order o on o.reference = k.reference and o.partner = $1
          join payment.transaction t on t.reference = o.reference and t.partner = $1 and t.transaction_no = o.transaction_no and t.result = 1)
        select 3, d.reference, d.transaction_no, 1, not d.is_active, p.id is not null, -d.amount, ((d.day + $3)::timestamp at time zone 'Asia/Ho_Chi_Minh'),
          d.day,
          d.transaction_no, case when d.why = 1 then '' else d.account_number end, d.agency
        from due d
        left join payment.reconciliation_item i on i.partner = $1 and i.kind = 3 and i.reference = d.reference and i.number = d.transaction_no
        left join open_item p on p.id = i.id
        where d.amount > 0 and (p.id is not null or i.id is null)
          and (d.why <> 2 or exists (
            select 1 from summed s
            where s.day = d.day + $3 and s.account = upper(regexp_replace(d.account_number, '[^A-Za-z0-9]', '', 'g'))))
        """;

    /// <summary>Every row of ours that takes part has a number for ever. $1 run, $2 partner.</summary>
    public const string Items =
        """
        insert into payment.reconciliation_item (partner, kind, reference, number, run, done_run)
        select $2, c.kind, c.reference, c.number, $1, case when c.status = 1 then $1 end from chosen c order by c.kind, c.reference, c.number
        on conflict (partner, kind, reference, number) do update set done_run = coalesce(payment.reconciliation_item.done_run, excluded.done_run)
        """;

    /// <summary>Our side. $1 run, $2 partner.</summary>
    public const string Entries =
        """
        insert into payment.reconciliation_entry (run, side, id, kind, status, carried, passive, amount, at, day, reference, transaction_no, account, agency)
        select $1, 0, i.id, case when c.kind = 5 then 1 else c.kind end, c.status, c.carried, c.passive, c.amount, c.at, c.day, c.reference,
          c.transaction_no, c.account, c.agency
        from chosen c
        join payment.reconciliation_item i on i.partner = $2 and i.kind = c.kind and i.reference = c.reference and i.number = c.number
        """;

    /// <summary>Runs that were begun and never ended: what they fixed is let go, and fixed anew. $1 partner.</summary>
    public const string Abandon =
        """
        with gone as (delete from payment.reconciliation_run r where r.partner = $1 and r.state = 1 returning r.id),
        entries as (delete from payment.reconciliation_entry e using gone g where e.run = g.id),
        items as (delete from payment.reconciliation_item i using gone g where i.partner = $1 and i.run = g.id)
        update payment.reconciliation_item i set done_run = null from gone g where i.partner = $1 and i.done_run = g.id and i.run <> g.id
        """;
}
