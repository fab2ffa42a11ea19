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

    /// <summary>The time of the first row that shows acceptance.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The time of the row that finished it: 9, or a final state without a 9 before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Times in which a supplement was asked for, after acceptance; the last may still be open.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>How often each state was entered that may be entered again and is notified: 5 and 6.</summary>
    public int Supplements { get; init; }

    /// <inheritdoc cref="Supplements"/>
    public int Payments { get; init; }

    /// <summary>The time of the last row, whether it took effect or not.</summary>
    public DateTimeOffset? LastRowAt { get; init; }

    /// <summary>Applies a row that the graph allows, or that an operator accepted.</summary>
    public History Enter(DossierState to, DateTimeOffset at)
    {
        var edge = State is { } from ? StateGraph.Find(from, to)?.Name ?? $"{from}=>{to}" : $"=>{to}";
        var accepted = AcceptedAt ?? (StateGraph.ImpliesAcceptance(to) ? at : null);
        return this with
        {
            State = to,
            Since = at,
            Edge = edge,
            AcceptedAt = accepted,
            FinishedAt = StateGraph.IsFinished(to) ? FinishedAt ?? at : null,
            Suspensions = SuspensionsAfter(to, at),
            Supplements = Supplements + (to == DossierState.SupplementRequested ? 1 : 0),
            Payments = Payments + (to == DossierState.PaymentRequested ? 1 : 0),
        };
    }

    private IReadOnlyList<Suspension> SuspensionsAfter(DossierState to, DateTimeOffset at)
    {
        if (to == DossierState.SupplementRequested) return AcceptedAt is null ? Suspensions : [.. Suspensions, new Suspension(at, Until: null)];
        return Suspensions is [.., { Until: null } open] ? [.. Suspensions.SkipLast(1), open with { Until = at }] : Suspensions;
    }
}

/// <summary>A time in which the deadline stands still.</summary>
/// <param name="From">The supplement was requested.</param>
/// <param name="Until">It is complete; null while it is not.</param>
public sealed record Suspension(DateTimeOffset From, DateTimeOffset? Until);
