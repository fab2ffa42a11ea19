using System.Threading.RateLimiting;

namespace DichVuCong.Gateway.OneStop.Access;

/// <summary>How often one system may call: nobody waits in a queue, who is over it is told to come again.</summary>
internal sealed class SystemQuota(OneStopOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        system => RateLimitPartition.GetTokenBucketLimiter(system, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Burst,
            TokensPerPeriod = Math.Max(1, options.CallsPerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            AutoReplenishment = true,
            QueueLimit = 0,
        }));

    /// <summary>Takes one call from a system's quota.</summary>
    public bool TryTake(string system)
    {
        using var lease = _limiter.AttemptAcquire(system);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
