namespace DichVuCong.Bench.Filling;

/// <summary>
/// The rows of finished dossiers, as many of each table and as large as production keeps them: the registry for ever, states shrunk after 90 days,
/// the feed 30 days, the door's memory 90 days, the journal in its months. <c>f</c> are the columns of <see cref="FilledDossiers"/>.
/// </summary>
internal static class FillTables
{
    /// <summary>The registry's rows: all that a look-up reads.</summary>
    public const string Dossiers =
        """
        insert into dossier.dossier
          (code, procedure, agency, system, origin, channel, central, flow, caller, submission, applicant, filed_at, state, state_since, receipt_version,
           accepted_at, deadline, own_deadline, finished_at, delivered_at, created_at, updated_at)
        select f.code, '1.001193', f.agency, f.system, 1, 1, false, 4, 'portal', encode(f.own, 'hex'), sha256(f.own), f.at, 10, f.at + interval '9 days', 2,
          f.at + interval '1 hour', f.at + interval '10 days', f.at + interval '10 days', f.at + interval '9 days', f.at + interval '1 minute', f.at,
          f.at + interval '9 days'
        from f
        """;

    public const string Contents =
        "insert into dossier.content (code, revision, key, sealed, stored_at) select f.code, 1, 1, decode(repeat(encode(f.own, 'hex'), 45), 'hex'), f.at from f";

    public const string History =
        """
        insert into dossier.history (code, row_id, system, source, state, at, arrived_at, key, sealed)
        select f.code, substring(sha256(f.own || s.step::text::bytea) for 8), f.system, 1, s.state, f.at + s.step * interval '1 day', f.at + s.step * interval '1 day', 1,
          decode(repeat(encode(f.own, 'hex'), 9), 'hex')
        from f cross join (values (1, 2), (3, 4), (8, 9), (9, 10)) s(step, state)
        """;

    /// <summary>A fresh state has some 700 bytes, a shrunk one 170.</summary>
    public const string Sagas =
        """
        insert into bus.saga (id, type, key, flow, version, schema, last_now, state)
        select -f.i, (select id from bus.word where kind = 'endpoint' and name = 'dossiers'), f.code, 4, 10, 1, f.at + interval '9 days',
          case when f.at < now() - interval '99 days' then convert_to('{"shrunk":"' || repeat(encode(f.own, 'base64'), 6) || '"}', 'UTF8')
            else convert_to('{"dossier":"' || f.code || '","rows":"' || repeat(encode(f.own, 'hex'), 20) || '"}', 'UTF8') end
        from f
        """;

    public const string Inbox =
        """
        insert into bus.inbox (endpoint, identity, content, answer, at)
        select 1, sha256(f.own || 'inbox'::bytea), sha256(f.own), convert_to('{"code":"' || f.code || '"}', 'UTF8'), f.at
        from f where f.at > now() - interval '90 days'
        """;

    public const string Feed =
        """
        insert into dossier.feed (tx, type, code, at, body)
        select '3'::xid8, 'dossiers.dossier-state-changed.v1', f.code, f.at + s.step * interval '1 day', convert_to(repeat(encode(f.own, 'hex'), 5), 'UTF8')
        from f cross join generate_series(1, 8) s(step) where f.at > now() - interval '30 days'
        """;

    /// <summary>Months that are over are never written again: of them it matters only that they are there.</summary>
    public const string Journal =
        """
        insert into bus.journal (at, saga, n, lane, batch, type, outcome, edge, calendar, message, cause)
        select f.at + s.n * interval '1 minute', -f.i, s.n, f.i % 64, f.i / 64, 5, 0, 3, 1, encode(substring(sha256(f.own || s.n::text::bytea) for 16), 'hex')::uuid,
          encode(f.own, 'hex')::uuid
        from f cross join generate_series(1, 11) s(n) where f.at > now() - interval '35 days'
        """;

    /// <summary>
    /// The journal of a database in which no host has run: its types and edges are the vocabulary's, so that a timeline finds their names. It is
    /// kept for twelve months.
    /// </summary>
    public const string NamedJournal =
        """
        insert into bus.journal (at, saga, n, lane, batch, type, outcome, edge, calendar, message, cause)
        select f.at + s.n * interval '19 hours', -f.i, s.n, f.i % 64, f.i / 64,
          (select id from bus.word where kind = 'type' and name = 'dossiers.record-agency-status.v1'), 0,
          (select id from bus.word where kind = 'edge' and name = 'Registered->Accepted'), 1, encode(substring(sha256(f.own || s.n::text::bytea) for 16), 'hex')::uuid,
          encode(f.own, 'hex')::uuid
        from f cross join generate_series(1, 11) s(n)
        """;

    /// <summary>Every table that grows with the number of dossiers.</summary>
    public static IReadOnlyList<string> All { get; } = [Dossiers, Contents, History, Sagas, Inbox, Feed, Journal];
}
