namespace DichVuCong.Registries.Operations.Graphs;

/// <summary>A state graph with a place for each state. The edges are those of the saga; only the places are decided here.</summary>
public sealed class StateDrawing
{
    private readonly Dictionary<string, GraphNode> _nodes;

    /// <summary>Puts a drawing together.</summary>
    /// <exception cref="ArgumentException">An edge leads from or to a state that has no place.</exception>
    public StateDrawing(IReadOnlyList<GraphNode> nodes, IEnumerable<GraphEdge> edges)
    {
        Nodes = nodes;
        Edges = [.. edges.Distinct()];
        _nodes = nodes.ToDictionary(node => node.State, StringComparer.Ordinal);
        if (Edges.FirstOrDefault(edge => !_nodes.ContainsKey(edge.From) || !_nodes.ContainsKey(edge.To)) is { From: not null } lost)
        {
            throw new ArgumentException($"The edge {lost.From}->{lost.To} has no place in the drawing.", nameof(edges));
        }
    }

    /// <summary>The states.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>The edges.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>The node of a state; null for one that is not drawn.</summary>
    public GraphNode? Find(string state) => _nodes.GetValueOrDefault(state);
}
