namespace DichVuCong.Registries.Operations.Approvals;

/// <summary>What somebody wants done with a second person's approval.</summary>
/// <param name="Kind">A registered kind (<see cref="IApprovedAction.Kind"/>).</param>
/// <param name="Target">What it is done to; one open proposal of a kind for each.</param>
/// <param name="Agency">Whose; null for no agency's.</param>
/// <param name="Payload">What exactly; it is sealed, since it may hold personal data.</param>
/// <param name="Reason">Why.</param>
public sealed record Proposal(string Kind, string Target, string? Agency, ReadOnlyMemory<byte> Payload, string Reason)
{
    /// <summary>What it is about, in words that tell the second person more than the target does; no personal data.</summary>
    public string? About { get; init; }
}

/// <summary>Where a proposal stands.</summary>
public enum ApprovalState
{
    /// <summary>It waits for a second person.</summary>
    Open = 1,

    /// <summary>Approved, and done.</summary>
    Approved = 2,

    /// <summary>Rejected.</summary>
    Rejected = 3,

    /// <summary>Nobody decided in time.</summary>
    Expired = 4,

    /// <summary>Approved, and could not be done.</summary>
    Failed = 5,
}

/// <summary>A proposal and what became of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Target">What it is done to.</param>
/// <param name="Agency">Whose; null for no agency's.</param>
/// <param name="Reason">Why.</param>
/// <param name="ProposedBy">Who proposed it: their subject.</param>
/// <param name="ProposedName">Who proposed it: their name.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="ExpiresAt">Until when a second person may decide.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DecidedName">Who decided; null for nobody yet.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Decision">Their reason.</param>
/// <param name="Outcome">What was done, or why it failed.</param>
public sealed record Approval(
    Guid Id, string Kind, string Target, string? Agency, string Reason, string ProposedBy, string ProposedName, DateTimeOffset ProposedAt,
    DateTimeOffset ExpiresAt, ApprovalState State, string? DecidedName, DateTimeOffset? DecidedAt, string? Decision, string? Outcome)
{
    /// <summary>What it is about, in words; null when the target says it.</summary>
    public string? About { get; init; }
}
