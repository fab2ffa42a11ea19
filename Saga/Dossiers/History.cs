using System.Text.Json.Serialization;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Dossiers;

/// <summary>Where the rows of a dossier lead, and what they say on the way. Immutable; each row makes the next.</summary>
public sealed record History
{
    /// <summary>The current state; null before the first row of a dossier that an agency received itself.</summary>
    public DossierState? State { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The name of the edge that led here; null for none.</summary>
    public string? Edge { get; init; }

    /// <summary>The row that led here; 0 for none.</summary>
    public ulong EnteredBy { get; init; }

    /// <summary>The time of the first row that shows acceptance.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The time of the row that finished it: 9, or a final state without a 9 before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The requests for a supplement; the last may still be open.</summary>
    [JsonConverter(typeof(SupplementsConverter))]
    public IReadOnlyList<Supplement> Supplements { get; init; } = [];

    /// <summary>How often a payment was requested.</summary>
    public int Payments { get; init; }

    /// <summary>The time of the last row, whether it took effect or not.</summary>
    public DateTimeOffset? LastRowAt { get; init; }

    /// <summary>
    /// The states that folded rows with a time of their own said, a bit for each: rows without one that still come say nothing beside them. Only the
    /// small form carries it.
    /// </summary>
    [JsonIgnore]
    public int TimedStates { get; init; }

    /// <summary>NgayTiepNhan, as the last row says that carries one.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The date that the agency promises; null while it gave none.</summary>
    public Promise? Promise { get; init; }

    /// <summary>The requests for a supplement that make the deadline stand still: before acceptance there is no deadline.</summary>
    public IReadOnlyList<Supplement> Suspensions() => Supplements.Count == 0 ? [] : [.. Supplements.Where(supplement => supplement.From >= AcceptedAt)];

    /// <summary>Whether the deadline counted from another history is the same: most rows change nothing about it.</summary>
    public bool HasDeadlineOf(History other) =>
        AcceptedAt == other.AcceptedAt && ReceivedAt == other.ReceivedAt && Promise == other.Promise
        && (Supplements.Count == 0 ? other.Supplements.Count == 0 : Supplements.SequenceEqual(other.Supplements));

    /// <summary>Applies a row that the graph allows, or that an operator accepted.</summary>
    /// <param name="row">The row.</param>
    /// <param name="at">Its time.</param>
    public History Enter(StatusRow row, DateTimeOffset at)
    {
        var to = row.State;
        return this with
        {
            State = to,
            Since = at,
            Edge = State is { } from ? StateGraph.Find(from, to)?.Name ?? $"{from}=>{to}" : $"=>{to}",
            EnteredBy = row.Id,
            AcceptedAt = AcceptedAt ?? (StateGraph.ImpliesAcceptance(to) ? at : null),
            FinishedAt = StateGraph.IsFinished(to) ? FinishedAt ?? at : null,
            Supplements = SupplementsAfter(to, at),
            Payments = PaymentsAfter(to, at),
        };
    }

    // A state that is left at the instant at which it is entered was no stay in it: such rows come from dates that stand for other times.
    private IReadOnlyList<Supplement> SupplementsAfter(DossierState to, DateTimeOffset at)
    {
        if (to == DossierState.SupplementRequested) return [.. Supplements, new Supplement(at, Until: null)];
        if (Supplements is not [.., { Until: null } open]) return Supplements;
        return open.From == at ? [.. Supplements.SkipLast(1)] : [.. Supplements.SkipLast(1), open with { Until = at }];
    }

    private int PaymentsAfter(DossierState to, DateTimeOffset at)
    {
        if (to == DossierState.PaymentRequested) return Payments + 1;
        return State == DossierState.PaymentRequested && Since == at ? Payments - 1 : Payments;
    }
}
