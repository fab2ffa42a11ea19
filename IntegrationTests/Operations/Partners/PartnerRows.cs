using DichVuCong.Testing;

namespace DichVuCong.Operations.Tests.Partners;

/// <summary>Partners as hosts leave them in the tables.</summary>
internal static class PartnerRows
{
    public static Task AddAsync(TestDatabase database) => database.ScalarAsync<long>(
        """
        with host as (
          insert into bus.host (id, kind, machine, build, workers, started_at, heartbeat) values (gen_random_uuid(), 'worker', 'm', '1', 2, now(), now()) returning id),
        line as (
          insert into bus.line (partner, owner, circuit, limits)
          select p.partner, host.id, p.circuit, '{"callsPerSecond": 20}' from host, (values
            ('onestop:H29', 'open'), ('onestop:H26', 'closed'), ('sms', 'closed'), ('email', 'closed')) p(partner, circuit) returning id, partner),
        orphan as (insert into bus.line (partner) values ('bank:ocb') returning id),
        outcome as (
          insert into bus.line_outcome (line, kind, at, side, reason, milliseconds)
          select l.id, o.kind, now() - make_interval(mins => o.ago), o.side, o.reason, 120
          from line l join (values
            ('onestop:H29', 1, 60, null, ''), ('onestop:H29', 4, 1, 'network', 'no answer after sending'),
            ('sms', 1, 1, null, ''), ('sms', 3, 30, 'partner', 'status 503'), ('email', 3, 2, 'us', 'the recipient could not be read')) o(partner, kind, ago, side, reason)
            on o.partner = l.partner),
        minute as (
          insert into bus.line_minute (line, minute, done, refused, failed, unclear, milliseconds, longest)
          select id, date_trunc('minute', now()), 8, 0, 1, 1, 2000, 900 from line where partner = 'sms'),
        waiting as (
          insert into bus.outbound (line, flow, id, type, schema, key, origin, origin_key, saga, conversation, sent_at, body)
          select id, 1, gen_random_uuid(), 1, 1, 'k', 1, 'k', 1, gen_random_uuid(), now() - interval '2 hours', '' from line where partner = 'onestop:H29')
        select count(*) from line
        """);
}
