using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DichVuCong.Runtime.Telemetry;

/// <summary>
/// Makes instruments of declared metrics. Nobody listens unless a host exports: then an instrument that is asked whether it is enabled says no,
/// and nothing is measured.
/// </summary>
public static class Instruments
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "DichVuCong";

    /// <summary>What the runtime calls itself among messaging systems.</summary>
    public const string MessagingSystem = "dichvucong";

    private static readonly Meter Meter = NewMeter();

    /// <summary>Seconds, from a few milliseconds to a minute: calls and commits.</summary>
    public static IReadOnlyList<double> Durations { get; } = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    /// <summary>Seconds, from a few milliseconds to a day: ages.</summary>
    public static IReadOnlyList<double> Ages { get; } = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 15, 60, 300, 1800, 7200, 28800, 86400];

    /// <summary>The source of the traces.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>A meter of its own, for gauges that go with whoever reads them.</summary>
    public static Meter NewMeter() => new(Name);

    /// <summary>A sum that only rises.</summary>
    public static Counter<long> Counter(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Meter.CreateCounter<long>(metric.Name, metric.Unit, metric.Description);
    }

    /// <summary>Values that are spread.</summary>
    public static Histogram<double> Histogram(Metric metric, IReadOnlyList<double> boundaries)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Meter.CreateHistogram(
            metric.Name, metric.Unit, metric.Description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = boundaries });
    }

    /// <summary>A value that is asked for when it is exported.</summary>
    public static void Gauge(Meter meter, Metric metric, Func<IEnumerable<Measurement<double>>> values)
    {
        ArgumentNullException.ThrowIfNull(meter);
        ArgumentNullException.ThrowIfNull(metric);
        meter.CreateObservableGauge(metric.Name, values, metric.Unit, metric.Description);
    }

    /// <summary>A label with its value.</summary>
    public static KeyValuePair<string, object?> Tag(string label, string value) => new(label, value);
}
