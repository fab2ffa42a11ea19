using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Dossiers;

/// <summary>
/// Folds the rows of a dossier into its history. The result depends on the set of rows alone, not on the order in which they came: whatever
/// is repeated, late or out of order, the current state is right.
/// </summary>
public static class HistoryFold
{
    /// <summary>Folds the rows that have taken effect by <paramref name="horizon"/>.</summary>
    /// <param name="start">Where the rows begin.</param>
    /// <param name="rows">The rows, in their order.</param>
    /// <param name="horizon">Rows of a later time wait for the clock to reach them.</param>
    /// <returns>The history, and the rows that the graph does not allow.</returns>
    public static (History History, IReadOnlySet<ulong> Impossible) Fold(History start, IReadOnlyList<StatusRow> rows, DateTimeOffset horizon)
    {
        var history = start;
        HashSet<ulong>? impossible = null;
        foreach (var row in rows)
        {
            if (row.Time > horizon) break;
            history = history with { LastRowAt = row.Time };
            if (history.State == row.State) continue; // the same state again is a row of the history, no more
            if (IsPossible(history.State, row))
            {
                history = history.Enter(row.State, row.Time);
            }
            else
            {
                (impossible ??= []).Add(row.Id);
            }
        }

        return (history, impossible ?? NoRows);
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

    private static readonly HashSet<ulong> NoRows = [];

    private static bool IsPossible(DossierState? from, StatusRow row)
    {
        if (row.Marks.HasFlag(RowMarks.Corrected)) return true;
        if (row.State == DossierState.Other) return false;
        return from is not { } state || StateGraph.Find(state, row.State) is { Cause: EdgeCause.AgencyStatus };
    }
}
