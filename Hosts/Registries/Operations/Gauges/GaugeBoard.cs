using System.Diagnostics.Metrics;
using DichVuCong.Runtime.Telemetry;

namespace DichVuCong.Registries.Operations.Gauges;

/// <summary>Shows the last reading to whoever exports it; a host that does not read shows nothing.</summary>
internal sealed class GaugeBoard : IDisposable
{
    private readonly Meter _meter = Instruments.NewMeter();
    private volatile IReadOnlyDictionary<string, IReadOnlyList<Measurement<double>>>? _shown;

    public GaugeBoard()
    {
        foreach (var metric in GaugeMetrics.All) Instruments.Gauge(_meter, metric, () => _shown?.GetValueOrDefault(metric.Name) ?? []);
    }

    /// <summary>The meter of its instruments.</summary>
    public Meter Meter => _meter;

    /// <summary>Shows these values, and no others.</summary>
    public void Show(IReadOnlyDictionary<string, IReadOnlyList<Measurement<double>>> values) => _shown = values;

    /// <summary>Shows nothing: old values would look like new ones.</summary>
    public void Clear() => _shown = null;

    public void Dispose() => _meter.Dispose();
}
