using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Registries.Operations.Graphs;

/// <summary>The drawings of the sagas' state graphs.</summary>
public static class StateDrawings
{
    /// <summary>Of a dossier: what goes well lies in the middle row, from left to right.</summary>
    public static StateDrawing Dossiers { get; } = new(
        [
            Node(DossierState.Unrouted, 0, 0), Node(DossierState.Filed, 0, 1), Node(DossierState.RefusedBySystem, 0, 2), Node(DossierState.Registered, 1, 1),
            Node(DossierState.Accepted, 2, 1), Node(DossierState.SupplementRequested, 2, 0), Node(DossierState.PaymentRequested, 2, 2),
            Node(DossierState.Processing, 3, 1), Node(DossierState.NotAccepted, 3, 0), Node(DossierState.Stopped, 3, 2), Node(DossierState.Withdrawn, 4, 0),
            Node(DossierState.Processed, 4, 1), Node(DossierState.Other, 4, 2), Node(DossierState.Returned, 5, 1),
        ],
        StateGraph.Edges.Select(edge => new GraphEdge($"{edge.From}", $"{edge.To}")));

    /// <summary>Of an obligation.</summary>
    public static StateDrawing Obligations { get; } = new(
        [
            Node(ObligationState.Open, 0, 1), Node(ObligationState.PartlyPaid, 1, 0), Node(ObligationState.Expired, 1, 2), Node(ObligationState.Paid, 2, 1),
            Node(ObligationState.Cancelled, 2, 2), Node(ObligationState.Settled, 3, 1), Node(ObligationState.Refunded, 4, 1),
        ],
        EdgesOf(ObligationGraph.Table));

    /// <summary>Of an order.</summary>
    public static StateDrawing Orders { get; } = new(
        [
            Node(OrderState.Open, 0, 1), Node(OrderState.Failed, 1, 0), Node(OrderState.Pending, 1, 1), Node(OrderState.Unknown, 1, 2), Node(OrderState.Paid, 2, 1),
            Node(OrderState.Expired, 2, 2), Node(OrderState.Cancelled, 2, 0), Node(OrderState.Settled, 3, 1), Node(OrderState.Refunded, 4, 1),
        ],
        EdgesOf(OrderGraph.Table));

    /// <summary>Of an inquiry.</summary>
    public static StateDrawing Inquiries { get; } = new(
        [
            Node(InquiryState.Open, 0, 0), Node(InquiryState.Answered, 1, 0), Node(InquiryState.ClosingProposed, 2, 0), Node(InquiryState.Closed, 3, 0),
        ],
        EdgesOf(InquiryGraph.Table));

    private static IEnumerable<GraphEdge> EdgesOf<TState, TCause>(StateTable<TState, TCause> table)
        where TState : struct, Enum
        where TCause : struct, Enum => table.Edges.Select(edge => new GraphEdge($"{edge.From}", $"{edge.To}"));

    private static GraphNode Node<TState>(TState state, int column, int row)
        where TState : struct, Enum =>
        new($"{state}", Convert.ToInt32(state, System.Globalization.CultureInfo.InvariantCulture), column, row);
}
