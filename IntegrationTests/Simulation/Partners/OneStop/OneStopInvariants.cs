using DichVuCong.Contracts.Dossiers;
using DichVuCong.Simulation.Catalogue;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.OneStop;

/// <summary>What must hold of what the agencies have.</summary>
internal static class OneStopInvariants
{
    public static IEnumerable<Invariant> All(OneStopSystems systems) =>
    [
        new(
            "accepted-rows-have-one-effect",
            "Every row that an agency was told is taken stands in the dossier's history, once.",
            world => from row in systems.Accepted
                     where world.Registry.Find(row.Dossier) is not { } dossier || !dossier.History.ContainsKey(row.RowId)
                     select $"the row {row.RowId} of {row.Dossier} was taken and is not in the history"),
        new(
            "stored-by-one-agency",
            "A dossier is stored by one one-stop system only: that of its competent agency.",
            world => from system in systems.All
                     from dossier in system.Stored.Keys
                     where world.Registry.Find(dossier)?.System != system.Code
                     select $"{dossier} is stored by {system.Code}"),
        new(
            "delivered",
            "Every dossier with a competent agency is stored, in its last revision, by that agency's system, unless that refused it, lied about it or forgot it, or a call is parked, or it ended before.",
            world => from dossier in world.Registry.Dossiers.Values
                     where dossier.System is not null && dossier.Number < 1000
                     let system = systems[dossier.System!]
                     let code = dossier.Code.Value
                     where !system.Refused.Contains(code) && !system.Lies.Contains(code) && !system.Forgotten.Contains(code)
                     where world.Operated.Count == 0
                     where !system.Stored.TryGetValue(code, out var stored) || (stored.Revision < dossier.Revision && !HasEnded(dossier.Shown?.State))
                     select $"{code} is not stored by {system.Code} in revision {dossier.Revision}"),
        new(
            "no-closed-agency",
            "No agency gets a dossier that was filed after it was closed.",
            world => from dossier in world.Registry.Dossiers.Values
                     where dossier.Agency is { Value: "H29.102" } && Contracts.VietnamTime.DayOf(dossier.BornAt) > SampleCatalogue.LastOfClosed
                     select $"{dossier.Code} was given to an agency that had been closed"),
    ];

    private static bool HasEnded(DossierState? state) => state is { } at && Saga.Dossiers.StateGraph.IsFinal(at);
}
