using System.Diagnostics.Metrics;
using DichVuCong.Runtime.Telemetry;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>What is measured of reconciliation while it runs.</summary>
public static class ReconciliationMetrics
{
    /// <summary>Runs.</summary>
    public static Metric Runs { get; } = new(
        "dvc.reconciliation.runs", MetricKind.Counter, "{run}", "Reconciliations that were completed, or failed.", [Label.Partner, Label.Outcome]);

    /// <summary>What they found.</summary>
    public static Metric Opened { get; } = new(
        "dvc.reconciliation.differences.opened", MetricKind.Counter, "{difference}", "Differences that reconciliation found.", [Label.Partner]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All { get; } = [Runs, Opened];

    private static readonly Counter<long> RunCount = Instruments.Counter(Runs);
    private static readonly Counter<long> OpenedCount = Instruments.Counter(Opened);

    /// <summary>A run was completed.</summary>
    public static void Completed(string partner, int opened)
    {
        RunCount.Add(1, Instruments.Tag(Label.Partner, partner), Instruments.Tag(Label.Outcome, "completed"));
        if (opened > 0) OpenedCount.Add(opened, Instruments.Tag(Label.Partner, partner));
    }

    /// <summary>A run failed, and nothing of it was kept.</summary>
    public static void Failed(string partner) =>
        RunCount.Add(1, Instruments.Tag(Label.Partner, partner), Instruments.Tag(Label.Outcome, "failed"));
}
