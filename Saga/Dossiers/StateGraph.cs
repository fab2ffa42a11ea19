using System.Collections.Frozen;
using DichVuCong.Contracts.Dossiers;
using static DichVuCong.Contracts.Dossiers.DossierState;

namespace DichVuCong.Saga.Dossiers;

/// <summary>What moves a dossier along an edge.</summary>
public enum EdgeCause
{
    /// <summary>The one-stop system has the dossier, or shows by a status that it has.</summary>
    Delivery,

    /// <summary>The one-stop system refused to take it.</summary>
    DeliveryRefusal,

    /// <summary>The coordination desk named the competent agency.</summary>
    Coordination,

    /// <summary>An operator ordered another delivery.</summary>
    Redelivery,

    /// <summary>A status of the agency.</summary>
    AgencyStatus,
}

/// <summary>An edge of the state graph.</summary>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="Cause">What moves a dossier along it.</param>
public sealed record Edge(DossierState From, DossierState To, EdgeCause Cause)
{
    /// <summary>Its name in the journal.</summary>
    public string Name { get; } = $"{From}->{To}";

    /// <summary>The event that a dossier raises when it moves along the edge.</summary>
    public static Type Event => typeof(DossierStateChanged);
}

/// <summary>
/// The states of a dossier and the edges between them: ours before the agency has it, then those of TrangThaiHoSo
/// (<c>one-stop-and-portal-wire.md</c> 2.6). No source defines the agency's transitions: this table is ours.
/// </summary>
public static class StateGraph
{
    private static readonly (DossierState From, DossierState[] To)[] AgencyEdges =
    [
        (Registered, [Accepted, NotAccepted, SupplementRequested, PaymentRequested, Withdrawn, Stopped]),
        (Accepted, [NotAccepted, Processing, SupplementRequested, PaymentRequested, Withdrawn, Stopped, Processed]),
        (Processing, [NotAccepted, SupplementRequested, PaymentRequested, Withdrawn, Stopped, Processed]),
        (SupplementRequested, [Registered, Accepted, Processing, NotAccepted, Withdrawn, Stopped]),
        (PaymentRequested, [Registered, Accepted, Processing, SupplementRequested, Withdrawn, Stopped]),
        (Processed, [Returned]),
    ];

    private static readonly Edge[] OwnEdges =
    [
        new(Unrouted, Filed, EdgeCause.Coordination),
        new(Filed, Registered, EdgeCause.Delivery),
        new(Filed, RefusedBySystem, EdgeCause.DeliveryRefusal),
        new(RefusedBySystem, Filed, EdgeCause.Redelivery),
        new(RefusedBySystem, Registered, EdgeCause.Delivery),
    ];

    /// <summary>All edges.</summary>
    public static IReadOnlyList<Edge> Edges { get; } =
    [
        .. OwnEdges,
        .. AgencyEdges.SelectMany(row => row.To.Select(to => new Edge(row.From, to, EdgeCause.AgencyStatus))),
    ];

    private static readonly Dictionary<(DossierState From, DossierState To), Edge> ByEnds = Edges.ToDictionary(edge => (edge.From, edge.To));

    private static readonly FrozenSet<(DossierState From, DossierState To)> Reachable =
        AgencyEdges.SelectMany(row => From(row.From).Select(to => (row.From, to))).ToFrozenSet();

    private static HashSet<DossierState> From(DossierState start)
    {
        var (found, open) = (new HashSet<DossierState>(), new Stack<DossierState>([start]));
        while (open.TryPop(out var state))
        {
            foreach (var next in AgencyEdges.Where(row => row.From == state).SelectMany(row => row.To).Where(found.Add)) open.Push(next);
        }

        return found;
    }

    /// <summary>
    /// How far a state lies along the way: of two rows of the same time, the further state counts as the later.
    /// </summary>
    private static readonly DossierState[] AlongTheWay =
    [
        Registered, PaymentRequested, SupplementRequested, Accepted, Processing, NotAccepted, Withdrawn, Stopped, Processed, Returned, Other,
    ];

    /// <summary>The edge between two states, or null when there is none.</summary>
    public static Edge? Find(DossierState from, DossierState to) => ByEnds.GetValueOrDefault((from, to));

    /// <summary>Whether statuses of the agency can lead from one state to another, in one step or many.</summary>
    public static bool Reaches(DossierState from, DossierState to) => Reachable.Contains((from, to));

    /// <summary>Nothing follows: 3, 7, 8, 10.</summary>
    public static bool IsFinal(DossierState state) => state is NotAccepted or Withdrawn or Stopped or Returned;

    /// <summary>The deadline no longer runs: the final states, and 9.</summary>
    public static bool IsFinished(DossierState state) => state is Processed || IsFinal(state);

    /// <summary>The agency works on it: what it is in, it has accepted.</summary>
    public static bool ImpliesAcceptance(DossierState state) => state is Accepted or Processing or Processed or Returned;

    /// <summary>Before the agency has said anything about it.</summary>
    public static bool IsBeforeTheAgency(DossierState state) => state is Unrouted or RefusedBySystem or Filed;

    /// <summary>The place along the way, for rows of the same time.</summary>
    public static int RankOf(DossierState state) => Array.IndexOf(AlongTheWay, state);
}
