using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.WorkingTime;

/// <summary>Which week of office hours holds from which day on: hours change with the season.</summary>
internal sealed class OfficeSeasons
{
    private readonly int[] _starts;
    private readonly OfficeWeek[] _weeks;

    private OfficeSeasons(int[] starts, OfficeWeek[] weeks) => (_starts, _weeks) = (starts, weeks);

    /// <summary>No office hours at all.</summary>
    public static OfficeSeasons None { get; } = new([0], [OfficeWeek.Closed]);

    /// <summary>The first days of the seasons, in order; the first is day 0.</summary>
    public IReadOnlyList<int> Starts => _starts;

    /// <summary>The week that holds on a day.</summary>
    public OfficeWeek On(int day) => _weeks[SortedArray.LastAtMost(_starts, day)];

    /// <summary>These seasons with an agency's own rows laid over them; on days on which none of its rows is valid these go on.</summary>
    public OfficeSeasons With(IReadOnlyCollection<OfficeHours> rows)
    {
        int[] starts = [.. _starts
            .Concat(rows.Select(row => row.ValidFrom.DayNumber))
            .Concat(rows.Where(row => row.ValidTo is not null).Select(row => row.ValidTo!.Value.DayNumber + 1))
            .Distinct()
            .Order()];
        return new(starts, [.. starts.Select(start => WeekOf([.. rows.Where(row => IsValid(row, start))]) ?? On(start))]);
    }

    private static bool IsValid(OfficeHours row, int day) =>
        row.ValidFrom.DayNumber <= day && (row.ValidTo is null || day <= row.ValidTo.Value.DayNumber);

    private static OfficeWeek? WeekOf(OfficeHours[] rows) =>
        rows.Length == 0 ? null : new OfficeWeek([.. Enumerable.Range(0, 7).Select(weekday => DayOf(rows, weekday))]);

    private static OfficeDay DayOf(OfficeHours[] rows, int weekdayFromMonday) =>
        new([.. rows
            .Where(row => ((int)row.Day + 6) % 7 == weekdayFromMonday)
            .Select(row => (row.From.Ticks, row.To.Ticks))
            .Order()]);
}
