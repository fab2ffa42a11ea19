namespace DichVuCong.Saga.Reconciliation;

/// <summary>
/// Takes what a run finds, as it finds it: a run keeps nothing, so that a day on which nothing matches needs no more memory than any other. Parts
/// that are matched at the same time call it at the same time.
/// </summary>
public interface IReconciliationSink
{
    /// <summary>Rows that match.</summary>
    void Matched(ReadOnlySpan<MatchedRows> rows);

    /// <summary>A difference.</summary>
    void Found(Difference difference);
}

/// <summary>Keeps the differences in memory, for runs whose size allows it; they come back in the order of their ids.</summary>
public sealed class DifferenceList : IReconciliationSink
{
    private readonly Lock _lock = new();
    private readonly List<Difference> _differences = [];
    private readonly List<MatchedRows> _matched = [];

    /// <summary>The differences, by id.</summary>
    public IReadOnlyList<Difference> Differences => [.. _differences.OrderBy(difference => difference.Id.High).ThenBy(difference => difference.Id.Low)];

    /// <summary>The matches, by our row and the bank's.</summary>
    public IReadOnlyList<MatchedRows> Matches => [.. _matched.OrderBy(match => match.Ledger).ThenBy(match => match.Statement)];

    /// <inheritdoc/>
    public void Matched(ReadOnlySpan<MatchedRows> rows)
    {
        lock (_lock) _matched.AddRange(rows);
    }

    /// <inheritdoc/>
    public void Found(Difference difference)
    {
        lock (_lock) _differences.Add(difference);
    }
}
