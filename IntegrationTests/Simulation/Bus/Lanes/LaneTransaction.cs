using DichVuCong.Runtime.Lanes;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Lanes;

/// <summary>A batch between its claim and its commit: the lanes it holds, what it took, and what it decided.</summary>
internal sealed class LaneTransaction
{
    public required Session Session { get; init; }

    public required IReadOnlyList<short> Lanes { get; init; }

    public required BatchInput Input { get; init; }

    /// <summary>How many messages had come when it claimed: those that came later it could not see.</summary>
    public required long Arrivals { get; init; }

    public required BatchOutput Output { get; init; }

    /// <summary>The sequence numbers of what it inserts: drawn before the commit, so that others may commit higher ones first.</summary>
    public required IReadOnlyList<long> ReadySeqs { get; init; }

    public required IReadOnlyList<long> CallSeqs { get; init; }
}
