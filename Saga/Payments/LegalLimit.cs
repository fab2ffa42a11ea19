using DichVuCong.Messaging;

namespace DichVuCong.Saga.Payments;

/// <summary>A limit that a text of law is said to set.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="LegalBasis">The text that sets it, or where the number comes from.</param>
/// <param name="IsVerified">Whether somebody has read it in that text.</param>
public sealed record LegalLimit(int Amount, TimeUnit Unit, string LegalBasis, bool IsVerified);
