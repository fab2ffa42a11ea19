namespace DichVuCong.Contracts.Payments;

/// <summary>
/// An agency stated what is to be paid (A25.2): status 6 with DanhSachLePhi, INIT, or <c>POST /v1/obligations</c>. The door split it into one
/// order for each beneficiary account and drew the references that its answer contains. A stated obligation is never changed: another
/// content is a conflict at the door.
/// </summary>
/// <param name="Obligation">Its identity.</param>
/// <param name="Dossier">The dossier; null when the agency's own number is none of ours.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="Calendar">The agency's calendar.</param>
/// <param name="Orders">The orders, one for each beneficiary account.</param>
/// <param name="ExpiresAt">Until when it can be paid.</param>
/// <param name="ConfirmTo">The ministry's system (MaDoiTac) that gets the callback of 5.3; null when it follows events.</param>
[MessageName("payments.state-obligation.v1")]
public sealed record StateObligation(
    ObligationId Obligation,
    DossierCode? Dossier,
    AgencyCode Agency,
    string Calendar,
    IReadOnlyList<ObligationOrder> Orders,
    DateTimeOffset ExpiresAt,
    string? ConfirmTo);

/// <summary>One order of an obligation: what goes to one beneficiary account.</summary>
/// <param name="Reference">Its payment reference.</param>
/// <param name="Beneficiary">The account.</param>
/// <param name="Amount">The sum of its lines.</param>
/// <param name="Lines">Its lines.</param>
public sealed record ObligationOrder(PaymentReference Reference, BeneficiaryAccount Beneficiary, Vnd Amount, IReadOnlyList<OrderLine> Lines);

/// <summary>The agency takes an obligation back. What was paid already stays paid; what is paid later goes back.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Reason">Why, without personal data.</param>
/// <param name="CancelledBy">The system or the operator's account.</param>
/// <param name="InFavourOf">The obligation that states the same money in its place, and is taken back instead should this one be paid; null for none.</param>
[MessageName("payments.cancel-obligation.v1")]
public sealed record CancelObligation(ObligationId Obligation, string Reason, string CancelledBy, ObligationId? InFavourOf = null);
