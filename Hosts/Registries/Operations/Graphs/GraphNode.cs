namespace DichVuCong.Registries.Operations.Graphs;

/// <summary>A state as it is drawn.</summary>
/// <param name="State">Its name, as the journal's edges spell it.</param>
/// <param name="Number">Its number in the registry.</param>
/// <param name="Column">In which column it stands, from 0.</param>
/// <param name="Row">In which row it stands, from 0.</param>
public sealed record GraphNode(string State, int Number, int Column, int Row);

/// <summary>An edge as it is drawn.</summary>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
public readonly record struct GraphEdge(string From, string To)
{
    /// <summary>Reads the name that the journal has for an edge; null for something else.</summary>
    public static GraphEdge? Parse(string? name) => name?.Split("->") is [var from, var to] ? new GraphEdge(from, to) : null;
}
