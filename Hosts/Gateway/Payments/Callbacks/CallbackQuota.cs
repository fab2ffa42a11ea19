using System.Threading.RateLimiting;
using DichVuCong.Payments.Partners;

namespace DichVuCong.Gateway.Payments.Callbacks;

/// <summary>How many calls of one partner are taken, so that its flood is its own affair. Nobody waits in a queue: who is over it sends again.</summary>
internal sealed class CallbackQuota : IDisposable
{
    /// <summary>Tokens come ten times in a second; for a slow partner once, since there are no parts of a token.</summary>
    private const int RefillsPerSecond = 10;
    private const int SecondsAtOnce = 2;

    private readonly PartitionedRateLimiter<(string Partner, double PerSecond)> _limiter =
        PartitionedRateLimiter.Create<(string Partner, double PerSecond), string>(caller => RateLimitPartition.GetTokenBucketLimiter(
            caller.Partner, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Math.Max(1, (int)Math.Ceiling(caller.PerSecond * SecondsAtOnce)),
                TokensPerPeriod = Math.Max(1, (int)Math.Ceiling(caller.PerSecond / RefillsOf(caller.PerSecond))),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / RefillsOf(caller.PerSecond)),
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

    private static int RefillsOf(double perSecond) => perSecond < RefillsPerSecond ? 1 : RefillsPerSecond;
}
