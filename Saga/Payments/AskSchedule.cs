namespace DichVuCong.Saga.Payments;

/// <summary>When something is asked, or tried again: at some moments after its beginning, then at even distances, until a time is over.</summary>
/// <param name="First">The first moments after the beginning, rising.</param>
/// <param name="Every">The distance between the moments after those.</param>
/// <param name="Until">After this time there is no moment any more.</param>
public sealed record AskSchedule(IReadOnlyList<TimeSpan> First, TimeSpan Every, TimeSpan Until)
{
    /// <summary>After 1, 5, 15 and 30 minutes, then hourly to 3 days (decisions, Payments).</summary>
    public static AskSchedule Default { get; } = new(
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30)], TimeSpan.FromHours(1), TimeSpan.FromDays(3));

    /// <summary>The first moment after <paramref name="after"/>; null when there is none. Moments that were missed are not made up for.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset start, DateTimeOffset after)
    {
        foreach (var first in First)
        {
            if (start + first > after) return first <= Until ? start + first : null;
        }

        var rest = start + (First.Count == 0 ? TimeSpan.Zero : First[^1]);
        var steps = after < rest ? 1 : ((after - rest).Ticks / Every.Ticks) + 1;
        var next = rest + (Every * steps);
        return next <= start + Until ? next : null;
    }
}
