using DichVuCong.Contracts.Dossiers;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace DichVuCong.Saga.Tests.Dossiers;

internal sealed class When_rows_are_random
{
    private static readonly DateTimeOffset Later = Sample.Start.AddDays(60);

    [Property(Arbitrary = [typeof(RandomHistories)], MaxTest = 1000, QuietOnSuccess = true)]
    public void Should_lead_to_the_same_end_in_every_order(Arrivals arrivals)
    {
        var one = Run(arrivals.Filing, arrivals.One, []).GoTo(Later);
        var other = Run(arrivals.Filing, arrivals.Other, []).GoTo(Later);

        Ending.ShouldAgree(Ending.Of(one), Ending.Of(other));
        one.History.Count.ShouldBe(arrivals.One.OfType<RecordAgencyStatus>().DistinctBy(row => row.Row.RowId).Count());
    }

    /// <summary>Days pass between the rows and clocks fire: alarms and what was counted of them may differ, and nothing else.</summary>
    [Property(Arbitrary = [typeof(RandomHistories)], MaxTest = 1000, QuietOnSuccess = true)]
    public void Should_lead_to_the_same_end_whenever_the_rows_come(Arrivals arrivals)
    {
        var one = Run(arrivals.Filing, arrivals.One, arrivals.Minutes).GoTo(Later);
        var other = Run(arrivals.Filing, arrivals.Other, []).GoTo(Later);

        Ending.ShouldAgree(Ending.OfFacts(one), Ending.OfFacts(other));
    }

    [Property(Arbitrary = [typeof(RandomHistories)], MaxTest = 300, QuietOnSuccess = true)]
    public void Should_do_nothing_when_everything_comes_again(Arrivals arrivals)
    {
        var driver = Run(arrivals.Filing, arrivals.One, []);
        var (state, commands, events) = (driver.Json, driver.Commands.Count, driver.Events.Count);

        foreach (var message in arrivals.Other) driver.Give(message);

        driver.Json.ShouldBe(state);
        (driver.Commands.Count, driver.Events.Count).ShouldBe((commands, events));
    }

    private static DossierDriver Run(object filing, IReadOnlyList<object> order, IReadOnlyList<int> minutes)
    {
        var driver = new DossierDriver().Give(filing);
        // Rows have whole minutes: the time of the delivery is never that of a row by chance.
        for (var index = 0; index < order.Count; index++)
            driver.GoTo(driver.Now.AddSeconds(minutes.Count == 0 ? 20 : (minutes[index] * 60) + 7)).Give(order[index]);
        return driver;
    }
}
