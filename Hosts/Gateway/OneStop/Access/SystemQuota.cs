using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using DichVuCong.Gateway.OneStop.Calls;

namespace DichVuCong.Gateway.OneStop.Access;

/// <summary>
/// How much one system may bring in, so that its flood is its own affair: dossiers, rows and questions count, not calls, since a call may hold
/// hundreds of them. Nobody waits in a queue: who is over it is told to come again.
/// </summary>
internal sealed class SystemQuota(OneStopOptions options, TimeProvider time, ILogger<SystemQuota> logger) : IDisposable
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Flood> _floods = new(StringComparer.Ordinal);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        system => RateLimitPartition.GetTokenBucketLimiter(system, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Burst,
            TokensPerPeriod = Math.Max(1, options.ItemsPerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            AutoReplenishment = true,
            QueueLimit = 0,
        }));

    /// <summary>Whether there is anything left of a system's quota: asked before a call's contents are read.</summary>
    public bool IsOpen(string system) => Take(system, 0);

    /// <summary>Takes a call's items from a system's quota, one at least. A call that holds more than a whole burst takes the burst.</summary>
    public bool TryTake(string system, int items) => Take(system, Math.Clamp(items, 1, options.Burst));

    public void Dispose() => _limiter.Dispose();

    private bool Take(string system, int items)
    {
        using var lease = _limiter.AttemptAcquire(system, items);
        if (!lease.IsAcquired && _floods.GetOrAdd(system, _ => new Flood()).Count(time) is { } count) OneStopLog.OverQuota(logger, system, count);
        return lease.IsAcquired;
    }

    /// <summary>A flood is a line every few seconds, not one for each call: writing those would cost more than refusing the calls.</summary>
    private sealed class Flood
    {
        private readonly Lock _lock = new();
        private long _refused;
        private long? _told;

        /// <summary>Counts a refusal; the number to tell when it is time to.</summary>
        public long? Count(TimeProvider time)
        {
            lock (_lock)
            {
                _refused++;
                if (_told is { } last && time.GetElapsedTime(last) < BetweenLines) return null;
                (_told, var refused) = (time.GetTimestamp(), _refused);
                _refused = 0;
                return refused;
            }
        }
    }
}
