using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Registries.Operations.Gauges;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Runtime.Telemetry;

namespace DichVuCong.Telemetry.Tests.Support;

/// <summary>Every metric that the hosts export, and what Prometheus calls it.</summary>
internal static class Emitted
{
    /// <summary>Those of the system itself.</summary>
    public static IReadOnlyList<Metric> Ours { get; } = [.. RuntimeMetrics.All, .. GaugeMetrics.All, .. ReconciliationMetrics.All, UnsupportedServices.Metric];

    /// <summary>The platform's, as far as dashboards and alerts use them. What they are called is held against a real Worker.</summary>
    public static IReadOnlyList<Metric> Platform { get; } =
    [
        new("http.server.request.duration", MetricKind.Histogram, "s", "", ["http.route", "http.request.method", "http.response.status_code"]),
        new("http.client.request.duration", MetricKind.Histogram, "s", "", ["server.address", "http.request.method", "http.response.status_code"]),
        new("dotnet.process.memory.working_set", MetricKind.Gauge, "By", "", []),
        new("dotnet.process.cpu.time", MetricKind.Counter, "s", "", ["cpu.mode"]),
        new("dotnet.gc.collections", MetricKind.Counter, "{collection}", "", ["gc.heap.generation"]),
    ];

    /// <summary>The series that Prometheus has of a metric, by its rules for OTLP.</summary>
    public static IEnumerable<string> SeriesOf(Metric metric)
    {
        var name = Underscored(metric.Name) + metric.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return metric.Kind switch
        {
            MetricKind.Counter => [$"{name}_total"],
            MetricKind.Histogram => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
            _ => [name],
        };
    }

    /// <summary>A label as Prometheus spells it.</summary>
    public static string Underscored(string name) => name.Replace('.', '_');
}
