using System.Text;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using Npgsql;

namespace DichVuCong.Operations.Tests.Approvals;

internal sealed class When_a_second_person_is_needed
{
    private readonly MovedClock _clock = new();
    private Desks _desks = null!;

    private ApprovalDesk Desk => _desks.Get<ApprovalDesk>();

    [SetUp]
    public async Task Open()
    {
        _desks = await Desks.OpenAsync(_clock, new Note());
        await _desks.ExecuteAsync("create table note (text text not null, number int not null check (number > 0))");
    }

    [TearDown]
    public async Task Close() => await _desks.DisposeAsync();

    [Test]
    public async Task Should_do_nothing_before_and_what_was_proposed_after_the_second_persons_word()
    {
        var id = await ProposeAsync("7");
        (await NotesAsync()).ShouldBe(0);
        (await Desk.ListAsync(Desks.Minh, ApprovalState.Open, target: null, before: null, 10, CancellationToken.None)).ShouldHaveSingleItem().Id.ShouldBe(id);

        var approval = await Desk.ApproveAsync(Desks.Minh, id, "đã xem", CancellationToken.None);

        (approval.State, approval.Outcome, approval.DecidedName).ShouldBe((ApprovalState.Approved, "noted 7", "Minh"));
        (await NotesAsync()).ShouldBe(2);
        (await ActionsAsync()).ShouldBe(["approval.approve", "test.note", "approval.propose"]);
        (await _desks.Get<AuditVerifier>().VerifyAsync(CancellationToken.None)).IsUnbroken.ShouldBeTrue();
    }

    [Test]
    public async Task Should_refuse_the_one_who_proposed_it()
    {
        var id = await Desk.ProposeAsync(Desks.Minh, Proposal("7"), CancellationToken.None);

        await RefusedAsync(ApprovalRule.SamePerson, () => Desk.ApproveAsync(Desks.Minh, id, "đã xem", CancellationToken.None));
        await RefusedAsync(ApprovalRule.SamePerson, () => Desk.RejectAsync(Desks.Minh, id, "đã xem", CancellationToken.None));
        (await NotesAsync()).ShouldBe(0);
        (await Desk.ApproveAsync(Desks.Nga, id, "đã xem", CancellationToken.None)).State.ShouldBe(ApprovalState.Approved);
    }

    [TestCase(OperatorRole.Viewer)]
    [TestCase(OperatorRole.Operator)]
    [TestCase(OperatorRole.Auditor)]
    public async Task Should_refuse_every_role_but_the_supervisors(OperatorRole role)
    {
        var id = await ProposeAsync("7");
        var other = new Operator("other", "Other", role, Scope: null);

        await Should.ThrowAsync<AccessRefusedException>(() => Desk.ApproveAsync(other, id, "đã xem", CancellationToken.None));
        await Should.ThrowAsync<AccessRefusedException>(() => Desk.RejectAsync(other, id, "đã xem", CancellationToken.None));
        (await NotesAsync()).ShouldBe(0);
    }

    [TestCase(OperatorRole.Viewer)]
    [TestCase(OperatorRole.Auditor)]
    public async Task Should_not_take_a_proposal_from_who_only_looks(OperatorRole role) =>
        await Should.ThrowAsync<AccessRefusedException>(() => Desk.ProposeAsync(new Operator("x", "X", role, Scope: null), Proposal("7"), CancellationToken.None));

    [Test]
    public async Task Should_keep_to_ones_part_of_the_tree()
    {
        await Should.ThrowAsync<AccessRefusedException>(() => Desk.ProposeAsync(Desks.In(Desks.Lan, "H29"), Proposal("7", agency: "H26"), CancellationToken.None));
        await Should.ThrowAsync<AccessRefusedException>(() => Desk.ProposeAsync(Desks.In(Desks.Lan, "H26"), Proposal("7", agency: null), CancellationToken.None));
        var id = await Desk.ProposeAsync(Desks.In(Desks.Lan, "H26"), Proposal("7", agency: "H26"), CancellationToken.None);

        (await Desk.ListAsync(Desks.In(Desks.Minh, "H29"), state: null, target: null, before: null, 10, CancellationToken.None)).ShouldBeEmpty();
        await RefusedAsync(ApprovalRule.Unknown, () => Desk.ApproveAsync(Desks.In(Desks.Minh, "H29"), id, "đã xem", CancellationToken.None));
        (await Desk.ApproveAsync(Desks.In(Desks.Minh, "H26"), id, "đã xem", CancellationToken.None)).State.ShouldBe(ApprovalState.Approved);
    }

    [Test]
    public async Task Should_leave_nothing_half_done_when_it_fails_and_keep_the_cause()
    {
        var failing = await Desk.ApproveAsync(Desks.Minh, await ProposeAsync("13"), "đã xem", CancellationToken.None);
        (failing.State, failing.Outcome).ShouldBe((ApprovalState.Failed, "13 is not noted"));
        var refused = await Desk.ApproveAsync(Desks.Minh, await ProposeAsync("-1"), "đã xem", CancellationToken.None);
        (refused.State, refused.Outcome).ShouldBe((ApprovalState.Failed, "the database refused it (23514)"));

        (await NotesAsync()).ShouldBe(0);
        (await ActionsAsync()).ShouldBe(["approval.approve", "approval.propose", "approval.approve", "approval.propose"]);
        (await Desk.ListAsync(Desks.Lan, ApprovalState.Failed, target: null, before: null, 10, CancellationToken.None)).Count.ShouldBe(2);
    }

    [Test]
    public async Task Should_be_rejected_for_good()
    {
        var id = await ProposeAsync("7");

        (await Desk.RejectAsync(Desks.Minh, id, "chưa khắc phục", CancellationToken.None)).State.ShouldBe(ApprovalState.Rejected);
        await RefusedAsync(ApprovalRule.NotOpen, () => Desk.ApproveAsync(Desks.Nga, id, "đã xem", CancellationToken.None));
        (await NotesAsync()).ShouldBe(0);
    }

    [Test]
    public async Task Should_expire_and_may_be_proposed_anew()
    {
        var id = await ProposeAsync("7");
        _clock.Advance(TimeSpan.FromHours(24));

        await RefusedAsync(ApprovalRule.NotOpen, () => Desk.ApproveAsync(Desks.Minh, id, "đã xem", CancellationToken.None));
        (await Desk.ListAsync(Desks.Lan, ApprovalState.Expired, target: null, before: null, 10, CancellationToken.None)).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await ActionsAsync()).ShouldBe(["approval.expire", "approval.propose"]);
        (await Desk.ApproveAsync(Desks.Minh, await ProposeAsync("7"), "đã xem", CancellationToken.None)).State.ShouldBe(ApprovalState.Approved);
    }

    [TestCase("")]
    [TestCase("  x ")]
    [TestCase(null)]
    public async Task Should_want_a_reason_of_both(string? reason)
    {
        await RefusedAsync(ApprovalRule.Reason, () => Desk.ProposeAsync(Desks.Lan, Proposal("7") with { Reason = reason! }, CancellationToken.None));
        var id = await ProposeAsync("7");
        await RefusedAsync(ApprovalRule.Reason, () => Desk.ApproveAsync(Desks.Minh, id, reason!, CancellationToken.None));
        (await NotesAsync()).ShouldBe(0);
    }

    [Test]
    public async Task Should_be_proposed_once_at_a_time()
    {
        await ProposeAsync("7");
        await RefusedAsync(ApprovalRule.AlreadyProposed, () => ProposeAsync("7"));
    }

    [Test]
    public async Task Should_be_done_once_when_two_approve_at_the_same_time()
    {
        var id = await ProposeAsync("7");
        var words = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            try
            {
                return (await Desk.ApproveAsync(new Operator($"s{number}", "S", OperatorRole.Supervisor, Scope: null), id, "đã xem", CancellationToken.None)).State;
            }
            catch (ApprovalRefusedException refused) when (refused.Rule == ApprovalRule.NotOpen)
            {
                return ApprovalState.Open;
            }
        }));

        words.Count(state => state == ApprovalState.Approved).ShouldBe(1);
        (await NotesAsync()).ShouldBe(2);
    }

    [Test]
    public async Task Should_not_keep_what_it_is_about_in_clear()
    {
        await ProposeAsync("0912345678");

        (await _desks.Database.ScalarAsync<long>("select count(*) from operations.approval where position('0912345678'::bytea in payload) > 0")).ShouldBe(0);
        (await _desks.Database.ScalarAsync<long>("select count(*) from operations.audit where detail like '%0912345678%'")).ShouldBe(0);
    }

    private Task<Guid> ProposeAsync(string number) => Desk.ProposeAsync(Desks.Lan, Proposal(number), CancellationToken.None);

    private static Proposal Proposal(string number, string? agency = null) => new("test.note", "target", agency, Encoding.UTF8.GetBytes(number), "cần ghi");

    private static async Task RefusedAsync(ApprovalRule rule, Func<Task> order) => (await Should.ThrowAsync<ApprovalRefusedException>(order)).Rule.ShouldBe(rule);

    private Task<long> NotesAsync() => _desks.Database.ScalarAsync<long>("select count(*) from note");

    private async Task<IReadOnlyList<string>> ActionsAsync() =>
        [.. (await _desks.Get<AuditReader>().ListAsync(new AuditFilter(), 100, CancellationToken.None)).Select(row => row.Action)];

    /// <summary>Writes a note; not of 13, and the table refuses what is not positive.</summary>
    private sealed class Note : IApprovedAction
    {
        public string Kind => "test.note";

        public string Vietnamese => "Ghi chú";

        public string English => "Note";

        public async Task<string> ExecuteAsync(ApprovedOrder order, CancellationToken cancellationToken)
        {
            var number = int.Parse(Encoding.UTF8.GetString(order.Payload.Span), System.Globalization.CultureInfo.InvariantCulture);
            await using (var command = new NpgsqlCommand($"insert into note values ('first', 1); insert into note values ('second', {number})", order.Connection))
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            if (number == 13) throw new ApprovedActionFailedException("13 is not noted");
            await new AuditTrail(Registries.Sealing.KeyRing.Parse(Registries.Sealing.KeyRing.Development), TimeProvider.System).WriteAsync(
                order.Connection, order.Transaction, new AuditEntry(order.Approver, "test.note", "thing", order.Target), cancellationToken);
            return $"noted {number}";
        }
    }
}
