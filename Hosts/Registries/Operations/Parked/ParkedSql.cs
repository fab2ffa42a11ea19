namespace DichVuCong.Registries.Operations.Parked;

/// <summary>The statements about parked messages.</summary>
internal static class ParkedSql
{
    /// <summary>
    /// Whose a message is, is its dossier's or its payment's agency. A call's key may be that of a notice: the saga that ordered it tells.
    /// $1 restricts to agencies, null for all.
    /// </summary>
    private const string Rows =
        """
        select p.id, p.scope, md5(coalesce(l.partner, e.name, '?') || chr(10) || t.name || chr(10) || p.error) as cause,
          coalesce(l.partner, e.name, '?') as place, p.key, t.name as type, p.error, p.attempts, p.sent_at, p.parked_at,
          (select count(*) from bus.held h where h.scope = p.scope and h.key = p.key) as waiting,
          p.scope < 0 or p.reply_to is not null as own,
          coalesce(
            (select d.agency from dossier.dossier d where d.code = p.key), (select d.agency from dossier.dossier d where d.code = p.origin_key),
            (select o.agency from payment.payment_order o where o.reference = p.key), (select o.agency from payment.payment_order o where o.reference = p.origin_key),
            (select o.agency from payment.obligation o where o.id = p.key), (select o.agency from payment.obligation o where o.id = p.origin_key)) as agency,
          r.ordered_at
        from bus.parked p
        join bus.word t on t.id = p.type
        left join bus.word e on e.id = p.endpoint and p.scope > 0
        left join bus.line l on l.id = -p.scope
        left join operations.parked_order r on r.message = p.id and r.scope = p.scope and r.parked_at = p.parked_at
        """;

    public const string Causes =
        $"""
        select cause, place, type, error, bool_or(scope < 0), count(*), sum(waiting)::bigint, min(parked_at), count(ordered_at)
        from ({Rows}) x where $1::text[] is null or agency = any($1)
        group by cause, place, type, error order by count(*) desc, min(parked_at)
        """;

    public const string List =
        $"""
        select * from ({Rows}) x where ($1::text[] is null or agency = any($1)) and ($2::text is null or cause = $2) and (not $3 or ordered_at is null)
        order by parked_at, id limit $4
        """;

    public const string One = $"select * from ({Rows} where p.id = $1 and ($2::int is null or p.scope = $2)) x order by scope";

    public const string Body = "select body from bus.parked where id = $1 and scope = $2";

    public const string Held =
        """
        select h.id, t.name, h.sent_at from bus.held h join bus.word t on t.id = h.type where h.scope = $1 and h.key = $2 order by h.seq limit 50
        """;

    /// <summary>The clocks of the saga that the message is for, or that ordered the call.</summary>
    public const string Clocks =
        """
        select w.name, c.due, c.budget
        from bus.parked p
        join bus.saga s on case when p.scope < 0 then s.id = p.saga else s.type = p.endpoint and s.key = p.key end
        join bus.clock c on c.saga = s.id and c.state = 1
        join bus.word w on w.id = c.name
        where p.id = $1 and p.scope = $2 order by c.due
        """;

    public const string Deadline =
        """
        select d.deadline from bus.parked p join dossier.dossier d on d.code = p.key or d.code = p.origin_key
        where p.id = $1 and p.scope = $2 and d.finished_at is null and d.deadline is not null
        """;

    public const string Ordered =
        """
        insert into operations.parked_order (message, scope, parked_at, action, approval, ordered_at)
        select p.id, p.scope, p.parked_at, $4, $5, $6 from bus.parked p where p.id = $1 and p.scope = $2 and p.parked_at = $3
        on conflict do nothing
        """;

    public const string Progress =
        """
        select count(*), count(*) filter (where p.parked_at = o.parked_at), count(*) filter (where p.parked_at > o.parked_at)
        from operations.parked_order o left join bus.parked p on p.id = o.message and p.scope = o.scope
        where o.approval = $1
        """;
}
