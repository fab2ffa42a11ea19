using DichVuCong.Simulation.Plans;

namespace DichVuCong.Simulation.Running;

/// <summary>How a history ended.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Plan">What was done to the system.</param>
/// <param name="TraceHash">The hash of every step.</param>
/// <param name="Figures">How much happened.</param>
/// <param name="Invariant">The invariant that did not hold; null when all did.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Trace">The steps, when they were to be written.</param>
internal sealed record HistoryResult(
    ulong Seed, IReadOnlyList<PlanItem> Plan, ulong TraceHash, HistoryFigures Figures, string? Invariant, string? Detail, IReadOnlyList<string> Trace)
{
    public bool IsGood => Invariant is null;
}

/// <summary>How much happened in a history, or in many.</summary>
internal readonly record struct HistoryFigures(long Dossiers, long Decisions, long Calls, long Parked, long Steps)
{
    /// <summary>Payments in the banks' books.</summary>
    public long Payments { get; init; }

    /// <summary>Refunds in the banks' books.</summary>
    public long Refunds { get; init; }

    /// <summary>Differences that orders found.</summary>
    public long Differences { get; init; }

    public static HistoryFigures operator +(HistoryFigures left, HistoryFigures right) => new(
        left.Dossiers + right.Dossiers, left.Decisions + right.Decisions, left.Calls + right.Calls, left.Parked + right.Parked, left.Steps + right.Steps)
    {
        Payments = left.Payments + right.Payments,
        Refunds = left.Refunds + right.Refunds,
        Differences = left.Differences + right.Differences,
    };
}
