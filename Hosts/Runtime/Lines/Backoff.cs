using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Lines;

/// <summary>When a failed call is tried again: doubling from the first wait to the longest, with jitter so that a crowd spreads out.</summary>
internal static class Backoff
{
    /// <summary>The wait before the next attempt.</summary>
    /// <param name="limits">The line's limits.</param>
    /// <param name="attempts">Failed attempts so far, at least 1.</param>
    /// <param name="chance">A number from 0 to 1: from half the wait to all of it.</param>
    public static TimeSpan After(LineLimits limits, int attempts, double chance)
    {
        var doublings = Math.Min(attempts - 1, 30);
        var wait = Math.Min(limits.FirstRetryAfter.TotalMilliseconds * Math.Pow(2, doublings), limits.LongestRetryAfter.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(wait * (0.5 + (chance / 2)));
    }
}
