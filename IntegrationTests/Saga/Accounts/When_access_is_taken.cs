using DichVuCong.Contracts.Accounts;

namespace DichVuCong.Saga.Tests.Accounts;

internal sealed class When_access_is_taken
{
    [Test]
    public void Should_need_hand_over_and_commitment_in_whatever_order()
    {
        AccountDriver.Created().Give(Acc.HandsOver).State.ShouldBe(AccountState.HandedOver);
        AccountDriver.Created().Give(Acc.Commits).State.ShouldBe(AccountState.Created);
        AccountDriver.Created().Give(Acc.Commits, Acc.HandsOver).State.ShouldBe(AccountState.Active);
        AccountDriver.Created().Give(Acc.HandsOver, Acc.HandsOver).State.ShouldBe(AccountState.HandedOver, "handed over twice is no commitment");
    }

    [Test]
    public void Should_never_turn_on_by_unlocking_what_was_not_handed_over()
    {
        AccountDriver.Created().Give(Acc.Locks(), Acc.Unlocks).State.ShouldBe(AccountState.Created);
        AccountDriver.Created().Give(Acc.HandsOver, Acc.Locks(), Acc.Unlocks).State.ShouldBe(AccountState.HandedOver);
        AccountDriver.Active().Give(Acc.Locks(), Acc.Unlocks).State.ShouldBe(AccountState.Active);
    }

    [Test]
    public void Should_suspend_first_and_report_after()
    {
        var driver = AccountDriver.Active().Give(Acc.Suspends);
        driver.Clocks.Names.ShouldBe("report");
        driver.Told<AccountStateChanged>().Last().Cause.ShouldBe(LockCause.Intrusion);

        driver.Wait(TimeSpan.FromDays(7)).Told<SuspensionReportOverdue>().ShouldHaveSingleItem();
        driver.Give(new ReportSuspension(Acc.Id, "ttdlqg01", Acc.Document)).Data.ReportFrom.ShouldBeNull();
        driver.Give(Acc.Unlocks).State.ShouldBe(AccountState.Active);
    }

    [Test]
    public void Should_still_want_the_report_when_the_suspension_was_lifted()
    {
        var driver = AccountDriver.Active().Give(Acc.Suspends, Acc.Unlocks).Wait(TimeSpan.FromDays(7));

        driver.Told<SuspensionReportOverdue>().ShouldHaveSingleItem();
    }

    [Test]
    public void Should_want_a_reason_and_a_name()
    {
        var driver = AccountDriver.Active().Give(Acc.Locks() with { Reason = " " }, Acc.Suspends with { By = "" }, Acc.Withdraws with { Reason = "" });

        driver.State.ShouldBe(AccountState.Active);
        driver.Told<AccountNotChanged>().Select(told => told.Obstacle).ShouldBe([AccountObstacle.NoReason, AccountObstacle.NoReason, AccountObstacle.NoReason]);
    }

    [Test]
    public void Should_announce_and_then_lock_after_six_months_without_activity()
    {
        var driver = AccountDriver.Active();
        var start = driver.Now;

        driver.GoTo(start.AddMonths(6).AddDays(-10));
        var announced = driver.Told<AccountLockAnnounced>().ShouldHaveSingleItem();
        announced.LockAt.ShouldBeGreaterThanOrEqualTo(start.AddMonths(6));
        driver.State.ShouldBe(AccountState.Active);

        driver.GoTo(announced.LockAt);
        (driver.State, driver.Data.Cause).ShouldBe((AccountState.Locked, LockCause.Inactivity));
        driver.Sent<KeepAccountStep>().Last().By.ShouldBe("A11.1d");
    }

    [Test]
    public void Should_take_an_announcement_back_by_activity()
    {
        var driver = AccountDriver.Active();
        driver.GoTo(driver.Now.AddMonths(6).AddDays(-10)).Data.LockAt.ShouldNotBeNull();

        driver.Give(new RecordActivity(Acc.Id, driver.Now)).Data.LockAt.ShouldBeNull();
        driver.Wait(TimeSpan.FromDays(160)).State.ShouldBe(AccountState.Active);
        driver.Wait(TimeSpan.FromDays(40)).State.ShouldBe(AccountState.Locked);
    }

    [Test]
    public void Should_count_only_the_latest_activity_and_none_of_the_future()
    {
        var driver = AccountDriver.Active().Wait(TimeSpan.FromDays(10));
        var latest = driver.Now.AddDays(-1);

        driver.Give(new RecordActivity(Acc.Id, latest), new RecordActivity(Acc.Id, latest.AddDays(-3))).Data.ActiveAt.ShouldBe(latest);
        driver.Give(new RecordActivity(Acc.Id, driver.Now.AddYears(5))).Data.ActiveAt.ShouldBe(driver.Now);
    }

    [Test]
    public void Should_have_its_whole_time_again_when_unlocked()
    {
        var driver = AccountDriver.Active().Wait(TimeSpan.FromDays(300)).Give(Acc.Unlocks);

        driver.Wait(TimeSpan.FromDays(150)).State.ShouldBe(AccountState.Active);
    }

    [Test]
    public void Should_end_for_good()
    {
        var driver = AccountDriver.Active().Give(Acc.Withdraws);
        var json = driver.Json;

        driver.Give(Acc.Unlocks, Acc.HandsOver, Acc.Locks(), Acc.Suspends, Acc.Sets(Acc.Receiving), Acc.Moves, Acc.Creates).Json.ShouldBe(json);
        driver.Clocks.Names.ShouldBeEmpty();
        driver.Sent<PushAccount>().Last().State.ShouldBe(AccountState.Withdrawn);
    }
}
