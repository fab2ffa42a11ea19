using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DichVuCong.Runtime.Telemetry;

namespace DichVuCong.Gateway.OneStop.Calls;

/// <summary>Counts the calls of services that are not supported, by name: which of them to build next.</summary>
internal sealed class UnsupportedServices
{
    /// <summary>The metric; no more services are named than the first hundred.</summary>
    public static readonly Metric Metric = new(
        "dvc.onestop.unsupported_calls", MetricKind.Counter, "{call}", "Calls of services that are not supported, by the name that the caller gave.", [Label.Service]);

    private const int MostNames = 100;
    private const string Rest = "other";

    private static readonly Counter<long> Calls = Instruments.Counter(Metric);

    private readonly ConcurrentDictionary<string, byte> _names = new(StringComparer.Ordinal);

    /// <summary>Counts one; names beyond the first hundred are counted together.</summary>
    public void Count(string service)
    {
        var isKnown = _names.ContainsKey(service) || (_names.Count < MostNames && _names.TryAdd(service, 0));
        Calls.Add(1, Instruments.Tag(Label.Service, isKnown ? service : Rest));
    }
}
