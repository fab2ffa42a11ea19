using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>Which clocks run where a dossier stands, said again without looking at how the saga gets there.</summary>
internal static class ClockInvariants
{
    private static readonly DossierState[] AtWork = [DossierState.Registered, DossierState.Accepted, DossierState.Processing];
    private static readonly DossierState[] BeforeWork = [DossierState.RefusedBySystem, DossierState.Filed, DossierState.Registered];

    public static void Check(DossierDriver driver)
    {
        var (data, shown) = (driver.Data, driver.Shown);
        var isAccepted = shown.AcceptedAt is not null;
        var hasRows = data.Rows.Count > 0 || data.Folded is not null;

        Runs(driver, "deadline", isAccepted && !StateGraph.IsFinished(shown.State) && !shown.Suspended && shown.Deadline is not null && !Has(data, DossierAlarms.Overdue));
        // An agency's own dossier is watched from its first row on.
        if (data.Origin != DossierOrigin.Agency || hasRows)
            Runs(driver, "acceptance", !isAccepted && BeforeWork.Contains(shown.State) && !Has(data, DossierAlarms.NotAccepted));
        if (isAccepted && AtWork.Contains(shown.State)) Runs(driver, "silence", !Has(data, DossierAlarms.Silent));
        Runs(driver, "undelivered", shown.State == DossierState.Filed && data.DeliveredAt is null && !Has(data, DossierAlarms.Undelivered));
        Runs(driver, "future", data.Rows.Any(row => row.Marks.HasFlag(RowMarks.FlaggedFuture)));
    }

    private static bool Has(DossierData data, DossierAlarms alarm) => data.Alarms.HasFlag(alarm);

    private static void Runs(DossierDriver driver, string clock, bool should)
    {
        if (driver.Clocks.IsRunning(clock) != should) Assert.Fail($"The clock {clock} {(should ? "does not run" : "runs")} in {driver.Shown}.");
    }
}
