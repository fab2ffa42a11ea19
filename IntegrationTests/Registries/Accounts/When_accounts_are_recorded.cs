using System.Security.Cryptography;
using System.Text.Json;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Sealing;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Registries.Tests.Accounts;

internal sealed class When_accounts_are_recorded
{
    private const string Everything =
        """
        select coalesce(string_agg(line, E'\n' order by line), '') from (
          select (to_jsonb(a) - 'updated_at')::text as line from account.account a
          union all select to_jsonb(p)::text from account.post p
          union all select to_jsonb(s)::text from account.step s
          union all select (to_jsonb(r) - 'updated_at')::text from account.request r
          union all select to_jsonb(u)::text from account.push u
          union all select (to_jsonb(v) - 'updated_at')::text from account.review v
          union all select to_jsonb(w)::text from account.review_result w) lines
        """;

    private AccountRegistry _registry = null!;

    [SetUp]
    public async Task Start() => _registry = await AccountRegistry.CreateAsync();

    [TearDown]
    public async Task Stop() => await _registry.DisposeAsync();

    [Test]
    public async Task Should_be_the_same_when_everything_is_told_twice()
    {
        await _registry.RecordAsync(AccountRegistry.Registers(1));
        var account = AccountRegistry.Id(1);
        (object, Guid)[] told =
        [
            .. new object[]
            {
                Row(1, AccountState.Active, Post(PermissionGroup.Receiving), new AccountPost(AccountRegistry.Other, GroupSet.Of(PermissionGroup.UnitLeader), ["G01", "G02"])),
                new KeepAccountStep(account, 3, "accounts.keep-commitment.v1", "quantri01", "", AccountRegistry.Document, AccountRegistry.Start),
                new UpdateRequestRow(
                    account, "YC-1", AccountRequestKind.Create, AccountRegistry.Agency, AccountRequestState.Done, AccountRegistry.Start, AccountRegistry.Start.AddHours(2), Overdue: false),
                new UpdatePushRow(account, "H29", 3, PushState.Refused, "Không có đơn vị", AccountRegistry.Start),
                new UpdateReviewRow(AccountRegistry.Agency, AccountRegistry.Start.AddMonths(6), Overdue: false, new DateOnly(2026, 3, 2)),
                new KeepReviewRow(AccountRegistry.Agency, new DateOnly(2026, 3, 2), 40, 2, "quantri01", AccountRegistry.Document, AccountRegistry.Start),
            }.Select(message => (message, Guid.NewGuid())),
        ];

        await _registry.RecordAsync(told);
        var once = await _registry.Database.ScalarAsync<string>(Everything);
        await _registry.RecordAsync(told);

        (await _registry.Database.ScalarAsync<string>(Everything)).ShouldBe(once);
        once.Split('\n').Length.ShouldBe(8);
        var row = (await _registry.Accounts.FindAsync(account, CancellationToken.None)).ShouldNotBeNull();
        (row.State, row.Version, row.Kind).ShouldBe((AccountState.Active, 3, AccountKind.Officer));
        row.Posts.Select(post => (post.Agency, post.Groups.ToString(), string.Join('+', post.Systems))).ShouldBe(
            [(AccountRegistry.Other, "LANH_DAO", "G01+G02"), (AccountRegistry.Agency, "TIEP_NHAN", "H29")]);
    }

    [Test]
    public async Task Should_keep_the_last_of_several_in_one_batch_and_take_posts_away()
    {
        await _registry.RecordAsync(AccountRegistry.Registers(1), AccountRegistry.Registers(2, "001090012346"));
        await _registry.RecordAsync(Row(1, AccountState.Active, Post(PermissionGroup.Receiving)), Row(2, AccountState.Active, Post(PermissionGroup.Processing)));

        await _registry.RecordAsync(
            Row(1, AccountState.Active, Post(PermissionGroup.Clerical)), Row(1, AccountState.Locked) with { Cause = LockCause.Leaving },
            new UpdatePushRow(AccountRegistry.Id(1), "H29", 3, PushState.Sent, Reason: null, AccountRegistry.Start),
            new UpdatePushRow(AccountRegistry.Id(1), "H29", 3, PushState.Confirmed, Reason: null, AccountRegistry.Start));

        var row = (await _registry.Accounts.FindAsync(AccountRegistry.Id(1), CancellationToken.None)).ShouldNotBeNull();
        (row.State, row.Cause, row.Posts.Count).ShouldBe((AccountState.Locked, LockCause.Leaving, 0));
        (await _registry.Accounts.ListAsync(AccountRegistry.Agency, default, 10, CancellationToken.None)).ShouldHaveSingleItem().Account.ShouldBe(AccountRegistry.Id(2));
        (await _registry.Database.ScalarAsync<short>("select state from account.push")).ShouldBe((short)PushState.Confirmed);
    }

    [Test]
    public async Task Should_let_a_person_have_one_account_across_all_agencies()
    {
        await _registry.RecordAsync(AccountRegistry.Registers(1));

        (await Should.ThrowAsync<PostgresException>(() => _registry.RecordAsync(AccountRegistry.Registers(2)))).ConstraintName.ShouldBe(AccountConstraints.Person);
        (await Should.ThrowAsync<PostgresException>(() => _registry.RecordAsync(AccountRegistry.Registers(1, "001090012346")))).ConstraintName.ShouldBe(AccountConstraints.Account);
        (await _registry.Database.ScalarAsync<long>("select count(*) from account.profile")).ShouldBe(1);

        await _registry.RecordAsync(Row(1, AccountState.Withdrawn));
        await _registry.RecordAsync(AccountRegistry.Registers(2));
        (await _registry.Accounts.FindPersonAsync(AccountRegistry.Profile(1).PersonalId, CancellationToken.None))!.Account.ShouldBe(AccountRegistry.Id(2));
    }

    [Test]
    public async Task Should_keep_profiles_sealed_and_each_revision_once()
    {
        await _registry.RecordAsync(AccountRegistry.Registers(1));
        await _registry.RecordAsync(new KeepProfile(AccountRegistry.Profile(1, revision: 2) with { Position = "Trưởng phòng" }));

        (await _registry.Accounts.OpenAsync(AccountRegistry.Id(1), 2, CancellationToken.None))!.Position.ShouldBe("Trưởng phòng");
        (await _registry.Accounts.OpenAsync(AccountRegistry.Id(1), 1, CancellationToken.None)).ShouldBe(AccountRegistry.Profile(1));
        (await _registry.Accounts.OpenAsync(AccountRegistry.Id(1), 3, CancellationToken.None)).ShouldBeNull();
        (await Should.ThrowAsync<PostgresException>(() => _registry.RecordAsync(new KeepProfile(AccountRegistry.Profile(1, revision: 2)))))
            .ConstraintName.ShouldBe(AccountConstraints.Profile);
        var stored = await _registry.Database.ScalarAsync<byte[]>("select sealed from account.profile where revision = 1");
        System.Text.Encoding.UTF8.GetString(stored).ShouldNotContain("001090012345");
        Should.Throw<CryptographicException>(() => AccountRegistry.Sealer.Open(AccountRegistry.Sealer.CurrentKey, stored, Places.Profile(AccountRegistry.Id(1).Value, 2)));
    }

    [Test]
    public async Task Should_tell_every_agency_concerned_once_and_in_order()
    {
        await _registry.RecordAsync(
            new AccountGroupsChanged(AccountRegistry.Id(1), AccountRegistry.Agency, GroupSet.Of(PermissionGroup.Receiving), "quantri01", 1),
            new AccountStateChanged(
                AccountRegistry.Id(1), [AccountRegistry.Agency, AccountRegistry.Other], AccountState.Active, AccountState.Locked, LockCause.Violation, "quantri01", 2),
            new AccountNotChanged(AccountRegistry.Id(1), "accounts.set-groups.v1", "quantri01", AccountObstacle.OutsideUnit));

        (await TypesAsync("agency = 'H29.101'")).ShouldBe("accounts.account-groups-changed.v1 accounts.account-state-changed.v1");
        (await TypesAsync("agency = 'G01.2'")).ShouldBe("accounts.account-state-changed.v1");
        (await TypesAsync("agency is null")).ShouldBe("accounts.account-not-changed.v1");
    }

    [Test]
    public async Task Should_give_an_agency_everything_since_a_cursor()
    {
        foreach (var version in new[] { 1, 2, 3 })
            await _registry.RecordAsync(new AccountGroupsChanged(AccountRegistry.Id(1), AccountRegistry.Agency, GroupSet.None, "quantri01", version));
        await _registry.RecordAsync(new AccountGroupsChanged(AccountRegistry.Id(1), AccountRegistry.Other, GroupSet.None, "quantri01", 4));
        var reader = new AccountFeedReader(_registry.Database.Source);
        var start = (await new AccountFeedPlaces(_registry.Database.Source).FindAsync(after: null, CancellationToken.None)).ShouldBeOfType<FeedPlace.At>().Cursor;

        await Eventually.HoldsAsync(
            async () => (await reader.ReadAsync(start, [AccountRegistry.Agency, AccountRegistry.Other], 10, CancellationToken.None)).Count == 4, "all events are given out");

        var first = await reader.ReadAsync(start, [AccountRegistry.Agency], 2, CancellationToken.None);
        var rest = await reader.ReadAsync(first[^1].Cursor, [AccountRegistry.Agency], 10, CancellationToken.None);

        first.Concat(rest).Select(VersionOf).ShouldBe([1, 2, 3]);
        (await reader.ReadAsync(rest[^1].Cursor, [AccountRegistry.Agency], 10, CancellationToken.None)).ShouldBeEmpty();
    }

    private static AccountPost Post(PermissionGroup group) => new(AccountRegistry.Agency, GroupSet.Of(group), ["H29"]);

    private static UpdateAccountRow Row(int number, AccountState state, params AccountPost[] posts) =>
        new(AccountRegistry.Id(number), 3, AccountKind.Officer, state, AccountRegistry.Start, posts, Cause: null, ActiveAt: null, LockAt: null);

    private static int VersionOf(FeedEvent told) => JsonSerializer.Deserialize(told.Body, AccountJson.Default.AccountGroupsChanged)!.Version;

    private Task<string> TypesAsync(string where) =>
        _registry.Database.ScalarAsync<string>($"select coalesce(string_agg(type, ' ' order by tx, id), '') from account.feed where {where}");
}
