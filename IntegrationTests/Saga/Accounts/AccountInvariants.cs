using DichVuCong.Contracts.Accounts;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Saga.Tests.Accounts;

/// <summary>What holds of every account after every decision.</summary>
internal static class AccountInvariants
{
    public static void Check(AccountData? before, AccountDriver driver)
    {
        var data = driver.Data;
        if (before is not null && before.State != data.State) AccountGraph.Table.Find(before.State, data.State).ShouldNotBeNull($"{before.State}->{data.State}");
        if (data.State is AccountState.Active or AccountState.Suspended)
        {
            data.IsHandedOver.ShouldBeTrue("access is never on before the hand-over");
            data.IsCommitted.ShouldBeTrue("access is never on before the commitment (A9.5)");
            data.Posts.ShouldNotBeEmpty("access is never on without a right");
        }

        foreach (var post in data.Posts.Where(_ => data.State != AccountState.Refused)) LeastPrivilege.Find(data.Kind, post.Groups, GroupSet.All).ShouldBeNull();
        if (before is not null) data.Version.ShouldBeGreaterThanOrEqualTo(before.Version);
        CheckRow(driver, data);
        CheckSystems(driver, data);
        CheckClocks(driver, data);
        if (data is { Posts.Count: <= 2, Systems.Count: <= 3 }) driver.Json.Length.ShouldBeLessThan(1500);
    }

    private static void CheckRow(AccountDriver driver, AccountData data)
    {
        var row = driver.Sent<UpdateAccountRow>().Last();
        (row.State, row.Version, row.Since, row.Cause, row.ActiveAt, row.LockAt).ShouldBe((data.State, data.Version, data.Since, data.Cause, data.ActiveAt, data.LockAt));
        row.Posts.Select(post => (post.Agency, post.Groups)).ShouldBe(data.Posts.Select(post => (post.Agency, post.Groups)));
    }

    /// <summary>Every system was told last what is so now of the agencies that it serves, and nothing of others.</summary>
    private static void CheckSystems(AccountDriver driver, AccountData data)
    {
        foreach (var pushes in driver.Sent<PushAccount>().GroupBy(push => push.System))
        {
            pushes.Select(push => push.Version).ShouldBeUnique();
            pushes.Select(push => push.Version).ShouldBeInOrder(SortDirection.Ascending);
            var posts = data.Posts.Where(post => post.Systems.Contains(pushes.Key)).Select(post => (post.Agency, post.Groups)).ToList();
            pushes.Last().Posts.Select(post => (post.Agency, post.Groups)).ShouldBe(posts);
            if (posts.Count > 0) pushes.Last().State.ShouldBe(data.State);
            data.Systems.Single(standing => standing.System == pushes.Key).Version.ShouldBe(pushes.Last().Version);
        }

        if (AccountGraph.Exists(data.State))
            data.Posts.SelectMany(post => post.Systems).ShouldAllBe(system => data.Systems.Any(standing => standing.System == system));
    }

    private static void CheckClocks(AccountDriver driver, AccountData data)
    {
        driver.Clocks.IsRunning(AccountClocks.Request).ShouldBe(data.Request is { IsOverdue: false });
        driver.Clocks.IsRunning(AccountClocks.Inactivity).ShouldBe(data.State == AccountState.Active);
        driver.Clocks.IsRunning(AccountClocks.Report).ShouldBe(data.ReportFrom is not null && !data.IsReportOverdue);
    }
}
