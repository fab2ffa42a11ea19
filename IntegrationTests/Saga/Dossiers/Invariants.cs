using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>What must hold after every decision of a dossier.</summary>
internal static class Invariants
{
    public static void Check(DossierDriver driver)
    {
        var data = driver.Data;
        driver.Clocks.Names.ShouldBe(NamesOf(data.Clocks), "the clocks that the state knows are those that are set");
        if (StateGraph.IsFinal(data.Shown.State)) driver.Clocks.Names.ShouldBeOneOf("", "future");
        if (StateGraph.IsFinished(data.Shown.State)) driver.Clocks.Names.ShouldNotContain("deadline");
        ClockInvariants.Check(driver);
        FigureInvariants.Check(driver);
        Chain(driver);
        Row(driver, data);
    }

    // Each event begins where the one before it ended, and the last is where the dossier stands.
    private static void Chain(DossierDriver driver)
    {
        DossierState? at = null;
        var receipts = 0;
        foreach (var told in driver.Events)
        {
            if (told is ReceiptIssued receipt && receipt.Version != ++receipts) Assert.Fail($"Receipt {receipt.Version} comes as number {receipts}.");
            if (told is not DossierStateChanged change) continue;
            if (at is not null && change.From != at) Assert.Fail($"The dossier was {at} and comes from {change.From}.");
            if (change.Final != StateGraph.IsFinal(change.State)) Assert.Fail($"{change.State} is final: {change.Final}.");
            at = change.State;
        }

        if (at is not null) driver.Shown.State.ShouldBe(at.Value);
        driver.Shown.Receipt.ShouldBe(receipts);
    }

    private static void Row(DossierDriver driver, DossierData data)
    {
        if (driver.Row is not { } row) return;
        var shown = data.Shown;
        var expected = row with
        {
            State = shown.State,
            StateSince = shown.Since,
            ReceiptVersion = shown.Receipt,
            AcceptedAt = shown.AcceptedAt,
            Deadline = shown.Deadline,
            OwnDeadline = shown.OwnDeadline,
            DeadlineSuspended = shown.Suspended,
            FinishedAt = shown.FinishedAt,
            DeliveredAt = data.DeliveredAt,
            Alarms = data.Alarms,
            Agency = data.Agency,
            System = data.System,
        };
        if (row != expected) row.ShouldBe(expected, "the registry shows what the saga knows");
    }

    private static string NamesOf(RunningClocks clocks) => string.Join(' ', Enum.GetValues<RunningClocks>()
        .Where(clock => clock != RunningClocks.None && clocks.HasFlag(clock))
        .Select(clock => clock == RunningClocks.DeadlineSuspended ? "(deadline)" : clock.ToString().ToLowerInvariant())
        .Order(StringComparer.Ordinal));
}
