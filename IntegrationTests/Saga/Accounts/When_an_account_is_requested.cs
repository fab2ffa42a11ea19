using DichVuCong.Contracts.Accounts;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Tests.WorkingTime;

namespace DichVuCong.Saga.Tests.Accounts;

internal sealed class When_an_account_is_requested
{
    private static AccountDriver Requested => At("2026-03-02 10:30").Let(driver => driver.Give(Acc.Asks(driver.Now)));

    [Test]
    public void Should_be_done_within_two_working_hours_of_completeness()
    {
        var driver = Requested;

        driver.Sent<UpdateRequestRow>().ShouldHaveSingleItem().Deadline.ShouldBe(driver.Clocks.DueOf(AccountClocks.Request));
        driver.Clocks.TermsOf(AccountClocks.Request)!.Budget.ShouldBe(120);
        // Half past ten: an hour and a half before the office closes at noon, and half an hour after it opens at one.
        driver.Clocks.DueOf(AccountClocks.Request).ShouldBe(Due("2026-03-02 10:30"));
        driver.GoTo(Moment.At("2026-03-03 08:00")).Told<AccountRequestOverdue>().ShouldHaveSingleItem().Request.ShouldBe(Acc.Request);
        driver.Sent<UpdateRequestRow>().Last().Overdue.ShouldBeTrue();
    }

    [Test]
    public void Should_run_its_time_until_it_is_handed_over()
    {
        var driver = Requested.Give(Acc.Finds, Acc.Approves, Acc.Creates);
        driver.Clocks.Names.ShouldBe("request");

        driver.Give(Acc.HandsOver);

        driver.Clocks.Names.ShouldBeEmpty();
        driver.Told<AccountRequestAnswered>().ShouldHaveSingleItem().State.ShouldBe(AccountRequestState.Done);
        driver.GoTo(Moment.At("2026-03-10 08:00")).Told<AccountRequestOverdue>().ShouldBeEmpty();
    }

    [Test]
    public void Should_go_the_whole_way_to_access()
    {
        var driver = Requested.Give(Acc.Finds, Acc.Approves, Acc.Creates, Acc.HandsOver, Acc.Commits);

        driver.Edges.ShouldBe(["Requested->Checked", "Checked->Approved", "Approved->Created", "Created->HandedOver", "HandedOver->Active"]);
        driver.Sent<KeepAccountStep>().Select(step => step.By).ShouldBe(["H29.1", "ttdlqg01", "ttdlqg02", "quantri01", "ttdlqg01", "quantri01"]);
        driver.Sent<PushAccount>().Select(push => push.State).ShouldBe([AccountState.Created, AccountState.HandedOver, AccountState.Active]);
    }

    [Test]
    public void Should_tell_no_system_of_what_is_only_asked_for()
    {
        var driver = Requested.Give(Acc.Finds, Acc.Approves);

        driver.Sent<PushAccount>().ShouldBeEmpty();
        driver.Told<AccountGroupsChanged>().ShouldBeEmpty();
    }

    [Test]
    public void Should_refuse_more_than_the_units_scope_with_the_rule()
    {
        var driver = new AccountDriver();
        driver.Give(Acc.Asks(driver.Now) with { UnitGroups = Acc.Receiving });

        driver.State.ShouldBe(AccountState.Refused);
        driver.Told<AccountNotChanged>().ShouldHaveSingleItem().Obstacle.ShouldBe(AccountObstacle.OutsideUnit);
        driver.Told<AccountRequestAnswered>().ShouldHaveSingleItem().State.ShouldBe(AccountRequestState.Refused);
        driver.Clocks.Names.ShouldBeEmpty();
    }

    [Test]
    public void Should_refuse_an_officer_who_is_made_by_the_units_administrator()
    {
        var driver = new AccountDriver();
        driver.Give(Acc.Asks(driver.Now) with { Kind = AccountKind.Officer, Groups = Acc.Receiving });

        driver.State.ShouldBe(AccountState.Refused);
        driver.Told<AccountNotChanged>().ShouldHaveSingleItem().Obstacle.ShouldBe(AccountObstacle.OfficersAreNotRequested);
        driver.Clocks.Names.ShouldBeEmpty();
    }

    [TestCase(false), TestCase(true)]
    public void Should_be_refused_with_a_reason(bool isChecked)
    {
        var driver = Requested;
        if (isChecked) driver.Give(Acc.Finds, Acc.Approves with { Approved = false, Reason = "Trùng tài khoản" });
        else driver.Give(Acc.Finds with { Valid = false, Reason = "Văn bản không có chữ ký" });

        driver.State.ShouldBe(AccountState.Refused);
        driver.Told<AccountRequestAnswered>().ShouldHaveSingleItem().Reason.ShouldNotBeEmpty();
        driver.Clocks.Names.ShouldBeEmpty();
        driver.Give(Acc.Creates).Told<AccountNotChanged>().Last().Obstacle.ShouldBe(AccountObstacle.WrongState);
    }

    [Test]
    public void Should_not_be_refused_without_a_reason()
    {
        var driver = Requested.Give(Acc.Finds with { Valid = false, Reason = " " });

        driver.State.ShouldBe(AccountState.Requested);
        driver.Told<AccountNotChanged>().ShouldHaveSingleItem().Obstacle.ShouldBe(AccountObstacle.NoReason);
    }

    [Test]
    public void Should_not_be_decided_before_it_was_checked()
    {
        var driver = Requested.Give(Acc.Approves);

        driver.State.ShouldBe(AccountState.Requested);
        driver.Told<AccountNotChanged>().ShouldHaveSingleItem().Obstacle.ShouldBe(AccountObstacle.NoSuchRequest);
    }

    [Test]
    public void Should_not_be_approved_by_who_found_it_valid()
    {
        var driver = Requested.Give(Acc.Finds, Acc.Approves with { By = " TTDLQG01" });

        driver.State.ShouldBe(AccountState.Checked);
        driver.Told<AccountNotChanged>().ShouldHaveSingleItem().Obstacle.ShouldBe(AccountObstacle.FourEyes);
        driver.Give(Acc.Approves).State.ShouldBe(AccountState.Approved);
    }

    [Test]
    public void Should_do_nothing_when_asked_the_same_again()
    {
        var driver = Requested;
        var (json, sent) = (driver.Json, driver.Commands.Count);

        driver.Give(Acc.Asks(driver.Now)).Json.ShouldBe(json);
        driver.Commands.Count.ShouldBe(sent);
    }

    [Test]
    public void Should_change_rights_of_a_living_account_by_request()
    {
        var groups = Acc.Receiving.With(GroupSet.Of(PermissionGroup.ResultReturning));
        var driver = AccountDriver.Active().Let(one => one.Give(Acc.AsksFor(AccountRequestKind.ChangeRights, one.Now, groups))).Give(Acc.Finds, Acc.Approves);

        driver.Data.PostIn(Acc.Agency)!.Groups.ShouldBe(groups);
        driver.Told<AccountRequestAnswered>().ShouldHaveSingleItem().State.ShouldBe(AccountRequestState.Done);
        driver.State.ShouldBe(AccountState.Active);
    }

    [Test]
    public void Should_lock_and_unlock_by_request()
    {
        var driver = AccountDriver.Active().Let(one => one.Give(Acc.AsksFor(AccountRequestKind.Lock, one.Now))).Give(Acc.Finds, Acc.Approves);
        (driver.State, driver.Data.Cause).ShouldBe((AccountState.Locked, LockCause.Request));

        driver.Give(Acc.AsksFor(AccountRequestKind.Unlock, driver.Now) with { Request = "YC-2" });
        driver.Give(Acc.Finds with { Request = "YC-2" }, Acc.Approves with { Request = "YC-2" }).State.ShouldBe(AccountState.Active);
    }

    [Test]
    public void Should_take_one_request_at_a_time()
    {
        var driver = AccountDriver.Active();
        driver.Give(Acc.AsksFor(AccountRequestKind.Lock, driver.Now), Acc.AsksFor(AccountRequestKind.Unlock, driver.Now) with { Request = "YC-2" });

        driver.Told<AccountNotChanged>().ShouldHaveSingleItem().Obstacle.ShouldBe(AccountObstacle.RequestOpen);
        driver.Told<AccountRequestAnswered>().ShouldHaveSingleItem().Request.ShouldBe("YC-2");
        driver.Data.Request!.Id.ShouldBe(Acc.Request);
    }

    [Test]
    public void Should_answer_what_is_open_when_the_account_is_withdrawn()
    {
        var driver = AccountDriver.Active();
        driver.Give(Acc.AsksFor(AccountRequestKind.Lock, driver.Now), Acc.Withdraws);

        driver.Told<AccountRequestAnswered>().ShouldHaveSingleItem().State.ShouldBe(AccountRequestState.Refused);
        driver.Clocks.Names.ShouldBeEmpty();
    }

    private static AccountDriver At(string time) => new AccountDriver().GoTo(Moment.At(time));

    private static DateTimeOffset Due(string from) =>
        Dossiers.Sample.Calendars.Due(new DichVuCong.Messaging.ClockTerms("vn", DichVuCong.Messaging.TimeUnit.WorkingHours, 120, Moment.At(from)));
}
