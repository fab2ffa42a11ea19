using DichVuCong.Runtime.Telemetry;

namespace DichVuCong.Registries.Operations.Gauges;

/// <summary>The metrics that are read from the database, by one host for all.</summary>
public static class GaugeMetrics
{
    /// <summary>How much waits.</summary>
    public static Metric Queued { get; } = new(
        "dvc.queue.messages", MetricKind.Gauge, "{message}",
        "Messages and calls in a queue: ready, waiting (for their saga), outbound, calling, later (to be tried again), held (behind a closed key), parked.",
        [Label.Queue, Label.Destination]);

    /// <summary>How long the oldest has waited.</summary>
    public static Metric Oldest { get; } = new(
        "dvc.queue.oldest.age", MetricKind.Gauge, "s", "Age of the oldest message or call in a queue.", [Label.Queue, Label.Destination]);

    /// <summary>Where a partner's circuit stands.</summary>
    public static Metric Circuit { get; } = new(
        "dvc.partner.circuit", MetricKind.Gauge, "{state}", "State of a partner's circuit: 0 closed, 1 half-open, 2 open.", [Label.Partner]);

    /// <summary>Whether a partner is not called.</summary>
    public static Metric Paused { get; } = new(
        "dvc.partner.paused", MetricKind.Gauge, "{state}", "1 while a partner is not called, because of an operator or of announced maintenance.",
        [Label.Partner, Label.Reason]);

    /// <summary>Running clocks.</summary>
    public static Metric ClocksRunning { get; } = new(
        "dvc.clock.running", MetricKind.Gauge, "{clock}", "Running clocks; above a million as the server's statistics know.", []);

    /// <summary>Clocks that will be due soon.</summary>
    public static Metric ClocksSoon { get; } = new(
        "dvc.clock.due_soon", MetricKind.Gauge, "{clock}", "Running clocks that are due within 24 hours.", [Label.Clock]);

    /// <summary>Clocks past their time.</summary>
    public static Metric ClocksOverdue { get; } = new(
        "dvc.clock.overdue", MetricKind.Gauge, "{clock}",
        "Clocks that are due and did not fire (running), and firings that stand behind a closed key (held).", [Label.State]);

    /// <summary>Today's figures.</summary>
    public static Metric Daily { get; } = new(
        "dvc.dossier.daily", MetricKind.Gauge, "{dossier}", "Today's dossiers by ministry or province: filed, accepted, finished in time and late, became overdue.",
        [Label.Agency, Label.Figure]);

    /// <summary>Differences of reconciliation that nobody has closed.</summary>
    public static Metric Differences { get; } = new(
        "dvc.reconciliation.differences", MetricKind.Gauge, "{difference}", "Differences with a bank that are not closed: open or overdue.",
        [Label.Partner, Label.State]);

    /// <summary>How far apart the officers of the two sides were found to be.</summary>
    public static Metric Drift { get; } = new(
        "dvc.account.drift", MetricKind.Gauge, "{officer}",
        "Officers whom a one-stop system held otherwise than we do when its agencies were last compared.", [Label.Partner]);

    /// <summary>How long ago a bank's day was reconciled.</summary>
    public static Metric RunAge { get; } = new(
        "dvc.reconciliation.run.age", MetricKind.Gauge, "s", "Time since the last reconciliation with a bank was completed.", [Label.Partner]);

    /// <summary>Living hosts.</summary>
    public static Metric Hosts { get; } = new(
        "dvc.host.alive", MetricKind.Gauge, "{host}", "Hosts that run sagas and were heard of within 10 seconds.", [Label.Host]);

    /// <summary>How long reading all this took.</summary>
    public static Metric Reading { get; } = new(
        "dvc.gauge.reading.duration", MetricKind.Gauge, "s", "Time that the last reading of these gauges took; missing when it failed.", []);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
        [Queued, Oldest, Circuit, Paused, ClocksRunning, ClocksSoon, ClocksOverdue, Daily, Differences, RunAge, Drift, Hosts, Reading];
}
