using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Work;
using DichVuCong.Registries.Schema;
using DichVuCong.Registries.Sealing;
using DichVuCong.Testing;

namespace DichVuCong.Registries.Tests.Operations;

internal sealed class When_something_needs_a_human
{
    private const string Rows =
        """
        insert into bus.word (kind, name) values ('type', 'dossiers.status.v1'), ('endpoint', 'dossiers'), ('clock', 'deadline'), ('clock', 'silence');
        insert into bus.line (partner, circuit, circuit_since) values ('onestop:H29', 'open', now() - interval '1 hour'), ('onestop:G12', 'closed', null),
          ('sms', 'open', now());
        insert into bus.line_window (line, starts_at, ends_at, announcement)
        select id, now() - interval '1 hour', now() + interval '1 hour', 'announced' from bus.line where partner = 'sms';
        insert into dossier.dossier (code, procedure, agency, origin, channel, central, flow, caller, filed_at, state, state_since, receipt_version, deadline)
        select c, '1.000001', a, 1, 1, true, 1, 'portal', now(), 2, now(), 1, now() + interval '3 hours'
        from (values ('H29-1', 'H29'), ('H29-2', 'H29.101'), ('G12-1', 'G12'), ('G12-2', 'G12')) v(c, a);
        insert into bus.parked (lane, flow, seq, id, type, schema, endpoint, key, conversation, sent_at, body, scope, parked_at, attempts, error)
        select 1, 1, n, gen_random_uuid(), t.id, 1, e.id, k, gen_random_uuid(), now(), '{}', e.id, now() - n * interval '1 minute', 1, r
        from (values (1, 'H29-1', 'the state is unknown'), (2, 'H29-2', 'the state is unknown'), (3, 'G12-1', 'another cause')) v(n, k, r),
          bus.word t, bus.word e where t.kind = 'type' and e.kind = 'endpoint';
        insert into bus.saga (id, type, key, flow, version, schema, last_now, state)
        select row_number() over (), e.id, d.code, 1, 1, 1, now(), '{}' from dossier.dossier d, bus.word e where e.kind = 'endpoint';
        insert into bus.clock (saga, name, lane, serial, due, state)
        select s.id, w.id, 3, 1, now() + case when s.key = 'G12-2' then interval '3 days' else interval '3 hours' end, 1
        from bus.saga s, bus.word w where w.kind = 'clock' and (w.name = 'deadline') = (s.key <> 'G12-1');
        insert into dossier.task (code, cause, candidates) values ('H29-9', 'several', '{H29,H29.101}');
        insert into payment.difference (id, kind, partner, agency, day, expected, found, deadline, found_at)
        select v.i, 5, 'mb', 'G12', '2026-11-20', 1, 2, now(), now() from (values ('d1'), ('d2')) v(i);
        insert into payment.inquiry (difference, day, state, state_since, answers, deadline, claim_until, overdue)
        values ('d1', '2026-11-20', 1, now(), 0, now() - interval '1 day', now(), true), ('d2', '2026-11-20', 4, now(), 0, now(), now(), false)
        """;

    private static readonly Operator Central = new("u1", "An", OperatorRole.Operator, Scope: null);
    private static readonly Operator OfG12 = new("u2", "Bình", OperatorRole.Operator, AgencyCode.Parse("G12"));
    private static readonly Operator Viewer = new("u3", "Chi", OperatorRole.Viewer, Scope: null);

    private TestDatabase _database = null!;
    private WorkDesk _desk = null!;

    [SetUp]
    public async Task FillAsync()
    {
        _database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        await ExecuteAsync(Rows);
        var tree = new AgencyTree();
        await tree.UseAsync(new CatalogueData { Agencies = [AgencyOf("H29", null), AgencyOf("H29.101", "H29"), AgencyOf("G12", null)] }, CancellationToken.None);
        _desk = new WorkDesk(_database.Source, new AccessPolicy(tree), new AuditTrail(KeyRing.Parse(KeyRing.Development), TimeProvider.System), TimeProvider.System);
    }

    [TearDown]
    public Task DropAsync() => _database.DisposeAsync().AsTask();

    [Test]
    public async Task Should_count_each_kind()
    {
        (await CountAsync(Central)).ShouldBe(
        [
            (WorkKind.Parked, 2), (WorkKind.Partner, 1), (WorkKind.Overdue, 0), (WorkKind.Coordination, 1), (WorkKind.Alarm, 0), (WorkKind.SoonOverdue, 2),
            (WorkKind.Difference, 1),
        ]);
    }

    [Test]
    public async Task Should_show_only_the_part_of_the_tree_that_is_ones_own()
    {
        (await CountAsync(OfG12)).ShouldBe(
        [
            (WorkKind.Parked, 1), (WorkKind.Partner, 0), (WorkKind.Overdue, 0), (WorkKind.Coordination, 0), (WorkKind.Alarm, 0), (WorkKind.SoonOverdue, 0),
            (WorkKind.Difference, 1),
        ]);
        var foreign = (await _desk.ListAsync(Central, WorkKind.SoonOverdue, 10, default))[0];
        (await _desk.FindAsync(OfG12, foreign.Id, default)).ShouldBeNull();
        (await Should.ThrowAsync<WorkException>(_desk.StepAsync(OfG12, foreign.Id, WorkStep.Acknowledged, null, null, default))).Field.ShouldBe("item");
    }

    [Test]
    public async Task Should_put_messages_of_one_cause_together()
    {
        var items = await _desk.ListAsync(Central, WorkKind.Parked, 10, default);

        items.Select(item => (item.Count, item.Detail)).ShouldBe(
            [(2, "dossiers.status.v1 @ dossiers: the state is unknown"), (1, "dossiers.status.v1 @ dossiers: another cause")], ignoreOrder: true);
        items.ShouldAllBe(item => item.Due != null);
        items.Single(item => item.Count == 1).Agency.ShouldBe("G12");
        items.Single(item => item.Count == 2).Agency.ShouldBeNull("they are of two agencies");
    }

    [Test]
    public async Task Should_leave_a_partner_in_its_maintenance_window_alone()
    {
        (await _desk.ListAsync(Central, WorkKind.Partner, 10, default)).ShouldHaveSingleItem().Subject.ShouldBe("onestop:H29");
        await ExecuteAsync("update bus.line_window set ends_at = now() - interval '1 minute'");
        (await _desk.ListAsync(Central, WorkKind.Partner, 10, default)).Select(item => item.Subject).ShouldBe(["onestop:H29", "sms"]);
    }

    [Test]
    public async Task Should_follow_a_dossiers_alarm_until_it_ends()
    {
        await ExecuteAsync("update dossier.dossier set alarms = 8 where code = 'H29-1'");
        (await _desk.ListAsync(Central, WorkKind.Alarm, 10, default)).ShouldHaveSingleItem().Subject.ShouldBe("H29-1");
        var since = (await _desk.ListAsync(Central, WorkKind.Alarm, 10, default))[0].Since;

        await ExecuteAsync("update dossier.dossier set state = 3 where code = 'H29-1'");
        (await _desk.ListAsync(Central, WorkKind.Alarm, 10, default)).ShouldHaveSingleItem().Since.ShouldBe(since, "only another alarm is news");
        await ExecuteAsync("update dossier.dossier set alarms = 9, deadline = now() - interval '1 hour' where code = 'H29-1'");
        (await _desk.ListAsync(Central, WorkKind.Alarm, 10, default)).ShouldBeEmpty();
        (await _desk.ListAsync(Central, WorkKind.Overdue, 10, default)).ShouldHaveSingleItem().Due.ShouldNotBeNull();

        await ExecuteAsync("update dossier.dossier set finished_at = now() where code = 'H29-1'");
        (await _desk.ListAsync(Central, WorkKind.Overdue, 10, default)).ShouldBeEmpty();
        await ExecuteAsync("update dossier.dossier set finished_at = null where code = 'H29-1'");
        await ExecuteAsync("update dossier.dossier set alarms = 0 where code = 'H29-1'");
        (await _database.ScalarAsync<long>("select count(*) from operations.alarmed")).ShouldBe(0);
    }

    [Test]
    public async Task Should_keep_who_took_it_and_what_was_said()
    {
        var item = (await _desk.ListAsync(Central, WorkKind.Difference, 10, default)).ShouldHaveSingleItem();
        await _desk.StepAsync(Central, item.Id, WorkStep.Acknowledged, null, null, default);
        await _desk.StepAsync(Central, item.Id, WorkStep.Assigned, "", "Bình", default);
        await _desk.StepAsync(OfG12, item.Id, WorkStep.HandedOver, "Ngân hàng hẹn mai trả lời", "ca đêm", default);
        await _desk.StepAsync(OfG12, item.Id, WorkStep.Noted, "Đã gọi", null, default);

        var after = await _desk.FindAsync(Central, item.Id, default);
        (after!.Assignee, after.Latest!.Step, after.Latest.Note, after.Latest.By).ShouldBe(("ca đêm", WorkStep.Noted, "Đã gọi", "u2"));
        (await new AuditReader(_database.Source).ListAsync(new AuditFilter { Action = "work" }, 10, default))
            .Select(row => (row.Who, row.Action, row.Target, row.Agency, row.Reason)).ShouldBe(
            [
                ("u2", "work.noted", item.Id, "G12", "Đã gọi"), ("u2", "work.handedOver", item.Id, "G12", "Ngân hàng hẹn mai trả lời"),
                ("u1", "work.assigned", item.Id, "G12", null), ("u1", "work.acknowledged", item.Id, "G12", null),
            ]);
        (await _desk.NotesAsync(Central, item.Id, default)).Select(note => (note.Step, note.Assignee)).ShouldBe(
            [(WorkStep.Acknowledged, null), (WorkStep.Assigned, "Bình"), (WorkStep.HandedOver, "ca đêm"), (WorkStep.Noted, null)]);

        // Mended: the thing goes, what was said of it stays.
        await ExecuteAsync("update payment.inquiry set state = 4");
        (await _desk.FindAsync(Central, item.Id, default)).ShouldBeNull();
        (await _desk.NotesAsync(Central, item.Id, default)).Count.ShouldBe(4);
        (await _desk.NotesAsync(OfG12, item.Id, default)).ShouldBeEmpty();
    }

    [TestCase(WorkStep.HandedOver, null, "ca đêm", "note")]
    [TestCase(WorkStep.HandedOver, "xong", " ", "assignee")]
    [TestCase(WorkStep.Assigned, null, null, "assignee")]
    [TestCase(WorkStep.Noted, "  ", null, "note")]
    [TestCase((WorkStep)9, "x", null, "step")]
    public async Task Should_name_the_field_that_is_wrong(WorkStep step, string? note, string? assignee, string field)
    {
        var item = (await _desk.ListAsync(Central, WorkKind.Difference, 10, default))[0];

        (await Should.ThrowAsync<WorkException>(_desk.StepAsync(Central, item.Id, step, note, assignee, default))).Field.ShouldBe(field);
        (await Should.ThrowAsync<WorkException>(_desk.StepAsync(Central, item.Id, WorkStep.Noted, new string('x', WorkDesk.NoteLength + 1), null, default)))
            .Field.ShouldBe("note");
        (await _desk.NotesAsync(Central, item.Id, default)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_let_a_viewer_look_and_not_act()
    {
        var item = (await _desk.ListAsync(Viewer, WorkKind.Difference, 10, default)).ShouldHaveSingleItem();

        await Should.ThrowAsync<AccessRefusedException>(_desk.StepAsync(Viewer, item.Id, WorkStep.Acknowledged, null, null, default));
    }

    [TestCase("difference")]
    [TestCase("7:d1")]
    [TestCase("nothing:d1")]
    [TestCase(":d1")]
    public async Task Should_know_no_such_thing(string id) => (await _desk.FindAsync(Central, id, default)).ShouldBeNull();

    private async Task<IEnumerable<(WorkKind Kind, long Count)>> CountAsync(Operator person) =>
        (await _desk.CountAsync(person, default)).Select(count => (count.Kind, count.Count));

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static Agency AgencyOf(string code, string? parent) => new()
    {
        Code = AgencyCode.Parse(code),
        Name = code,
        Kind = AgencyKind.Ministry,
        Parent = parent is null ? null : AgencyCode.Parse(parent),
        Source = "test",
    };
}
