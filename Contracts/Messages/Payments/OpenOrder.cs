namespace DichVuCong.Contracts.Payments;

/// <summary>Opens one order of an obligation.</summary>
/// <param name="Reference">Its payment reference.</param>
/// <param name="Obligation">The obligation.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="Calendar">The agency's calendar.</param>
/// <param name="Beneficiary">The account to which its money goes.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="ConfirmTo">The ministry's system that gets the callback of 5.3; null for none.</param>
[MessageName("payments.open-order.v1")]
public sealed record OpenOrder(
    PaymentReference Reference,
    ObligationId Obligation,
    AgencyCode Agency,
    string Calendar,
    BeneficiaryAccount Beneficiary,
    Vnd Amount,
    DateTimeOffset ExpiresAt,
    string? ConfirmTo);

/// <summary>Cancels one order of an obligation that was taken back.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Reason">Why, without personal data.</param>
[MessageName("payments.cancel-order.v1")]
public sealed record CancelOrder(PaymentReference Reference, string Reason);

/// <summary>Tells an obligation where one of its orders stands, or that what is paid of it changed.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Reference">The order.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="Paid">How much of its amount is paid and not refunded.</param>
/// <param name="At">Since when.</param>
[MessageName("payments.note-order.v1")]
public sealed record NoteOrder(ObligationId Obligation, PaymentReference Reference, OrderState State, Vnd Paid, DateTimeOffset At);

/// <summary>The citizen chose a partner and was given a payment link or a QR code. From now on the partner is asked when it does not call.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Partner">The partner's code: <c>vnpay</c>, <c>platform</c>, <c>vietqr</c>, a bank's.</param>
/// <param name="StartedAt">The time that was given to the partner with the order (vnp_CreateDate, ThoiGianGD): its later questions need it.</param>
[MessageName("payments.start-payment.v1")]
public sealed record StartPayment(PaymentReference Reference, string Partner, DateTimeOffset StartedAt);
