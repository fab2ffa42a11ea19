using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>All orders of arrival, for the sets that are written down.</summary>
[TestFixture]
internal sealed class When_rows_come_in_any_order
{
    [TestCaseSource(typeof(Histories), nameof(Histories.All))]
    public void Should_lead_a_filed_dossier_to_the_same_end(object[] messages) => ShouldAgree(Sample.Filing, messages);

    [TestCaseSource(typeof(Histories), nameof(Histories.All))]
    public void Should_lead_an_agencys_own_dossier_to_the_same_end(object[] messages) =>
        ShouldAgree(Sample.Counter, [.. messages.Where(message => message is not DossierDelivered)]);

    private static void ShouldAgree(object filing, object[] messages)
    {
        string? expected = null;
        foreach (var order in Orders.Of(messages))
        {
            var driver = Run(filing, order);
            driver.History.Count.ShouldBe(messages.OfType<RecordAgencyStatus>().DistinctBy(row => row.Row.RowId).Count(), "every row is kept, once");
            var ending = Ending.Of(driver);
            expected ??= ending;
            Ending.ShouldAgree(expected, ending, Orders.Show(order));
        }

        expected.ShouldNotBeNull();
    }

    private static DossierDriver Run(object filing, IReadOnlyList<object> order)
    {
        var driver = new DossierDriver().Give(filing);
        foreach (var message in order) driver.GoTo(driver.Now.AddSeconds(20)).Give(message);
        return driver.GoTo(Histories.Later);
    }
}
