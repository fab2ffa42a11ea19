using DichVuCong.Registries.Operations.Gauges;
using DichVuCong.Registries.Schema;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Telemetry;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Telemetry.Tests;

internal sealed class When_gauges_are_read
{
    private const string Rows =
        """
        insert into bus.word (kind, name) values ('endpoint', 'dossiers'), ('type', 'test.note.v1'), ('type', 'bus.clock-fired.v1'), ('clock', 'deadline');
        insert into bus.line (partner, circuit, stopped) values ('onestop:H29', 'open', false), ('sms', 'closed', true), ('email', 'half-open', false);
        insert into bus.line_window (line, starts_at, ends_at, announcement)
          select id, now() - interval '1 hour', now() + interval '1 hour', 'Bảo trì' from bus.line where partner = 'email';
        insert into bus.ready (lane, flow, seq, id, type, schema, endpoint, key, conversation, sent_at, body)
          select 1, 1, n, gen_random_uuid(), t.id, 1, e.id, 'k' || n, gen_random_uuid(), now() - make_interval(mins => n), ''
          from generate_series(1, 3) n, bus.word t, bus.word e where t.name = 'test.note.v1' and e.name = 'dossiers';
        insert into bus.held (lane, flow, seq, id, type, schema, endpoint, key, conversation, sent_at, body, scope, held_at)
          select 1, 1, 9, gen_random_uuid(), t.id, 1, e.id, 'k', gen_random_uuid(), now(), '', e.id, now()
          from bus.word t, bus.word e where t.name = 'bus.clock-fired.v1' and e.name = 'dossiers';
        insert into bus.outbound (line, flow, id, type, schema, key, origin, origin_key, saga, conversation, sent_at, body)
          select l.id, 1, gen_random_uuid(), 1, 1, 'k', 1, 'k', 1, gen_random_uuid(), now() - interval '2 hours', '' from bus.line l where l.partner = 'sms';
        insert into bus.clock (saga, name, lane, serial, due, state)
          select n, w.id, 5, 1, now() + make_interval(hours => n), 1 from generate_series(-1, 40) n, bus.word w where w.name = 'deadline' and n <> 0;
        insert into dossier.daily (agency, day, figure, lane, amount)
          values ('H29.1', (now() at time zone 'Asia/Ho_Chi_Minh')::date, 1, 0, 5), ('H29.2', (now() at time zone 'Asia/Ho_Chi_Minh')::date, 1, 3, 2),
            ('G01', (now() at time zone 'Asia/Ho_Chi_Minh')::date, 11, 0, 1), ('G01', '2020-01-01', 11, 0, 100);
        insert into payment.difference (id, kind, partner, day, expected, found, deadline, found_at)
          values ('d1', 1, 'ocb', '2025-07-01', 1, 0, now() + interval '1 day', now()), ('d2', 1, 'ocb', '2025-07-01', 1, 0, now() - interval '1 day', now()),
            ('d3', 1, 'ocb', '2025-07-01', 1, 0, now() - interval '1 day', now());
        insert into payment.inquiry (difference, day, state, state_since, answers, deadline, claim_until, overdue)
          values ('d3', '2025-07-01', 4, now(), 0, now(), now(), true);
        insert into payment.reconciliation_run (partner, day, number, file, as_of, state, begun_by, completed_at, cut_off)
          values ('ocb', '2025-07-01', 1, 1, '2025-07-01', 2, 't', now() - interval '1 hour', '23:00');
        insert into account.comparison (system, agency, run, state, differing, found, at) values ('H29', 'H29.1', 1, 3, 2, 2, now()), ('H29', 'H29.2', 4, 3, 1, 9, now());
        insert into bus.host (id, kind, machine, build, workers, started_at, heartbeat)
          values (gen_random_uuid(), 'worker', 'm', '1', 2, now(), now() + interval '1 hour'), (gen_random_uuid(), 'worker', 'm', '1', 2, now(), now() - interval '1 hour');
        """;

    private TestDatabase _database = null!;
    private RuntimeDatabase _connections = null!;

    [SetUp]
    public async Task Create()
    {
        _database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        _connections = new RuntimeDatabase(_database.ConnectionString);
        await using var command = _database.Source.CreateCommand(Rows);
        await command.ExecuteNonQueryAsync();
    }

    [TearDown]
    public async Task Drop()
    {
        await _connections.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Should_show_what_the_database_holds()
    {
        using var reader = NewReader();
        using var meter = new MeterRecorder(reader.Meter);
        await reader.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => meter.ReadGauges().Count > 0, "a reading");

        var read = meter.ReadGauges();
        Value(GaugeMetrics.Queued, "ready", "dossiers").ShouldBe(3);
        Value(GaugeMetrics.Queued, "held", "dossiers").ShouldBe(1);
        Value(GaugeMetrics.Queued, "outbound", "sms").ShouldBe(1);
        Value(GaugeMetrics.Oldest, "ready", "dossiers").ShouldBe(180, tolerance: 60);
        Value(GaugeMetrics.Oldest, "outbound", "sms").ShouldBe(7200, tolerance: 60);
        Value(GaugeMetrics.Circuit, "onestop:H29").ShouldBe(2);
        Value(GaugeMetrics.Circuit, "email").ShouldBe(1);
        Value(GaugeMetrics.Circuit, "sms").ShouldBe(0);
        Value(GaugeMetrics.Paused, "sms", "operator").ShouldBe(1);
        Value(GaugeMetrics.Paused, "sms", "maintenance").ShouldBe(0);
        Value(GaugeMetrics.Paused, "email", "maintenance").ShouldBe(1);
        Value(GaugeMetrics.ClocksRunning).ShouldBe(41);
        Value(GaugeMetrics.ClocksSoon, "deadline").ShouldBeInRange(23, 24);
        Value(GaugeMetrics.ClocksOverdue, "running").ShouldBe(1);
        Value(GaugeMetrics.ClocksOverdue, "held").ShouldBe(1);
        Value(GaugeMetrics.Daily, "H29", "filed").ShouldBe(7);
        Value(GaugeMetrics.Daily, "G01", "became_overdue").ShouldBe(1);
        Value(GaugeMetrics.Differences, "ocb", "open").ShouldBe(1);
        Value(GaugeMetrics.Differences, "ocb", "overdue").ShouldBe(1);
        Value(GaugeMetrics.RunAge, "ocb").ShouldBe(3600, tolerance: 60);
        Value(GaugeMetrics.Drift, "H29").ShouldBe(3);
        Value(GaugeMetrics.Hosts, "worker").ShouldBe(1);
        Value(GaugeMetrics.Reading).ShouldBeGreaterThan(0);
        foreach (var metric in GaugeMetrics.All)
        {
            read.Where(one => one.Metric == metric.Name).ShouldAllBe(one => one.Unit == metric.Unit && one.Labels.Keys.Order().SequenceEqual(metric.Labels.Order()));
        }

        double Value(Metric metric, params string[] labels) => read.Single(
            one => one.Metric == metric.Name && metric.Labels.Select(label => one.Labels[label]).SequenceEqual(labels)).Value;
    }

    [Test]
    public async Task Should_be_read_by_one_host_and_by_another_when_that_one_goes()
    {
        using var first = NewReader();
        using var second = NewReader();
        using var meter = new MeterRecorder(first.Meter);
        using var other = new MeterRecorder(second.Meter);
        await first.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => meter.ReadGauges().Count > 0, "the first host reads");

        await second.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync(
            async () => await _database.ScalarAsync<long>("select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())") == 1,
            "one holds the lock");
        other.ReadGauges().ShouldBeEmpty();

        await first.StopAsync(CancellationToken.None);
        meter.ReadGauges().ShouldBeEmpty("what is no longer read is no longer shown");
        await Eventually.HoldsAsync(() => other.ReadGauges().Count > 0, "the second host reads");
        await second.StopAsync(CancellationToken.None);
    }

    private GaugeReader NewReader() =>
        new(_connections, new GaugeOptions(TimeSpan.FromMilliseconds(100)), TimeProvider.System, NullLogger<GaugeReader>.Instance);
}
