using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>What a dossier must have been counted as, net, where it stands.</summary>
internal static class FigureInvariants
{
    private static readonly Dictionary<DossierState, DailyFigure[]> Ends = new()
    {
        [DossierState.NotAccepted] = [DailyFigure.NotAccepted],
        [DossierState.Withdrawn] = [DailyFigure.Withdrawn],
        [DossierState.Stopped] = [DailyFigure.Stopped],
        [DossierState.Processed] = [DailyFigure.FinishedOnTime, DailyFigure.FinishedLate],
        [DossierState.Returned] = [DailyFigure.FinishedOnTime, DailyFigure.FinishedLate],
    };

    public static void Check(DossierDriver driver)
    {
        var shown = driver.Shown;
        if (driver.Data.Agency is null)
        {
            driver.Figures.ShouldBeEmpty();
            return;
        }

        Counted(driver, [DailyFigure.Filed, DailyFigure.ReceivedAtCounter], driver.Data.FiledAt);
        Counted(driver, [DailyFigure.Accepted], shown.AcceptedAt);
        Counted(driver, [DailyFigure.Returned], shown.State == DossierState.Returned ? shown.Since : null);
        if (driver.Data.Origin != DossierOrigin.Agency) Counted(driver, [DailyFigure.Delivered], driver.Data.DeliveredAt);
        Counted(driver, [DailyFigure.BecameOverdue], driver.Data.Counted.OverdueSince);
        var ends = Ends.GetValueOrDefault(shown.State, []);
        Counted(driver, ends, ends.Length == 0 ? null : shown.FinishedAt);
        foreach (var other in Ends.Values.SelectMany(figures => figures).Except(ends)) Counted(driver, [other], at: null);
        foreach (var (figure, count) in driver.Figures.Where(figure => figure.Value < 0)) Assert.Fail($"{figure} is counted {count} times.");
    }

    /// <summary>Counted once among these figures, on the day of an instant; or, without one, never.</summary>
    private static void Counted(DossierDriver driver, DailyFigure[] figures, DateTimeOffset? at)
    {
        var found = driver.Figures.Where(pair => figures.Any(figure => pair.Key.EndsWith($" {figure}", StringComparison.Ordinal))).ToList();
        var isRight = at is { } instant
            ? found.Count == 1 && found[0].Value == 1 && found[0].Key.StartsWith($"{Sample.Agency} {VietnamTime.DayOf(instant):yyyy-MM-dd} ", StringComparison.Ordinal)
            : found.Count == 0;
        if (!isRight) Assert.Fail($"{string.Join(" or ", figures)} at {at:O} is counted as {string.Join(", ", found)} in {driver.Shown}.");
    }
}
