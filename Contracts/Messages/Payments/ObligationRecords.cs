namespace DichVuCong.Contracts.Payments;

/// <summary>Updates an obligation's row in the registry.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Paid">How much of it is paid and not refunded.</param>
[MessageName("payments.update-obligation-row.v1")]
public sealed record UpdateObligationRow(ObligationId Obligation, ObligationState State, DateTimeOffset Since, Vnd Amount, Vnd Paid);
