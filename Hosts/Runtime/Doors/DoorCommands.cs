namespace DichVuCong.Runtime.Doors;

/// <summary>The SQL of the door.</summary>
internal static class DoorCommands
{
    /// <summary>Who comes first is new; the others read what he said.</summary>
    public const string InsertInbox =
        """
        insert into bus.inbox (endpoint, identity, content, answer, at)
        select u.*, clock_timestamp() from unnest($1, $2, $3, $4) u
        on conflict (endpoint, identity) do nothing
        returning endpoint, identity
        """;

    public const string ReadInbox =
        """
        select i.endpoint, i.identity, i.content, i.answer from unnest($1, $2) k(endpoint, identity)
        join bus.inbox i on i.endpoint = k.endpoint and i.identity = k.identity
        """;

    /// <summary>One earlier call, by the name of its kind.</summary>
    public const string RecallInbox =
        """
        select i.content, i.answer from bus.inbox i
        where i.endpoint = (select w.id from bus.word w where w.kind = 'endpoint' and w.name = $1) and i.identity = $2
        """;

    public const string InsertConflicts =
        """
        insert into bus.conflict (endpoint, identity, content, detail, at)
        select u.*, 'same identity, other content', clock_timestamp() from unnest($1, $2, $3) u
        """;

    /// <summary>The door's sessions: an index scan for every look-up, and no statement that outlives its caller's patience.</summary>
    public const string Session =
        """
        set enable_seqscan = off; set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set plan_cache_mode = force_generic_plan; set jit = off;
        set idle_in_transaction_session_timeout = '5s'; set statement_timeout = '10s'; set lock_timeout = '5s'
        """;
}
