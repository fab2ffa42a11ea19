using DichVuCong.Messaging;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners;

/// <summary>
/// A party outside the system, as a model: the calls it takes, what it does by itself, its own ledger of what it was told, and what must hold
/// of that ledger.
/// </summary>
internal interface IModelledPartner
{
    /// <summary>Its lines, and the operations by which it is called; nothing for a party that only calls us.</summary>
    void Declare(Topology topology, VirtualLineDirectory lines);

    /// <summary>It comes back from a backup and knows nothing of what it was told since then.</summary>
    /// <param name="partner">The line's partner.</param>
    /// <param name="since">Since when.</param>
    void Forget(string partner, DateTimeOffset since);

    /// <summary>What must hold of its ledger, at the end of every history.</summary>
    IEnumerable<Invariant> Invariants { get; }
}
