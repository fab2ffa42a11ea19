using DichVuCong.Runtime.Journal;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Invariants;

/// <summary>What must hold of the queues and the journal when all is quiet.</summary>
internal static class BusInvariants
{
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("nothing-stuck", "When faults have stopped and quiet has come, every queue is empty except what waits behind something parked, and what is parked is listed.", Stuck),
        new(
            "the-journal-explains",
            "The journal has one row for each decision of each saga, numbered without a gap, and one edge for each change of state that the portal was told.",
            Unexplained),
        new(
            "no-personal-data",
            "Nothing that operators, journals or errors show holds a person's name.",
            world => world.Tables.Parked.Where(row => row.Error.Contains("Bí Mật", StringComparison.Ordinal)).Select(row => $"the error of {row.Id} names a person")),
    ];

    private static IEnumerable<string> Stuck(World world)
    {
        var tables = world.Tables;
        foreach (var message in tables.Ready.SelectMany(lane => lane.Values)) yield return $"{message.Key} is ready and nobody takes it";
        foreach (var (message, _) in tables.Waiting) yield return $"{message.Key} waits for its saga";
        foreach (var line in tables.Lines.Values.Where(line => !line.IsIdle))
        {
            yield return $"{line.Settings.Partner} has {line.Outbound.Count} calls, {line.Later.Count} for later and {line.Attempts.Count} marks";
        }

        foreach (var (scope, key) in tables.HeldMessages.Keys.Where(place => !IsParked(tables, place.Scope, place.Key))) yield return $"{key} is held at {scope} by nothing";
        foreach (var (line, key) in tables.HeldCalls.Keys.Where(place => !IsParked(tables, -place.Line, place.Key))) yield return $"{key} is held on line {line} by nothing";
        foreach (var (scope, key) in tables.Blocked.Where(place => !IsParked(tables, place.Scope, place.Key))) yield return $"{key} is closed at {scope} by nothing";
    }

    private static bool IsParked(Tables tables, int scope, string key) => tables.Parked.Exists(row => row.Scope == scope && row.Key == key);

    private static IEnumerable<string> Unexplained(World world)
    {
        var decisions = world.Tables.Journal.Where(entry => entry is { Outcome: JournalOutcome.Decided, Saga: not 0 }).ToLookup(entry => entry.Saga);
        foreach (var saga in world.Tables.SagasById.Values)
        {
            var rows = decisions[saga.Id].Select(entry => entry.N).Order().ToList();
            if (!rows.SequenceEqual(Enumerable.Range(1, saga.Version))) yield return $"{saga.Key} has taken {saga.Version} decisions and the journal tells of {rows.Count}";
            if (saga.State is not Saga.Dossiers.DossierData) continue;
            var (edges, changes) = (decisions[saga.Id].Count(entry => entry.Edge is not null), world.Feed.Of(saga.Key).OfType<Contracts.Dossiers.DossierStateChanged>().Count());
            if (edges != changes) yield return $"{saga.Key} has changed {changes} times and the journal names {edges} edges";
        }
    }
}
