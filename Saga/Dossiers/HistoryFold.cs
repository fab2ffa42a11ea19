using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Dossiers;

/// <summary>
/// Folds the rows of a dossier into its history. The result depends on the set of rows alone, not on the order in which they came: whatever
/// is repeated, late or out of order, the current state is right.
/// <list type="bullet">
/// <item>A row that waits for its time, and every row behind it, has no effect yet.</item>
/// <item>A row whose time is not that of its state says nothing where a row with a time says the same state (ours: DongBoHoSoMC with
/// NgayTiepNhan for want of a better date comes beside a progress row, and would place the state at the dossier's beginning).</item>
/// </list>
/// </summary>
public static class HistoryFold
{
    /// <summary>No rows.</summary>
    public static IReadOnlySet<ulong> NoRows { get; } = new HashSet<ulong>();

    /// <summary>Folds all rows that have taken effect.</summary>
    /// <param name="start">Where the rows begin.</param>
    /// <param name="rows">The rows, in their order.</param>
    /// <returns>The history, and the rows that the graph does not allow.</returns>
    public static (History History, IReadOnlySet<ulong> Impossible) Fold(History start, IReadOnlyList<StatusRow> rows) =>
        Fold(start, rows, HorizonOf(rows), toTheEnd: true);

    /// <summary>
    /// Folds the rows that had taken effect at an instant. What is known today about rows without a time of their own holds: one whose state another
    /// row dates behind the instant had not come to pass by then.
    /// </summary>
    public static History FoldUntil(History start, IReadOnlyList<StatusRow> rows, DateTimeOffset instant)
    {
        var horizon = HorizonOf(rows);
        var timed = TimedStates(rows, horizon) | start.TimedStates;
        return Fold(start, rows, Math.Min(horizon, instant.ToUnixTimeSeconds() + 1), toTheEnd: true, timed).History;
    }

    /// <summary>
    /// Folds the oldest rows and lets them go. Rows of one time stay together, so that the history's <see cref="History.LastRowAt"/> says
    /// which times are folded; rows that wait, and those that come last, are never among them.
    /// </summary>
    /// <param name="start">Where the rows begin.</param>
    /// <param name="rows">The rows, in their order.</param>
    /// <param name="wanted">How many rows are to go.</param>
    public static (History Folded, IReadOnlyList<StatusRow> Left) FoldOldest(History start, IReadOnlyList<StatusRow> rows, int wanted)
    {
        var count = OldestOf(rows, wanted, HorizonOf(rows));
        if (count == 0) return (start, rows);
        var (folded, _) = Fold(start, rows, rows[count - 1].At + 1L, toTheEnd: false);
        return (folded with { Edge = null, EnteredBy = 0 }, [.. rows.Skip(count)]);
    }

    /// <summary>
    /// Folds the first rows of a history that is over, at most <paramref name="most"/>; rows of one time stay together. What the rows behind them say is
    /// known, and heeded.
    /// </summary>
    public static (History Folded, IReadOnlyList<StatusRow> Left) FoldFirst(History start, IReadOnlyList<StatusRow> rows, int most)
    {
        while (most > 0 && most < rows.Count && !rows[most].ComesLast && rows[most].At == rows[most - 1].At) most--;
        if (most == 0) return (start, rows);
        var timed = TimedStates(rows, long.MaxValue) | start.TimedStates;
        var (folded, _) = Fold(start, [.. rows.Take(most)], long.MaxValue, toTheEnd: false, timed);
        return (folded with { Edge = null, EnteredBy = 0, TimedStates = timed }, [.. rows.Skip(most)]);
    }

    /// <summary>Inserts a row into its place.</summary>
    public static IReadOnlyList<StatusRow> Insert(IReadOnlyList<StatusRow> rows, StatusRow row)
    {
        var index = rows.Count;
        while (index > 0 && rows[index - 1].IsBehind(row)) index--;
        var inserted = new StatusRow[rows.Count + 1];
        for (var at = 0; at < inserted.Length; at++) inserted[at] = at < index ? rows[at] : at == index ? row : rows[at - 1];
        return inserted;
    }

    private static (History History, IReadOnlySet<ulong> Impossible) Fold(History start, IReadOnlyList<StatusRow> rows, long horizon, bool toTheEnd) =>
        Fold(start, rows, horizon, toTheEnd, TimedStates(rows, horizon) | start.TimedStates);

    private static (History History, IReadOnlySet<ulong> Impossible) Fold(
        History start, IReadOnlyList<StatusRow> rows, long horizon, bool toTheEnd, int timed)
    {
        var history = start;
        var last = start.LastRowAt;
        HashSet<ulong>? impossible = null;
        List<StatusRow>? dated = null;
        foreach (var row in rows)
        {
            if (row.At >= horizon || (row.ComesLast && !toTheEnd)) continue;
            var time = row.Time;
            if (row.HasDates && !(start.LastRowAt >= time)) (dated ??= []).Add(row);
            if (IsCovered(row, timed)) continue;
            var at = last > time ? last.Value : time;
            if (history.State != row.State) // the same state again is a row of the history, no more
            {
                if (IsPossible(history.State, row)) history = history.Enter(row, at);
                else if (!row.Marks.HasFlag(RowMarks.Asked)) (impossible ??= []).Add(row.Id);
            }

            last = at;
        }

        history = history with { LastRowAt = last };
        return (dated is null ? history : DatesFold.Fold(history, dated), impossible ?? NoRows);
    }

    private static long HorizonOf(IReadOnlyList<StatusRow> rows)
    {
        var horizon = long.MaxValue;
        foreach (var row in rows)
        {
            if (row.Marks.HasFlag(RowMarks.FlaggedFuture)) horizon = Math.Min(horizon, row.At);
        }

        return horizon;
    }

    /// <summary>How many of the oldest rows can go: as many as wanted, or else the fewest that are whole times.</summary>
    private static int OldestOf(IReadOnlyList<StatusRow> rows, int wanted, long horizon)
    {
        var most = 0;
        while (most < rows.Count && rows[most].At < horizon && !rows[most].ComesLast) most++;
        var count = Math.Min(wanted, most);
        while (count > 0 && !IsBetweenTimes(count)) count--;
        if (count > 0) return count;
        count = Math.Min(wanted, most);
        while (count < most && !IsBetweenTimes(count)) count++;
        return count;

        bool IsBetweenTimes(int at) => at == most || rows[at].At != rows[at - 1].At;
    }

    /// <summary>The states that rows with a time of their own say, a bit for each.</summary>
    private static int TimedStates(IReadOnlyList<StatusRow> rows, long horizon)
    {
        var states = 0;
        foreach (var row in rows)
        {
            if (row.At < horizon && !row.Marks.HasFlag(RowMarks.Timeless)) states |= 1 << (int)row.State;
        }

        return states;
    }

    /// <summary>Tells the rows without a time of their own that a row with one, which is still to come, may take the place of.</summary>
    public static Func<StatusRow, bool> StillToBeCovered(History start, IReadOnlyList<StatusRow> rows)
    {
        var timed = TimedStates(rows, long.MaxValue) | start.TimedStates;
        return row => row.Marks.HasFlag(RowMarks.Timeless) && (timed & (1 << (int)row.State)) == 0;
    }

    private static bool IsCovered(StatusRow row, int timed) =>
        (row.Marks & (RowMarks.Timeless | RowMarks.Corrected)) == RowMarks.Timeless && (timed & (1 << (int)row.State)) != 0;

    private static bool IsPossible(DossierState? from, StatusRow row)
    {
        if (row.Marks.HasFlag(RowMarks.Corrected)) return true;
        if (row.State == DossierState.Other) return false;
        if (row.Marks.HasFlag(RowMarks.Asked) && from is { } known) return StateGraph.Reaches(known, row.State);
        return from is not { } state || StateGraph.Find(state, row.State) is { Cause: EdgeCause.AgencyStatus };
    }
}
