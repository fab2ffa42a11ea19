using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Dossiers;

/// <summary>Where an obligation of the dossier stands (A24.3), as its saga told last.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Paid">How much of it is paid and not refunded.</param>
/// <param name="At">Since when it stands there.</param>
public sealed record DossierFee(ObligationId Obligation, ObligationState State, Vnd Amount, Vnd Paid, DateTimeOffset At);
