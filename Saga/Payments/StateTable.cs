namespace DichVuCong.Saga.Payments;

/// <summary>An edge of a state graph.</summary>
/// <typeparam name="TState">The states.</typeparam>
/// <typeparam name="TCause">What moves something along an edge.</typeparam>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="Cause">What moves it.</param>
public sealed record StateEdge<TState, TCause>(TState From, TState To, TCause Cause)
    where TState : struct, Enum
    where TCause : struct, Enum
{
    /// <summary>Its name in the journal.</summary>
    public string Name { get; } = $"{From}->{To}";
}

/// <summary>A state graph as data.</summary>
/// <typeparam name="TState">The states.</typeparam>
/// <typeparam name="TCause">What moves something along an edge.</typeparam>
public sealed class StateTable<TState, TCause>
    where TState : struct, Enum
    where TCause : struct, Enum
{
    private readonly Dictionary<(TState From, TState To), StateEdge<TState, TCause>> _byEnds;

    /// <summary>Makes a graph of rows: from each of these states, by this cause, to each of those.</summary>
    public StateTable(params (TState[] From, TCause Cause, TState[] To)[] rows)
    {
        Edges = [.. from row in rows from start in row.From from end in row.To select new StateEdge<TState, TCause>(start, end, row.Cause)];
        _byEnds = Edges.ToDictionary(edge => (edge.From, edge.To));
    }

    /// <summary>All edges; between two states there is at most one.</summary>
    public IReadOnlyList<StateEdge<TState, TCause>> Edges { get; }

    /// <summary>The edge between two states, or null when there is none.</summary>
    public StateEdge<TState, TCause>? Find(TState from, TState to) => _byEnds.GetValueOrDefault((from, to));

    /// <summary>The edge between two states.</summary>
    /// <exception cref="InvalidOperationException">There is none: the decision that wants it is a defect.</exception>
    public StateEdge<TState, TCause> Take(TState from, TState to) =>
        Find(from, to) ?? throw new InvalidOperationException($"There is no edge {from}->{to}.");
}
