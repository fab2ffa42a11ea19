using System.Threading.RateLimiting;

namespace DichVuCong.Gateway.Access;

/// <summary>How often somebody without credentials may ask, by address: enough for a person who follows a dossier, too little for trying codes out.</summary>
internal sealed class AnonymousQuota(AnonymousQuotaOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Burst,
            TokensPerPeriod = options.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
            QueueLimit = 0,
        }));

    /// <summary>Takes one question from the address's quota.</summary>
    public bool TryTake(HttpContext context, out TimeSpan retryAfter)
    {
        using var lease = _limiter.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "");
        retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}

/// <summary>The settings of the quota.</summary>
internal sealed record AnonymousQuotaOptions
{
    /// <summary>Questions a second, on average. Default 10.</summary>
    public int PerSecond { get; init; } = 10;

    /// <summary>Questions at once. Default 60.</summary>
    public int Burst { get; init; } = 60;
}
