using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Registries;

namespace DichVuCong.Simulation.Invariants;

/// <summary>What must hold of every dossier when all is quiet.</summary>
internal static class DossierInvariants
{
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new(
            "the-state-follows-from-the-rows",
            "A dossier's state, acceptance and end are those that follow from the set of its rows, whatever order they came in.",
            world => world.Registry.Dossiers.Values.SelectMany(dossier => AgainstOracle(world, dossier))),
        new(
            "one-state-everywhere",
            "Saga and registry agree on each dossier, and in the end it has one final state or none.",
            world => from dossier in world.Registry.Dossiers.Values
                     let data = world.Checks.DossierOf(dossier.Code.Value)
                     where data is null || (dossier.Shown is { } shown && shown.State != data.Shown.State)
                     select $"{dossier.Code} is {data?.Shown.State} in its saga and {dossier.Shown?.State} in the registry"),
        new(
            "figures-add-up",
            "A dossier counts in the daily figures as what it is: filed or received once, ended once, and nothing below zero.",
            world => world.Registry.Dossiers.Values.SelectMany(Miscounted)),
    ];

    private static IEnumerable<string> AgainstOracle(World world, DossierEntry dossier)
    {
        var rows = dossier.History.Values.Select(kept => kept.Row).ToList();
        if (rows.Count == 0 || world.Checks.DossierOf(dossier.Code.Value) is not { } data) yield break;
        var isOwn = data.Origin == DossierOrigin.Agency;
        var oracle = Oracle.Of(rows, CorrectedRows(dossier), isOwn);
        if (oracle.State != (int)data.Shown.State) yield return $"{dossier.Code} is {(int)data.Shown.State} and should be {oracle.State}";
        if (oracle.FinishedAt != data.Shown.FinishedAt) yield return $"{dossier.Code} ended at {data.Shown.FinishedAt:O} and should have at {oracle.FinishedAt:O}";
        if (!isOwn && oracle.AcceptedAt != data.Shown.AcceptedAt) yield return $"{dossier.Code} was accepted at {data.Shown.AcceptedAt:O} and should have been at {oracle.AcceptedAt:O}";
    }

    /// <summary>The rows that an operator accepted.</summary>
    public static HashSet<string> CorrectedRows(DossierEntry dossier) =>
        [.. dossier.Flags.Where(flag => flag is { Flag: DossierFlag.Corrected, RowId: not null }).Select(flag => flag.RowId!)];

    private static IEnumerable<string> Miscounted(DossierEntry dossier)
    {
        int Count(params DailyFigure[] figures) => dossier.Figures.Where(row => figures.Contains(row.Key.Figure)).Sum(row => row.Value);
        foreach (var (figure, count) in dossier.Figures.Where(row => row.Value < 0)) yield return $"{dossier.Code} counts {count} times as {figure}";
        if (dossier.Agency is null) yield break;
        if (Count(DailyFigure.Filed, DailyFigure.ReceivedAtCounter) != 1) yield return $"{dossier.Code} is not counted once as filed";
        var ends = Count(DailyFigure.FinishedOnTime, DailyFigure.FinishedLate, DailyFigure.NotAccepted, DailyFigure.Withdrawn, DailyFigure.Stopped);
        var hasEnded = dossier.Shown is { } shown && StateGraph.IsFinished(shown.State);
        if (ends != (hasEnded ? 1 : 0)) yield return $"{dossier.Code} is counted {ends} times as ended and is {dossier.Shown?.State}";
    }
}
