using DichVuCong.Contracts.Accounts;
using FsCheck;
using FsCheck.Fluent;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace DichVuCong.Saga.Tests.Accounts;

/// <summary>
/// Any words in any order, at any time. The driver checks after each of them that the graph is followed, that access is never on before
/// hand-over and commitment, that every system knows what is so, and that no clock is left running (<see cref="AccountInvariants"/>).
/// </summary>
internal sealed class When_an_account_lives
{
    [Property(Arbitrary = [typeof(RandomLives)], MaxTest = 400, QuietOnSuccess = true)]
    public void Should_hold_what_always_holds_and_come_to_rest(Life life)
    {
        var driver = Run(life, twice: false).Wait(TimeSpan.FromDays(400));

        driver.Clocks.Names.ShouldBeEmpty();
        driver.State.ShouldNotBe(AccountState.Active, "nobody used it for more than six months");
    }

    [Property(Arbitrary = [typeof(RandomLives)], MaxTest = 200, QuietOnSuccess = true)]
    public void Should_stand_where_it_stood_when_everything_is_told_twice_at_once(Life life)
    {
        var (one, other) = (Run(life, twice: false), Run(life, twice: true));

        (other.State, other.Data.Version, other.Data.IsHandedOver, other.Data.IsCommitted).ShouldBe((one.State, one.Data.Version, one.Data.IsHandedOver, one.Data.IsCommitted));
        other.Sent<PushAccount>().Count().ShouldBe(one.Sent<PushAccount>().Count());
        other.Told<AccountStateChanged>().Count().ShouldBe(one.Told<AccountStateChanged>().Count());
    }

    [Property(Arbitrary = [typeof(RandomLives)], MaxTest = 200, QuietOnSuccess = true)]
    public void Should_tell_every_state_change_with_who_did_it(Life life)
    {
        var driver = Run(life, twice: false);

        driver.Told<AccountStateChanged>().ShouldAllBe(told => told.By.Length > 0);
        driver.Told<AccountStateChanged>().Skip(1).Count().ShouldBe(driver.Edges.Count - (driver.Edges.FirstOrDefault() == "Requested->Refused" && driver.Told<AccountStateChanged>().Count() == 1 ? 1 : 0));
    }

    private static AccountDriver Run(Life life, bool twice)
    {
        var driver = new AccountDriver();
        driver.Give(life.IsRequested ? Acc.Asks(driver.Now) : Acc.Creates);
        foreach (var (word, hours) in life.Words.Zip(life.Hours))
        {
            driver.Wait(TimeSpan.FromHours(hours));
            var message = RandomLives.Made(word, driver);
            driver.Give(message);
            if (twice) driver.Give(message);
        }

        return driver;
    }
}

/// <summary>What is said of an account, and how many hours pass before each word.</summary>
internal sealed record Life(bool IsRequested, IReadOnlyList<(int Kind, int Choice)> Words, IReadOnlyList<int> Hours)
{
    public override string ToString() => $"{(IsRequested ? "requested" : "created")} " + string.Join(' ', Words.Zip(Hours, (word, hours) => $"+{hours}h {word}"));
}

/// <summary>Makes up lives: sound words and unsound ones, in any order.</summary>
internal static class RandomLives
{
    private static readonly GroupSet[] Sets =
        [GroupSet.None, Acc.Receiving, Acc.Administrator, GroupSet.Of(PermissionGroup.Processing, PermissionGroup.Clerical), GroupSet.Of(PermissionGroup.FeeCollecting)];

    public static Arbitrary<Life> Lives() => (
        from isRequested in Gen.Elements(true, false)
        from count in Gen.Choose(0, 30)
        from words in Gen.Zip(Gen.Choose(0, 17), Gen.Choose(0, 9)).ArrayOf(count)
        from hours in Gen.Elements(0, 0, 0, 1, 3, 50, 400, 4000).ArrayOf(count)
        select new Life(isRequested, [.. words.Select(word => (word.Item1, word.Item2))], hours)).ToArbitrary();

    public static object Made((int Kind, int Choice) word, AccountDriver driver)
    {
        var groups = Sets[word.Choice % Sets.Length];
        return word.Kind switch
        {
            0 => Acc.Finds with { Valid = word.Choice > 1, Reason = word.Choice == 0 ? "" : "Lý do" },
            1 => Acc.Approves with { Approved = word.Choice > 1, Reason = "Lý do" },
            2 => Acc.Creates,
            3 or 4 => Acc.HandsOver,
            5 or 6 => Acc.Commits,
            7 => Acc.Sets(groups, word.Choice % 2 == 0 ? Acc.Agency : Acc.Other),
            8 => word.Choice % 2 == 0 ? Acc.Moves : Acc.Moves with { From = Acc.Other, To = Acc.Agency, Systems = [Acc.System] },
            9 => Acc.Locks((LockCause)((word.Choice % 7) + 1)),
            10 or 11 => Acc.Unlocks,
            12 => Acc.Suspends,
            13 => word.Choice == 0 ? Acc.Withdraws : new ReportSuspension(Acc.Id, "ttdlqg01", Acc.Document),
            14 => new RecordActivity(Acc.Id, driver.Now.AddDays(-word.Choice + 2)),
            15 => new ChangeProfile(Acc.Id, word.Choice, "quantri01"),
            16 => Acc.AsksFor((AccountRequestKind)((word.Choice % 4) + 1), driver.Now, groups) with { Request = Acc.Request },
            _ => word.Choice % 2 == 0
                ? new AccountPushed(Acc.Id, Acc.System, Math.Max(driver.Data.Version - (word.Choice % 3), 0))
                : new AccountPushRefused(Acc.Id, Acc.System, driver.Data.Version, "Từ chối"),
        };
    }
}
