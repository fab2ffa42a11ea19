namespace DichVuCong.Saga.WorkingTime;

/// <summary>
/// One calendar for all time: spans of days that follow one week, each with the sums of everything before it. A special day is a span of
/// its own. Every question is a binary search over the spans, however far away the day is; nothing is cached and nothing changes.
/// </summary>
internal sealed class OfficeCalendar
{
    private readonly int[] _starts;
    private readonly OfficeWeek[] _weeks;
    private readonly int[] _workdaysBefore;
    private readonly long[] _workedBefore;

    /// <summary>Lays spans end to end.</summary>
    /// <param name="starts">The first days of the spans, in order; the first is day 0, the last span has no end.</param>
    /// <param name="weeks">The week of each span; that of the last has working time.</param>
    public OfficeCalendar(int[] starts, OfficeWeek[] weeks)
    {
        (_starts, _weeks) = (starts, weeks);
        _workdaysBefore = new int[starts.Length];
        _workedBefore = new long[starts.Length];
        for (var i = 1; i < starts.Length; i++)
        {
            _workdaysBefore[i] = _workdaysBefore[i - 1] + weeks[i - 1].WorkdaysIn(starts[i - 1], starts[i] - starts[i - 1]);
            _workedBefore[i] = _workedBefore[i - 1] + weeks[i - 1].WorkedIn(starts[i - 1], starts[i] - starts[i - 1]);
        }
    }

    /// <summary>The hours of a day.</summary>
    public OfficeDay On(int day) => _weeks[SpanOf(day)].On(day);

    /// <summary>How many working days lie before a day.</summary>
    public int WorkdaysBefore(int day)
    {
        var span = SpanOf(day);
        return _workdaysBefore[span] + _weeks[span].WorkdaysIn(_starts[span], day - _starts[span]);
    }

    /// <summary>The working day that has <paramref name="number"/> - 1 working days before it.</summary>
    public int Workday(int number)
    {
        var span = SortedArray.LastAtMost(_workdaysBefore, number - 1);
        return _weeks[span].Workday(_starts[span], number - _workdaysBefore[span]);
    }

    /// <summary>The day itself when people work on it, or else the next on which they do.</summary>
    public int WorkdayFrom(int day) => On(day).IsWorkday ? day : Workday(WorkdaysBefore(day) + 1);

    /// <summary>The working time, in ticks, before a moment in local ticks.</summary>
    public long WorkedBefore(long moment)
    {
        var day = LocalTicks.Day(moment);
        var span = SpanOf(day);
        var week = _weeks[span];
        return _workedBefore[span] + week.WorkedIn(_starts[span], day - _starts[span]) + week.On(day).WorkedBefore(LocalTicks.TimeOfDay(moment));
    }

    /// <summary>The earliest moment, in local ticks, that has <paramref name="worked"/>, above 0, of working time before it.</summary>
    public long MomentWhenWorked(long worked)
    {
        var span = SortedArray.LastAtMost(_workedBefore, worked - 1);
        return _weeks[span].MomentWhenWorked(_starts[span], worked - _workedBefore[span]);
    }

    /// <summary>The moment at which a working day closes.</summary>
    public long CloseOf(int workday) => LocalTicks.At(workday, On(workday).Close);

    private int SpanOf(int day) => SortedArray.LastAtMost(_starts, day);
}
