using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers.Timeline;

namespace DichVuCong.Registries.Operations.Graphs;

/// <summary>The way that a saga has taken through its states.</summary>
/// <param name="Steps">The edges in the order in which they were taken; one may be taken more than once.</param>
/// <param name="Current">Where it stands.</param>
public sealed record WayTaken(IReadOnlyList<GraphEdge> Steps, string Current)
{
    /// <summary>The states that it has been in.</summary>
    public IReadOnlySet<string> Visited { get; } = Steps.SelectMany(step => (string[])[step.From, step.To]).Append(Current).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The way of a dossier: the edges of its saga's decisions. Where months of them cannot be read, the agency's rows that were not flagged
    /// tell the way instead.
    /// </summary>
    public static WayTaken Of(DossierTimeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var current = $"{timeline.Dossier.State}";
        var decided = timeline.Entries.Where(entry => entry.Kind == TimelineKind.Decision).Select(entry => GraphEdge.Parse(entry.Edge)).OfType<GraphEdge>()
            .Where(edge => StateDrawings.Dossiers.Find(edge.From) is not null && StateDrawings.Dossiers.Find(edge.To) is not null).ToList();
        if (decided.Count > 0 && timeline.UnreadMonths.Count == 0) return new WayTaken(decided, current);
        var told = timeline.Entries.Where(entry => entry is { Kind: TimelineKind.Row, State: not null } && entry.Flag is null or DossierFlag.DeadlineDiffers)
            .OrderBy(entry => entry.HappenedAt).ThenBy(entry => entry.State).Select(entry => $"{entry.State}");
        var states = told.Prepend($"{DossierState.Registered}").Aggregate(new List<string>(), Append);
        return new WayTaken([.. states.Zip(states.Skip(1), (from, to) => new GraphEdge(from, to))], current);
    }

    private static List<string> Append(List<string> states, string state)
    {
        if (states.Count == 0 || states[^1] != state) states.Add(state);
        return states;
    }
}
