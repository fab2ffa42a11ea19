namespace DichVuCong.Saga.WorkingTime;

/// <summary>A week of office hours, with the sums that make counting over any number of such weeks a division and a look-up.</summary>
internal sealed class OfficeWeek
{
    private const int Length = 7;
    private const int Saturday = 5;

    private readonly OfficeDay[] _days;

    // Sums over two weeks from Monday, so that any seven days in a row lie together.
    private readonly int[] _workdaysBefore = new int[(2 * Length) + 1];
    private readonly long[] _workedBefore = new long[(2 * Length) + 1];

    /// <summary>Makes a week of its days.</summary>
    /// <param name="days">Seven days, Monday first.</param>
    public OfficeWeek(OfficeDay[] days)
    {
        _days = days;
        for (var i = 0; i < 2 * Length; i++)
        {
            _workdaysBefore[i + 1] = _workdaysBefore[i] + (On(i).IsWorkday ? 1 : 0);
            _workedBefore[i + 1] = _workedBefore[i] + On(i).Worked;
        }
    }

    public static OfficeWeek Closed { get; } = EveryDay(OfficeDay.Off);

    /// <summary>A week in which every day is alike: what a single special day is made of.</summary>
    public static OfficeWeek EveryDay(OfficeDay day) => new([day, day, day, day, day, day, day]);

    /// <summary>The hours of a day (<see cref="LocalTicks"/>: day 0 is a Monday).</summary>
    public OfficeDay On(int day) => _days[day % Length];

    /// <summary>
    /// The hours of a day on which people work in exchange for another. No document says which hours these are, so (ours) a Saturday or
    /// Sunday is worked like a Friday, the day that is exchanged as a rule, or like the last weekday before it that is worked at all; a
    /// Saturday morning that an agency works anyway does not shorten it. A day from Monday to Friday is worked by its own hours.
    /// </summary>
    public OfficeDay InExchange(int day)
    {
        if (day % Length < Saturday && On(day).IsWorkday)
            return On(day);
        for (var weekday = Saturday - 1; weekday >= 0; weekday--)
        {
            if (On(weekday).IsWorkday)
                return On(weekday);
        }

        return On(day);
    }

    /// <summary>How many of the <paramref name="days"/> days from <paramref name="from"/> are working days.</summary>
    public int WorkdaysIn(int from, int days) => Sum(_workdaysBefore, from, days);

    /// <summary>The working time of the <paramref name="days"/> days from <paramref name="from"/>.</summary>
    public long WorkedIn(int from, int days) => Sum(_workedBefore, from, days);

    /// <summary>The <paramref name="number"/>th working day, the first being 1, counted from <paramref name="from"/>.</summary>
    public int Workday(int from, int number)
    {
        var weeks = (number - 1) / _workdaysBefore[Length];
        var left = number - (weeks * _workdaysBefore[Length]);
        var day = from + (weeks * Length);
        while (!On(day).IsWorkday || --left > 0)
            day++;
        return day;
    }

    /// <summary>The moment, in local ticks, at which <paramref name="worked"/>, above 0, has been worked since <paramref name="from"/>.</summary>
    public long MomentWhenWorked(int from, long worked)
    {
        var weeks = (worked - 1) / _workedBefore[Length];
        var left = worked - (weeks * _workedBefore[Length]);
        var day = from + (int)(weeks * Length);
        while (On(day).Worked < left)
            left -= On(day++).Worked;
        return LocalTicks.At(day, On(day).TimeWhenWorked(left));
    }

    private static int Sum(int[] before, int from, int days) =>
        (days / Length * before[Length]) + before[(from % Length) + (days % Length)] - before[from % Length];

    private static long Sum(long[] before, int from, int days) =>
        (days / Length * before[Length]) + before[(from % Length) + (days % Length)] - before[from % Length];
}
