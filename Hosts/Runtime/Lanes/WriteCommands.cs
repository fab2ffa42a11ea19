namespace DichVuCong.Runtime.Lanes;

/// <summary>The SQL with which a batch writes what it decided. Every multi-row statement gets its rows sorted by their key.</summary>
internal static class WriteCommands
{
    /// <summary>A row count below the number of rows means that somebody else wrote one of our sagas: a defect, and all rolls back.</summary>
    public const string UpdateSagas =
        """
        update bus.saga s set version = v.version, schema = v.schema, last_now = v.last_now, state = v.state
        from unnest($1, $2, $3, $4, $5, $6) v(id, loaded, version, schema, last_now, state)
        where s.id = v.id and s.version = v.loaded
        """;

    public const string InsertSagas =
        """
        insert into bus.saga (id, type, key, flow, version, schema, last_now, state)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    public const string InsertReady =
        """
        insert into bus.ready (lane, flow, id, type, schema, endpoint, key, reply_to, reply_key, cause, conversation, sent_at, trace, body)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """;

    public const string InsertOutbound =
        """
        insert into bus.outbound (line, flow, id, type, schema, key, origin, origin_key, saga, cause, conversation, sent_at, trace, body)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """;

    /// <summary>Back to where it was: same place, same sequence number.</summary>
    public const string PutBack =
        """
        insert into bus.ready (lane, flow, seq, id, type, schema, endpoint, key, reply_to, reply_key, cause, conversation, sent_at, trace, body)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """;

    public const string InsertHeld =
        """
        insert into bus.held
          (lane, flow, seq, id, type, schema, endpoint, key, reply_to, reply_key, cause, conversation, sent_at, trace, body, scope, held_at)
        select u.*, $17 from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) u
        """;

    public const string InsertParked =
        """
        insert into bus.parked
          (lane, flow, seq, id, type, schema, endpoint, key, reply_to, reply_key, cause, conversation, sent_at, trace, body, scope, error,
           attempts, parked_at)
        select u.*, 1, $18 from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) u
        """;

    public const string InsertBlocked =
        """
        insert into bus.blocked (scope, key, reason, since, kind)
        select u.*, $4, $5 from unnest($1, $2, $3) u
        on conflict (scope, key) do nothing
        """;

    public const string InsertWaiting =
        """
        insert into bus.waiting
          (lane, flow, seq, id, type, schema, endpoint, key, reply_to, reply_key, cause, conversation, sent_at, trace, body, until)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """;

    /// <summary>The sagas that this batch started: what waited for them can run.</summary>
    public const string ReleaseWaiting =
        $"""
        with back as (
          delete from bus.waiting w using unnest($1, $2) k(endpoint, key) where w.endpoint = k.endpoint and w.key = k.key
          returning w.lane, w.flow, w.seq, w.id, w.type, w.schema, w.endpoint, w.key, w.reply_to, w.reply_key, w.cause, w.conversation,
            w.sent_at, w.trace, w.body),
        {MarkCommands.LoweredToWhatIsBack}
        insert into bus.ready (lane, flow, seq, id, type, schema, endpoint, key, reply_to, reply_key, cause, conversation, sent_at, trace, body)
        select * from back
        """;

    public const string SetClocks =
        """
        insert into bus.clock (saga, name, lane, serial, due, rule, calendar, calendar_version, started, budget, used, state)
        select u.*, 1 from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) u
        on conflict (saga, name) do update set serial = excluded.serial, due = excluded.due, rule = excluded.rule, calendar = excluded.calendar,
          calendar_version = excluded.calendar_version, started = excluded.started, budget = excluded.budget, used = excluded.used, state = 1
        """;

    public const string SuspendClocks =
        """
        update bus.clock c set state = 2, used = v.used, serial = v.serial
        from unnest($1, $2, $3, $4) v(saga, name, used, serial)
        where c.saga = v.saga and c.name = v.name
        """;

    public const string DeleteClocks = "delete from bus.clock c using unnest($1, $2) v(saga, name) where c.saga = v.saga and c.name = v.name";

    public const string MarkFired =
        "update bus.clock c set state = 3 from unnest($1, $2) v(saga, name) where c.saga = v.saga and c.name = v.name and c.state = 1";

    public const string MoveClocks =
        """
        update bus.clock c set due = v.due, calendar_version = v.calendar_version
        from unnest($1, $2, $3, $4) v(saga, name, due, calendar_version)
        where c.saga = v.saga and c.name = v.name and c.state = 1
        """;

    public const string InsertJournal =
        """
        insert into bus.journal (at, saga, n, lane, batch, type, outcome, edge, calendar, message, cause, took)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    public const string InsertChain = "insert into bus.chain (at, lane, batch, rows, hash) select $1, u.* from unnest($2, $3, $4, $5) u";

    public const string UpdateChainHeads =
        "update bus.lane l set batch = v.batch, hash = v.hash from unnest($1, $2, $3) v(lane, batch, hash) where l.lane = v.lane";
}
