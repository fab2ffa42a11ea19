using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DichVuCong.Runtime.Telemetry;

namespace DichVuCong.Testing;

/// <summary>A value that an instrument was given.</summary>
/// <param name="Metric">The instrument's name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">The value.</param>
/// <param name="Labels">Its labels.</param>
public sealed record Measured(string Metric, string Unit, double Value, IReadOnlyDictionary<string, string> Labels);

/// <summary>Writes down what the instruments of this process are given while it lives.</summary>
public sealed class MeterRecorder : IDisposable
{
    private readonly ConcurrentQueue<Measured> _all = new();
    private readonly MeterListener _listener = new();

    /// <summary>Begins.</summary>
    /// <param name="meter">Only this meter; null for all of ours.</param>
    public MeterRecorder(Meter? meter = null)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (meter is null ? instrument.Meter.Name == Instruments.Name : instrument.Meter == meter) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What was measured so far.</summary>
    public IReadOnlyList<Measured> All => [.. _all];

    /// <summary>What was measured of a metric.</summary>
    public IReadOnlyList<Measured> Of(Metric metric) => [.. _all.Where(measured => measured.Metric == metric.Name)];

    /// <summary>Asks the gauges for their values, as an export does; those of before are forgotten.</summary>
    public IReadOnlyList<Measured> ReadGauges()
    {
        _all.Clear();
        _listener.RecordObservableInstruments();
        return All;
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags) labels.Add(tag.Key, tag.Value?.ToString() ?? "");
        _all.Enqueue(new Measured(instrument.Name, instrument.Unit ?? "", value, labels));
    }
}
