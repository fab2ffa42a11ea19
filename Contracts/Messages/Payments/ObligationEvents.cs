namespace DichVuCong.Contracts.Payments;

/// <summary>An obligation's state changed.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="From">The state before.</param>
/// <param name="State">The state now.</param>
/// <param name="At">Since when.</param>
[MessageName("payments.obligation-state-changed.v1")]
public sealed record ObligationStateChanged(ObligationId Obligation, AgencyCode Agency, ObligationState From, ObligationState State, DateTimeOffset At);

/// <summary>All orders of an obligation are paid.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Dossier">Its dossier; null when it has none of ours.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="Amount">What was to be paid.</param>
/// <param name="At">Since when.</param>
[MessageName("payments.obligation-paid.v1")]
public sealed record ObligationPaid(ObligationId Obligation, DossierCode? Dossier, AgencyCode Agency, Vnd Amount, DateTimeOffset At);

/// <summary>
/// What a dossier's saga is told of its fees (A24.3). It shows on the dossier and moves it along no edge: a paid obligation does not make a
/// dossier received.
/// </summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Obligation">The obligation.</param>
/// <param name="State">Where the obligation stands.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Paid">How much of it is paid and not refunded.</param>
/// <param name="At">Since when.</param>
[MessageName("payments.dossier-payment-changed.v1")]
public sealed record DossierPaymentChanged(
    DossierCode Dossier, ObligationId Obligation, ObligationState State, Vnd Amount, Vnd Paid, DateTimeOffset At);
