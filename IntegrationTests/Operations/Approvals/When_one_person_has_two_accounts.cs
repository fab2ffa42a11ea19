using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Identities;

namespace DichVuCong.Operations.Tests.Approvals;

internal sealed class When_one_person_has_two_accounts
{
    private static readonly Operator MinhAtTheTerminal = Operator.OfSystem("minh");

    private Desks _desks = null!;

    private IdentityDesk Identities => _desks.Get<IdentityDesk>();

    [SetUp]
    public async Task Open() => _desks = await Desks.OpenAsync(TimeProvider.System, new NoAction());

    [TearDown]
    public async Task Close() => await _desks.DisposeAsync();

    [Test]
    public async Task Should_count_them_as_one_pair_of_eyes()
    {
        var id = await ProposeAsync();
        await Identities.LinkAsync(Desks.Nga, "os:minh", "minh", "cùng một người", CancellationToken.None);

        (await Should.ThrowAsync<ApprovalRefusedException>(() => DecideAsync(MinhAtTheTerminal, id))).Rule.ShouldBe(ApprovalRule.SamePerson);
        (await DecideAsync(Desks.Nga, id)).State.ShouldBe(ApprovalState.Approved);
        (await _desks.Get<AuditVerifier>().VerifyAsync(CancellationToken.None)).IsUnbroken.ShouldBeTrue();
        (await ActionsAsync()).ShouldContain("identity.link");
    }

    [Test]
    public async Task Should_bring_together_whoever_each_of_them_was_before()
    {
        foreach (var (one, other) in new[] { ("a", "b"), ("c", "d"), ("b", "c"), ("a", "d") }) await Identities.LinkAsync(Desks.Nga, one, other, "cùng một người", CancellationToken.None);

        (await Identities.ListAsync(Desks.Nga, CancellationToken.None)).ShouldSatisfyAllConditions(
            rows => rows.Select(row => row.Account).ShouldBe(["a", "b", "c", "d"]), rows => rows.Select(row => row.Person).Distinct().Count().ShouldBe(1));
        (await IdentityDesk.AreOneAsync(_desks.Database.Source, "a", "d", CancellationToken.None)).ShouldBeTrue();
        (await IdentityDesk.AreOneAsync(_desks.Database.Source, "a", "e", CancellationToken.None)).ShouldBeFalse();
    }

    [Test]
    public async Task Should_be_two_again_once_somebody_else_says_so()
    {
        var id = await ProposeAsync();
        await Identities.LinkAsync(Desks.Nga, "os:minh", "minh", "cùng một người", CancellationToken.None);

        (await Should.ThrowAsync<RuleBrokenException>(() => Identities.UnlinkAsync(MinhAtTheTerminal, "minh", "tự tách", CancellationToken.None))).Field.ShouldBe("account");
        await Identities.UnlinkAsync(Desks.Nga, "os:minh", "nhầm người", CancellationToken.None);

        (await DecideAsync(MinhAtTheTerminal, id)).State.ShouldBe(ApprovalState.Approved);
    }

    [Test]
    public async Task Should_refuse_what_is_no_link_and_who_may_not_link()
    {
        (await Should.ThrowAsync<RuleBrokenException>(() => Identities.LinkAsync(Desks.Nga, "x", "x", "cùng một người", CancellationToken.None))).Field.ShouldBe("other");
        (await Should.ThrowAsync<RuleBrokenException>(() => Identities.LinkAsync(Desks.Nga, "x", " ", "cùng một người", CancellationToken.None))).Field.ShouldBe("other");
        (await Should.ThrowAsync<RuleBrokenException>(() => Identities.LinkAsync(Desks.Nga, "x", "nga", "của mình", CancellationToken.None))).Field.ShouldBe("other");
        (await Should.ThrowAsync<RuleBrokenException>(() => Identities.UnlinkAsync(Desks.Nga, "x", "không có", CancellationToken.None))).Field.ShouldBe("account");
        await Should.ThrowAsync<AccessRefusedException>(() => Identities.LinkAsync(Desks.Lan, "x", "y", "cùng một người", CancellationToken.None));
        await Should.ThrowAsync<AccessRefusedException>(() => Identities.LinkAsync(Desks.In(Desks.Nga, "H29"), "x", "y", "cùng một người", CancellationToken.None));
        (await Identities.ListAsync(Desks.Nga, CancellationToken.None)).ShouldBeEmpty();
        (await ActionsAsync()).ShouldBeEmpty();
    }

    private Task<Guid> ProposeAsync() => _desks.Get<ApprovalDesk>().ProposeAsync(
        Desks.Minh, new Proposal(NoAction.Name, "đích", Agency: null, "{}"u8.ToArray(), "cần làm"), CancellationToken.None);

    private Task<Approval> DecideAsync(Operator who, Guid id) => _desks.Get<ApprovalDesk>().ApproveAsync(who, id, "đã xem", CancellationToken.None);

    private async Task<string[]> ActionsAsync() =>
        await _desks.Database.ScalarAsync<string[]>("select coalesce(array_agg(action order by number), '{}') from operations.audit");

    private sealed class NoAction : IApprovedAction
    {
        public const string Name = "test.nothing";

        public string Kind => Name;

        public string Vietnamese => "Không làm gì";

        public string English => "Do nothing";

        public string? PageOf(string target) => null;

        public Task<string> ExecuteAsync(ApprovedOrder order, CancellationToken cancellationToken) => Task.FromResult("nothing");
    }
}
