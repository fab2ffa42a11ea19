using DichVuCong.Simulation.Bus;

namespace DichVuCong.Simulation.Invariants;

/// <summary>Something that must hold, whatever happened.</summary>
/// <param name="Name">Its name, by which a failing seed tells what it broke.</param>
/// <param name="Words">What it says.</param>
/// <param name="Violations">Finds what breaks it; null for one that is checked at the step that could break it.</param>
internal sealed record Invariant(string Name, string Words, Func<World, IEnumerable<string>>? Violations = null);

/// <summary>Something that must hold does not.</summary>
/// <param name="invariant">Which.</param>
/// <param name="detail">What was found.</param>
internal sealed class InvariantViolation(string invariant, string detail) : Exception($"{invariant}: {detail}")
{
    public string Invariant { get; } = invariant;
}
