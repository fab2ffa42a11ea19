namespace DichVuCong.Registries.Reconciliation;

/// <summary>The SQL that fixes the bank's side of a run.</summary>
internal static class FreezeStatementSql
{
    /// <summary>
    /// Whether a finding is carried any further: not when two persons closed its inquiry (one that an earlier file closed by itself has come back),
    /// nor for ever when it was told to its order, which has inquiries of its own. $2 the day before which the latter end.
    /// </summary>
    private const string IsCarried =
        """
        not exists (
          select 1 from payment.inquiry q join payment.inquiry_step a on a.difference = q.difference and a.step = 4
          where q.difference = fr.difference and q.state = 4)
        and not exists (
          select 1 from payment.reconciliation_finding f
          join payment.reconciliation_entry e on e.run = fr.run and e.side = fr.side and e.id = fr.id and e.day < $2
          where f.run = fr.run and f.difference = fr.difference and f.action = 4)
        """;

    /// <summary>
    /// What two persons closed, with rows in the files that this one corrects; changed, where this one does not say all of it again.
    /// $1 the file, $2 the corrected files, $3 the partner, $4 the day.
    /// </summary>
    private const string Signed =
        """
        signed as (
          select distinct x.difference, x.side, x.id
          from payment.reconciliation_run r
          join payment.reconciliation_finding_row x on x.run = r.id
          where r.partner = $3 and r.state = 2 and r.as_of >= $4
            and exists (select 1 from payment.inquiry q where q.difference = x.difference and q.state = 4)
            and exists (select 1 from payment.inquiry_step a where a.difference = x.difference and a.step = 4)
            and exists (
              select 1 from payment.reconciliation_finding_row y
              where y.run = r.id and y.difference = x.difference and y.side = 1 and (y.id >> 32) = any($2))),
        changed as (
          select distinct g.difference
          from signed g
          join payment.statement_line l on l.id = g.id
          where g.side = 1 and (g.id >> 32) = any($2) and not exists (
            select 1 from payment.statement_line n
            where n.id between $1 << 32 and ($1 << 32) | 4294967295
              and (n.kind, n.partner_reference, n.amount, n.bank_date, n.account, n.status)
                = (l.kind, l.partner_reference, l.amount, l.bank_date, l.account, l.status)
              and n.our_reference is not distinct from l.our_reference and n.at is not distinct from l.at))
        """;

    /// <summary>What of ours the run before left open. $1 previous run, $2 the day before which what was told to orders ends.</summary>
    public const string OpenItems =
        $"""
        insert into open_item
        select fr.id from payment.reconciliation_finding_row fr where fr.run = $1 and fr.side = 0 and {IsCarried}
        """;

    /// <summary>Where what of ours is open is gathered.</summary>
    public const string OpenItem = "create temp table open_item (id bigint not null) on commit drop";

    /// <summary>Where the bank's lines are gathered.</summary>
    public const string ChosenLine = "create temp table chosen_line (id bigint not null) on commit drop";

    /// <summary>
    /// What the run of the same day matched with a file that this one corrects: it is matched again. $1 the day's last run, $2 the corrected files.
    /// </summary>
    public const string ReopenedItems =
        """
        insert into open_item
        select distinct m.ledger from payment.reconciliation_match m
        where m.run = $1 and (m.statement >> 32) = any($2) and not exists (select 1 from open_item o where o.id = m.ledger)
        """;

    /// <summary>What two persons closed, and this file tells otherwise than it was: ours is matched again. The parameters of the above.</summary>
    public const string ReopenedSigned =
        $"""
        insert into open_item
        with {Signed}
        select distinct g.id from signed g join changed c on c.difference = g.difference
        where g.side = 0 and not exists (select 1 from open_item o where o.id = g.id)
        """;

    /// <summary>The movements of the file, without the bank's fees. $1 the file.</summary>
    public const string FileLines =
        """
        insert into chosen_line
        select l.id from payment.statement_line l where l.id between $1 << 32 and ($1 << 32) | 4294967295 and l.kind not in (4, 8)
        """;

    /// <summary>
    /// The same for a file that corrects others: a line that stood in one of those and was matched by the run of another day is matched already, and
    /// one that two persons closed is closed. $1 the file, $2 the corrected files, $3 the partner, $4 the day.
    /// </summary>
    public const string CorrectedFileLines =
        $"""
        insert into chosen_line
        with {Signed},
        told as (
          select m.statement as id
          from payment.reconciliation_run r
          join payment.reconciliation_match m on m.run = r.id
          where r.partner = $3 and r.day <> $4 and r.state = 2 and r.as_of >= $4 and (m.statement >> 32) = any($2)
          union
          select g.id from signed g
          where g.side = 1 and (g.id >> 32) = any($2) and not exists (select 1 from changed c where c.difference = g.difference)),
        consumed as (
          select s.kind, s.partner_reference, s.our_reference, s.amount, s.at, s.bank_date, s.account, s.status, count(*) as n
          from told t
          join payment.statement_line s on s.id = t.id
          group by 1, 2, 3, 4, 5, 6, 7, 8),
        line as (
          select l.*, row_number() over (
            partition by l.kind, l.partner_reference, l.our_reference, l.amount, l.at, l.bank_date, l.account, l.status order by l.id) as place
          from payment.statement_line l where l.id between $1 << 32 and ($1 << 32) | 4294967295 and l.kind not in (4, 8))
        select l.id from line l
        left join consumed c on (c.kind, c.partner_reference, c.amount, c.bank_date, c.account, c.status)
            = (l.kind, l.partner_reference, l.amount, l.bank_date, l.account, l.status)
          and c.our_reference is not distinct from l.our_reference and c.at is not distinct from l.at
        where l.place > coalesce(c.n, 0)
        """;

    /// <summary>
    /// What of the bank's the run before left open, but for the files that this one corrects. $1 previous run, $2 as above, $3 the corrected
    /// files.
    /// </summary>
    public const string OpenLines =
        $"""
        insert into chosen_line
        select fr.id from payment.reconciliation_finding_row fr
        where fr.run = $1 and fr.side = 1 and (fr.id >> 32) <> all($3) and {IsCarried}
        """;

    /// <summary>
    /// The bank's side. A line without a reference of ours has that of the payment whose number it names. A status that is not agreed is unknown.
    /// $1 run, $2 file, $3 partner, $4 codes, $5 statuses.
    /// </summary>
    public const string Entries =
        """
        insert into payment.reconciliation_entry (run, side, id, kind, status, carried, passive, amount, at, day, reference, transaction_no, account, agency)
        select $1, 1, l.id, case when l.kind in (1, 5) then 1 when l.kind in (2, 6) then 2 else 3 end, coalesce(c.status, 4), (l.id >> 32) <> $2, false,
          case when l.kind in (1, 6, 7) then l.amount else -l.amount end,
          coalesce(l.at, l.bank_date::timestamp at time zone 'Asia/Ho_Chi_Minh'), l.bank_date, coalesce(o.reference, t.reference, l.our_reference),
          l.partner_reference, l.account, coalesce(o.agency, p.agency)
        from chosen_line x
        join payment.statement_line l on l.id = x.id
        left join payment.payment_order o on o.reference = l.our_reference
        left join payment.transaction t on o.reference is null and t.partner = $3 and t.transaction_no = l.partner_reference and t.transaction_no <> ''
        left join payment.payment_order p on p.reference = t.reference
        left join unnest($4::text[], $5::smallint[]) c(code, status) on c.code = l.status
        """;
}
