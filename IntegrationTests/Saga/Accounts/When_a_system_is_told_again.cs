using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;

namespace DichVuCong.Saga.Tests.Accounts;

internal sealed class When_a_system_is_told_again
{
    [Test]
    public void Should_tell_it_in_a_version_beyond_its_own()
    {
        var driver = AccountDriver.Active();
        var system = driver.Sent<PushAccount>().Last().System;
        var version = driver.Data.Version;

        driver.Give(new TellSystemAgain(Acc.Id, system, version));
        var push = driver.Sent<PushAccount>().Last();
        (push.Version, push.State).ShouldBe((version + 1, AccountState.Active));
        driver.Sent<UpdateAccountRow>().Last().Version.ShouldBe(version + 1);

        driver.Give(new TellSystemAgain(Acc.Id, system, version + 40));
        driver.Sent<PushAccount>().Last().Version.ShouldBe(version + 41);
    }

    [Test]
    public void Should_tell_of_an_end_where_a_restored_backup_has_the_officer_again()
    {
        var driver = AccountDriver.Active();
        var system = driver.Sent<PushAccount>().Last().System;
        driver.Give(new WithdrawAccount(Acc.Id, LockCause.Leaving, "admin", "left"));
        var events = driver.Events.Count;

        driver.Give(new TellSystemAgain(Acc.Id, system, 1));
        driver.Sent<PushAccount>().Last().State.ShouldBe(AccountState.Withdrawn);
        driver.Events.Count.ShouldBe(events, "nothing of the account changed");
    }
}
