using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Saga.Tests.Accounts;

internal sealed class When_groups_change
{
    [Test]
    public void Should_know_the_eight_groups_by_the_contracts_words() => EnumWord<PermissionGroup>.All.ShouldBe(
        ["TIEP_NHAN", "XU_LY", "GIAM_SAT", "TRA_KET_QUA", "VAN_THU", "THU_PHI", "LANH_DAO", "QUAN_TRI"]);

    [Test]
    public void Should_give_every_group_rights_of_its_own()
    {
        foreach (var group in Enum.GetValues<PermissionGroup>()) GroupRights.Of(group).ShouldNotBe(AccountRights.None);
        Enum.GetValues<AccountRights>().ShouldAllBe(right => GroupRights.Of(GroupSet.All).HasFlag(right));
        GroupRights.Of(Acc.Receiving).ShouldBe(AccountRights.ReceiveDossiers);
    }

    [TestCase(AccountKind.Officer, "QUAN_TRI", AccountObstacle.AdministratorsOnly)]
    [TestCase(AccountKind.Officer, "THU_PHI", AccountObstacle.OutsideUnit)]
    [TestCase(AccountKind.Officer, "", AccountObstacle.NoPost)]
    public void Should_refuse_more_than_the_task_needs_with_the_rule(AccountKind kind, string group, AccountObstacle obstacle)
    {
        kind.ShouldBe(AccountKind.Officer);
        var groups = group.Length == 0 ? GroupSet.None : GroupSet.Of(EnumWord<PermissionGroup>.Parse(group));
        var driver = AccountDriver.Active();
        driver.Give(Acc.Sets(groups, group.Length == 0 ? Acc.Other : Acc.Agency));

        driver.Told<AccountNotChanged>().ShouldHaveSingleItem().Obstacle.ShouldBe(obstacle);
        driver.Data.PostIn(Acc.Agency)!.Groups.ShouldBe(Acc.Receiving);
    }

    [Test]
    public void Should_push_the_whole_to_the_systems_concerned_and_to_no_other()
    {
        var driver = AccountDriver.Active().Give(Acc.Sets(Acc.Receiving, Acc.Other));
        driver.Sent<PushAccount>().Last().System.ShouldBe(Acc.OtherSystem);
        var before = driver.Sent<PushAccount>().Count();

        driver.Give(Acc.Sets(GroupSet.Of(PermissionGroup.Processing)));

        var push = driver.Sent<PushAccount>().Skip(before).ShouldHaveSingleItem();
        (push.System, push.Version).ShouldBe((Acc.System, driver.Data.Version));
        push.Posts.ShouldHaveSingleItem().Agency.ShouldBe(Acc.Agency);
    }

    [Test]
    public void Should_push_nothing_when_nothing_changed()
    {
        var driver = AccountDriver.Active();
        var before = driver.Sent<PushAccount>().Count();

        driver.Give(Acc.Sets(Acc.Receiving)).Sent<PushAccount>().Count().ShouldBe(before);
    }

    [Test]
    public void Should_show_what_became_of_a_push()
    {
        var driver = AccountDriver.Active();
        var version = driver.Data.Version;
        Standing(driver).ShouldBe(PushState.Sent);

        driver.Give(new AccountPushed(Acc.Id, Acc.System, version - 1));
        Standing(driver).ShouldBe(PushState.Sent, "an earlier version was confirmed");
        driver.Give(new AccountPushRefused(Acc.Id, Acc.System, version, "Không có đơn vị"));
        Standing(driver).ShouldBe(PushState.Refused);
        driver.Told<AccountRefusedBySystem>().ShouldHaveSingleItem().Reason.ShouldBe("Không có đơn vị");
        driver.Sent<UpdatePushRow>().Last().State.ShouldBe(PushState.Refused);
    }

    [Test]
    public void Should_move_between_agencies_without_taking_anything_along()
    {
        var driver = AccountDriver.Active().Give(Acc.Sets(Acc.Receiving.With(GroupSet.Of(PermissionGroup.UnitLeader))), Acc.Moves);

        driver.Data.Posts.ShouldHaveSingleItem().Groups.ShouldBe(Acc.Receiving);
        driver.Sent<PushAccount>().Last(push => push.System == Acc.System).Posts.ShouldBeEmpty();
        driver.Told<AccountGroupsChanged>().Last(told => told.Agency == Acc.Agency).Groups.ShouldBe(GroupSet.None);
    }

    [Test]
    public void Should_lock_who_has_left_every_post()
    {
        var driver = AccountDriver.Active().Give(Acc.Sets(Acc.Receiving, Acc.Other), Acc.Sets(GroupSet.None));
        driver.State.ShouldBe(AccountState.Active);

        driver.Give(Acc.Sets(GroupSet.None, Acc.Other));
        (driver.State, driver.Data.Cause).ShouldBe((AccountState.Locked, LockCause.Leaving));
        driver.Give(Acc.Unlocks).Told<AccountNotChanged>().ShouldHaveSingleItem().Obstacle.ShouldBe(AccountObstacle.NoPost);
    }

    [Test]
    public void Should_take_only_a_later_profile()
    {
        var driver = AccountDriver.Active().Give(new ChangeProfile(Acc.Id, 3, "quantri01"), new ChangeProfile(Acc.Id, 2, "quantri01"));

        driver.Data.Profile.ShouldBe(3);
        driver.Sent<PushAccount>().Last().Profile.ShouldBe(3);
    }

    private static PushState Standing(AccountDriver driver) => driver.Data.Systems.ShouldHaveSingleItem().State;
}
