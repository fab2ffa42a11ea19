namespace DichVuCong.Saga.WorkingTime;

/// <summary>The office hours of one day: stretches in ticks of the day, in order and apart from each other.</summary>
/// <param name="stretches">When the office opens and closes; none on a day off.</param>
internal sealed class OfficeDay((long Open, long Close)[] stretches)
{
    public static OfficeDay Off { get; } = new([]);

    /// <summary>Whether anybody works on this day.</summary>
    public bool IsWorkday => stretches.Length > 0;

    /// <summary>The last closing time of the day: where a term in days ends.</summary>
    public long Close { get; } = stretches.Length > 0 ? stretches[^1].Close : 0;

    /// <summary>The working time of the whole day.</summary>
    public long Worked { get; } = stretches.Sum(stretch => stretch.Close - stretch.Open);

    /// <summary>The working time of the day up to a time of it.</summary>
    public long WorkedBefore(long timeOfDay)
    {
        var worked = 0L;
        foreach (var (open, close) in stretches)
        {
            if (timeOfDay <= open)
                break;
            worked += Math.Min(timeOfDay, close) - open;
        }

        return worked;
    }

    /// <summary>
    /// The earliest time of day at which <paramref name="worked"/>, above 0 and at most <see cref="Worked"/>, has been worked: a term that
    /// is used up at closing time ends there, not at the next opening.
    /// </summary>
    public long TimeWhenWorked(long worked)
    {
        foreach (var (open, close) in stretches)
        {
            if (worked <= close - open)
                return open + worked;
            worked -= close - open;
        }

        return Close;
    }
}
