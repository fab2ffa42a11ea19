using DichVuCong.Contracts;

namespace DichVuCong.Payments.Desk;

/// <summary>What an operator did, for the audit trail. No personal data.</summary>
/// <param name="Action">What was done, as <c>inquiry.propose</c>.</param>
/// <param name="Kind">To what kind of thing.</param>
/// <param name="Key">Which one.</param>
/// <param name="Agency">Whose it is; null when that is not known.</param>
/// <param name="Reason">Why, in the operator's words; null when none is asked for.</param>
/// <param name="Details">What was ordered, as names and values.</param>
internal sealed record Deed(string Action, string Kind, string Key, AgencyCode? Agency, string? Reason, params IReadOnlyList<(string Name, string Value)> Details);
