namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>How a hybrid logical clock goes on.</summary>
public static class LogicalClock
{
    /// <summary>The next instant: that of the wall clock, or where that is behind, just after the last. A counter that is used up goes on in the next millisecond.</summary>
    public static LogicalTime Next(LogicalTime last, DateTimeOffset wall)
    {
        var now = new LogicalTime(wall.ToUnixTimeMilliseconds(), Counter: 0);
        if (now > last) return now;
        return last.Counter < int.MaxValue ? last with { Counter = last.Counter + 1 } : new LogicalTime(last.Milliseconds + 1, Counter: 0);
    }

    /// <summary>Whether an instant is further ahead of the wall clock than two clocks may be apart: such a word is refused at the door.</summary>
    public static bool IsTooFarAhead(LogicalTime told, DateTimeOffset wall, TimeSpan allowed) => told.Milliseconds > (wall + allowed).ToUnixTimeMilliseconds();
}
