using System.Threading.RateLimiting;
using DichVuCong.Payments.Partners;

namespace DichVuCong.Gateway.Payments.Callbacks;

/// <summary>How many calls of one partner are taken, so that its flood is its own affair. Nobody waits in a queue: who is over it sends again.</summary>
internal sealed class CallbackQuota : IDisposable
{
    private const int RefillsPerSecond = 10;
    private const int SecondsAtOnce = 2;

    private readonly PartitionedRateLimiter<(string Partner, double PerSecond)> _limiter =
        PartitionedRateLimiter.Create<(string Partner, double PerSecond), string>(caller => RateLimitPartition.GetTokenBucketLimiter(
            caller.Partner, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Math.Max(1, (int)Math.Ceiling(caller.PerSecond * SecondsAtOnce)),
                TokensPerPeriod = Math.Max(1, (int)Math.Ceiling(caller.PerSecond / RefillsPerSecond)),
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(1000.0 / RefillsPerSecond),
                AutoReplenishment = true,
                QueueLimit = 0,
            }));

    /// <summary>Takes one call from a partner's quota.</summary>
    public bool TryTake(string partner, CallbackDoor door)
    {
        using var lease = _limiter.AttemptAcquire((partner, door.CallsPerSecond));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
