using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Registries.Operations.Audit;

/// <summary>Something that somebody did or looked at, to be written into the trail.</summary>
/// <param name="Who">Who.</param>
/// <param name="Action">What was done, as <c>parked.retry</c>, <c>approval.reject</c>, <c>parked.reveal</c>.</param>
/// <param name="Kind">What kind of thing it was done to, as <c>message</c>, <c>dossier</c>, <c>partner</c>.</param>
/// <param name="Target">Which one; never personal data.</param>
public sealed record AuditEntry(Operator Who, string Action, string Kind, string Target)
{
    /// <summary>The agency that it belongs to; null for none.</summary>
    public string? Agency { get; init; }

    /// <summary>Why, in the operator's words.</summary>
    public string? Reason { get; init; }

    /// <summary>How it ended: <c>done</c>, or why it did not.</summary>
    public string Result { get; init; } = "done";

    /// <summary>What else must be known later, without personal data.</summary>
    public string? Detail { get; init; }
}

/// <summary>A row of the trail.</summary>
/// <param name="Number">Its place: 1, 2, 3 without a gap.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who: their subject.</param>
/// <param name="Name">Who: their name then.</param>
/// <param name="Role">What they were then.</param>
/// <param name="Scope">Their part of the tree then; <c>*</c> for all.</param>
/// <param name="Action">What was done.</param>
/// <param name="Kind">What kind of thing it was done to.</param>
/// <param name="Target">Which one.</param>
/// <param name="Agency">Whose; null for no agency's.</param>
/// <param name="Reason">Why.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Detail">What else was noted.</param>
public sealed record AuditRow(
    long Number, DateTimeOffset At, string Who, string Name, string Role, string Scope, string Action, string Kind, string Target, string? Agency,
    string? Reason, string Result, string? Detail);

/// <summary>A row with its place in the chain.</summary>
/// <param name="Row">The row.</param>
/// <param name="Previous">The hash of the row before it.</param>
/// <param name="Hash">Its own.</param>
public sealed record AuditLink(AuditRow Row, byte[] Previous, byte[] Hash);
