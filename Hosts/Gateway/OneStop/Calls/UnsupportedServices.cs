using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace DichVuCong.Gateway.OneStop.Calls;

/// <summary>Counts the calls of services that are not supported, by name: which of them to build next.</summary>
internal sealed class UnsupportedServices : IDisposable
{
    /// <summary>The meter of the one-stop wire.</summary>
    public const string MeterName = "DichVuCong.Gateway.OneStop";

    private const int MostNames = 100;
    private const string Rest = "other";

    private readonly ConcurrentDictionary<string, byte> _names = new(StringComparer.Ordinal);
    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _calls;

    public UnsupportedServices() => _calls = _meter.CreateCounter<long>("dvc.onestop.unsupported_calls", "{call}", "Calls of services that are not supported");

    /// <summary>Counts one; names beyond the first hundred are counted together.</summary>
    public void Count(string service)
    {
        var isKnown = _names.ContainsKey(service) || (_names.Count < MostNames && _names.TryAdd(service, 0));
        _calls.Add(1, new KeyValuePair<string, object?>("service", isKnown ? service : Rest));
    }

    public void Dispose() => _meter.Dispose();
}
