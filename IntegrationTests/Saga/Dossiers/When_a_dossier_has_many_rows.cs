using System.Text;

namespace DichVuCong.Saga.Tests.Dossiers;

internal sealed class When_a_dossier_has_many_rows
{
    private const int Budget = 1500;

    /// <summary>Back and forth between working on it and asking for more: nothing is folded into less.</summary>
    private static readonly int[] Worst = [4, 5];

    private static readonly int[] Usual = [4, 4, 4, 4, 5, 4, 6, 4, 4, 4];

    [Test]
    public void Should_stay_within_the_budget_of_a_state([Values] bool isWorst, [Values] bool isCounter, [Values] bool withDates)
    {
        var driver = new DossierDriver().Give(isCounter ? Sample.Counter : Sample.Filing);
        if (!isCounter) driver.Give(Sample.Delivered);
        driver.GoTo("2026-03-02 09:10").Give(Sample.Whole(2, "2026-03-02 09:10", "2026-03-30 17:00"));

        byte[] largest = [];
        var states = isWorst ? Worst : Usual;
        for (var row = 0; row < 60; row++)
        {
            driver.GoTo(driver.Now.AddHours(5));
            var state = states[row % states.Length];
            driver.Give(withDates && row % 4 == 0
                ? Sample.Whole(state, "2026-03-02 09:10", $"2026-04-{(row / 4) + 1:00} 17:00", at: $"{driver.Now:yyyy-MM-dd HH:mm}", note: "Gia hạn")
                : Sample.Row(state, driver.Now, "Chuyển bước"));
            if (driver.Json.Length > largest.Length) largest = driver.Json;
        }

        largest.Length.ShouldBeLessThanOrEqualTo(Budget, Encoding.UTF8.GetString(largest));

        driver.History.Count.ShouldBe(61);
        driver.Data.Folded.ShouldNotBeNull();
    }
}
