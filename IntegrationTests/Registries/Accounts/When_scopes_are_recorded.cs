using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Registries.Accounts.Scopes;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts.Scopes;
using DichVuCong.Messaging;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Registries.Tests.Accounts;

internal sealed class When_scopes_are_recorded
{
    private const string System = "H29";
    private static readonly Topology Scopes = new Topology().AddScopes(new ScopeRules());
    private static readonly ProcedureCode Procedure = ProcedureCode.Parse("1.000001");

    [Test]
    public async Task Should_keep_the_register_and_find_it_by_officer_and_by_change()
    {
        await using var registry = await AccountRegistry.CreateAsync();
        var lookup = new ScopeLookup(registry.Database.Source);
        var side = new ScopeReplica(new ScopeLife(ScopeSide.Coordination, 1));
        var change = side.Say(new ScopeKey(AccountRegistry.Id(1), Procedure), granted: true, "a", AccountRegistry.Start);
        await RecordAsync(registry, new UpdateScopeRow(System, change, Conflict: false, PushState.Sent, Reason: null, AccountRegistry.Start));

        var row = (await lookup.OfAsync(AccountRegistry.Id(1), CancellationToken.None)).ShouldHaveSingleItem();
        (row.System, row.Granted, row.Conflict, row.State).ShouldBe((System, true, false, PushState.Sent));
        row.Change.Register.ShouldBe(change.Register);
        var first = await OneAsync(default);

        await RecordAsync(registry, new UpdateScopeRow(System, change, Conflict: false, PushState.Refused, "Không nhận", AccountRegistry.Start));
        var second = await OneAsync(first.Place);
        second.Reason.ShouldBe("Không nhận");
        (await lookup.ChangedAsync(System, second.Place, 10, CancellationToken.None)).ShouldBeEmpty();
        (await lookup.ChangedAsync("G01", default, 10, CancellationToken.None)).ShouldBeEmpty();

        // Transactions of other tests on the same server hold changes back.
        async Task<ScopeRow> OneAsync(ScopePlace after)
        {
            IReadOnlyList<ScopeRow> rows = [];
            await Eventually.HoldsAsync(
                async () => (rows = await lookup.ChangedAsync(System, after, 10, CancellationToken.None)).Count > 0, "the change is shown", TimeSpan.FromSeconds(60));
            return rows.ShouldHaveSingleItem();
        }
    }

    [Test]
    public async Task Should_keep_a_conflict_with_both_values_after_it_was_settled_and_let_an_expired_withdrawal_go()
    {
        await using var registry = await AccountRegistry.CreateAsync();
        var (ours, theirs) = (new ScopeReplica(new ScopeLife(ScopeSide.Coordination, 1)), new ScopeReplica(new ScopeLife(ScopeSide.OneStop, 1)));
        var key = new ScopeKey(AccountRegistry.Id(1), Procedure);
        ours.Say(key, granted: false, "a", AccountRegistry.Start);
        ours.Hear(theirs.Say(key, granted: true, "b", AccountRegistry.Start));
        var register = ours.RegisterOf(key);
        var found = new ScopeConflictFound(System, key.Account, key.Procedure, ScopeMerge.Conflict(register), Granted: false);
        await RecordAsync(registry, new UpdateScopeRow(System, new ScopeChange(key.Account, key.Procedure, register), Conflict: true, PushState.Sent, Reason: null, AccountRegistry.Start), found);
        (await registry.Database.ScalarAsync<string>("select words->0->>'by' || ',' || (words->1->>'by') from account.scope_conflict")).ShouldBe("a,b");

        var settled = ours.Say(key, granted: false, "a", AccountRegistry.Start);
        await RecordAsync(registry, new UpdateScopeRow(System, settled with { Register = ScopeMerge.Expire(settled.Register) }, Conflict: false, PushState.Confirmed, Reason: null, AccountRegistry.Start));
        (await registry.Database.ScalarAsync<long>("select count(*) from account.scope")).ShouldBe(0);
        (await registry.Database.ScalarAsync<long>("select count(*) from account.scope_conflict")).ShouldBe(1);
        (await registry.Database.ScalarAsync<string>("select type from account.feed")).ShouldBe("accounts.scope-conflict-found.v1");
    }

    [Test]
    public async Task Should_make_the_digest_that_a_system_makes_of_the_same()
    {
        await using var registry = await AccountRegistry.CreateAsync();
        var groups = GroupSet.Of(PermissionGroup.Receiving);
        var (standing, told) = (AccountRegistry.Id(1), AccountRegistry.Id(2));
        foreach (var number in new[] { 1, 2, 3 })
        {
            var state = number == 3 ? AccountState.Withdrawn : AccountState.Active;
            await registry.RecordAsync(
                AccountRegistry.Registers(number, $"00109001234{number}"),
                new UpdateAccountRow(
                    AccountRegistry.Id(number), 1, AccountKind.Officer, state, AccountRegistry.Start, [new AccountPost(AccountRegistry.Agency, groups, [System])], Cause: null,
                    ActiveAt: null, LockAt: null),
                new UpdatePushRow(AccountRegistry.Id(number), System, 1, number == 2 ? PushState.Sent : PushState.Confirmed, Reason: null, AccountRegistry.Start));
        }

        var side = new ScopeReplica(new ScopeLife(ScopeSide.OneStop, 5));
        var change = side.Say(new ScopeKey(standing, Procedure), granted: true, "b", AccountRegistry.Start);
        await RecordAsync(registry, new UpdateScopeRow(System, change, Conflict: false, PushState.Confirmed, Reason: null, AccountRegistry.Start));
        var reader = new AgencyOfficerReader(registry.Database.Source);

        var officers = await reader.ReadAsync(System, AccountRegistry.Agency, CancellationToken.None);
        officers.OrderBy(officer => officer.Account.Value).Select(officer => (officer.Account, officer.IsUnderWay)).ShouldBe([(standing, false), (told, true)]);
        var word = change.Register.Words[0];
        officers.Single(officer => officer.Account == standing).Hash.ShouldBe(OfficerDigest.Of(standing, AccountState.Active, groups, [(Procedure, word.Life, word.At)]));
        (await reader.ReadAsync("G01", AccountRegistry.Agency, CancellationToken.None)).ShouldBeEmpty();

        var known = await reader.KnownAsync(System, [standing, told, AccountRegistry.Id(9)], CancellationToken.None);
        known.Keys.ShouldBe([standing, told], ignoreOrder: true);
        known[standing].ShouldBe([Procedure]);
    }

    [Test]
    public async Task Should_show_how_far_apart_an_agency_was_and_who_is_not_compared_yet()
    {
        await using var registry = await AccountRegistry.CreateAsync();
        var lookup = new ScopeLookup(registry.Database.Source);
        await registry.RecordAsync(
            AccountRegistry.Registers(1),
            new UpdateAccountRow(
                AccountRegistry.Id(1), 1, AccountKind.Officer, AccountState.Active, AccountRegistry.Start,
                [new AccountPost(AccountRegistry.Agency, GroupSet.Of(PermissionGroup.Receiving), [System])], Cause: null, ActiveAt: null, LockAt: null));
        (await lookup.UnwatchedAsync(10, CancellationToken.None)).ShouldBe([(System, AccountRegistry.Agency)]);

        await RecordAsync(registry, new UpdateComparisonRow(System, AccountRegistry.Agency, 1, ComparisonState.Repairing, "a", "b", 3, 3, AccountRegistry.Start), new DriftFound(System, AccountRegistry.Agency, 1, 3));
        await RecordAsync(registry, new UpdateComparisonRow(System, AccountRegistry.Agency, 2, ComparisonState.Asked, Ours: null, Theirs: null, 3, 3, AccountRegistry.Start));
        (await lookup.UnwatchedAsync(10, CancellationToken.None)).ShouldBeEmpty();
        var row = (await lookup.ComparisonsAsync(System, CancellationToken.None)).ShouldHaveSingleItem();
        (row.Run, row.State, row.Ours, row.Found).ShouldBe((2, ComparisonState.Asked, "a", 3L));
        (await lookup.ComparisonsAsync("G01", CancellationToken.None)).ShouldBeEmpty();
        (await registry.Database.ScalarAsync<string>("select agency from account.feed")).ShouldBe(AccountRegistry.Agency.Value);
    }

    [Test]
    public async Task Should_speak_in_another_life_after_a_restore()
    {
        await using var registry = await AccountRegistry.CreateAsync();
        var lookup = new ScopeLookup(registry.Database.Source);
        var before = await lookup.LifeAsync(CancellationToken.None);
        await using (var connection = await registry.Database.Source.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await Eventually.HoldsAsync(() => DateTimeOffset.UtcNow.ToUnixTimeSeconds() > before, "a second has passed");
            await RestoreMark.WriteAsync(connection, new RestoreTerms(AccountRegistry.Start, RestoreTerms.UsualGap, "test"), CancellationToken.None);
            await transaction.CommitAsync();
        }

        (await lookup.LifeAsync(CancellationToken.None)).ShouldBeGreaterThan(before);
    }

    private static async Task RecordAsync(AccountRegistry registry, params IReadOnlyList<object> messages)
    {
        await using var connection = await registry.Database.Source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        new ScopeRecorder().Record(
            [.. messages.Select(message => Scopes.TypeOf(message).KeyOf(message) is var key ? new RecordedMessage(message, Guid.NewGuid(), key, Lane.Of(key), AccountRegistry.Start) : null!)], batch);
        await batch.ExecuteNonQueryAsync();
    }
}
