using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Simulation.Invariants;

/// <summary>
/// Where a dossier stands, computed from the set of its rows alone and in the plainest way: sorted by time, of equal times the further state
/// last, and walked along the edges as the decisions list them.
/// </summary>
internal sealed class Oracle
{
    private static readonly Dictionary<int, int[]> Edges = new()
    {
        [1] = [2, 3, 5, 6, 7, 8],
        [2] = [3, 4, 5, 6, 7, 8, 9],
        [4] = [3, 5, 6, 7, 8, 9],
        [5] = [1, 2, 4, 3, 7, 8],
        [6] = [1, 2, 4, 5, 7, 8],
        [9] = [10],
    };

    private static readonly int[] Further = [1, 6, 5, 2, 4, 3, 7, 8, 9, 10, 11];
    private static readonly int[] Finished = [3, 7, 8, 9, 10];
    private static readonly int[] Accepted = [2, 4, 9, 10];

    private Oracle(int? state) => State = state;

    /// <summary>The state; null before the first row of a dossier that an agency received itself.</summary>
    public int? State { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>The requests for a supplement after acceptance, and when each ended.</summary>
    public List<(DateTimeOffset From, DateTimeOffset? Until)> Pauses { get; } = [];

    /// <summary>Walks the rows.</summary>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="corrected">The rows that an operator accepted whatever the edges say.</param>
    /// <param name="isOwn">Whether the agency received the dossier itself.</param>
    public static Oracle Of(IEnumerable<AgencyStatusRow> rows, IReadOnlySet<string> corrected, bool isOwn)
    {
        var oracle = new Oracle(isOwn ? null : 1);
        var sorted = rows.OrderBy(row => row.At).ThenBy(row => Array.IndexOf(Further, (int)row.State)).ThenBy(row => row.RowId, StringComparer.Ordinal);
        foreach (var row in sorted) oracle.Walk((int)row.State, row.At, corrected.Contains(row.RowId));
        return oracle;
    }

    private void Walk(int to, DateTimeOffset at, bool isCorrected)
    {
        if (State == to) return;
        var isAllowed = to != 11 && (State is null || (Edges.TryGetValue(State.Value, out var next) && next.Contains(to)));
        if (!isAllowed && !isCorrected) return;
        if (Pauses is [.., { Until: null } open])
        {
            Pauses.RemoveAt(Pauses.Count - 1);
            if (open.From != at) Pauses.Add((open.From, at));
        }

        State = to;
        if (Accepted.Contains(to)) AcceptedAt ??= at;
        FinishedAt = Finished.Contains(to) ? FinishedAt ?? at : null;
        if (to == 5) Pauses.Add((at, null));
    }
}
