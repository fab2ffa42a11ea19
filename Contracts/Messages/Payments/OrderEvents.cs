namespace DichVuCong.Contracts.Payments;

/// <summary>An order's state changed (A25.3: the agency receives every payment status).</summary>
/// <param name="Reference">The order.</param>
/// <param name="Obligation">Its obligation.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="From">The state before.</param>
/// <param name="State">The state now.</param>
/// <param name="At">Since when.</param>
[MessageName("payments.order-state-changed.v1")]
public sealed record OrderStateChanged(
    PaymentReference Reference, ObligationId Obligation, AgencyCode Agency, OrderState From, OrderState State, DateTimeOffset At);

/// <summary>An order is paid.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Obligation">Its obligation.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="Amount">The order's amount.</param>
/// <param name="Partner">The partner that collected it.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="PaidAt">When, by the partner's word.</param>
/// <param name="IsLate">Whether it had expired before the money came.</param>
[MessageName("payments.order-paid.v1")]
public sealed record OrderPaid(
    PaymentReference Reference,
    ObligationId Obligation,
    AgencyCode Agency,
    Vnd Amount,
    string Partner,
    string TransactionNo,
    DateTimeOffset PaidAt,
    bool IsLate);

/// <summary>A refund was begun, or went on.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="Number">The refund's number in the order.</param>
/// <param name="Amount">How much.</param>
/// <param name="Cause">Why.</param>
/// <param name="State">Where it stands.</param>
/// <param name="At">Since when.</param>
[MessageName("payments.refund-state-changed.v1")]
public sealed record RefundStateChanged(
    PaymentReference Reference, AgencyCode Agency, int Number, Vnd Amount, RefundCause Cause, RefundState State, DateTimeOffset At);

/// <summary>Somebody asks the collecting agency to decide on a refund.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="Amount">How much is asked for.</param>
/// <param name="Reason">Why.</param>
[MessageName("payments.refund-asked.v1")]
public sealed record RefundAsked(PaymentReference Reference, AgencyCode Agency, string Partner, string TransactionNo, Vnd Amount, string Reason);

/// <summary>A recorded decision could not be carried out.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="DecisionNumber">The decision's number.</param>
/// <param name="Cause">Why not.</param>
[MessageName("payments.refund-not-allowed.v1")]
public sealed record RefundNotAllowed(PaymentReference Reference, AgencyCode Agency, string DecisionNumber, RefundObstacle Cause);

/// <summary>The agency has not given its receipt within its time after settlement.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="SettledAt">When it was settled.</param>
[MessageName("payments.receipt-missing.v1")]
public sealed record ReceiptMissing(PaymentReference Reference, AgencyCode Agency, DateTimeOffset SettledAt);

/// <summary>A ministry's system did not take a confirmation in all the time it was tried: somebody must act.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="System">The ministry's system.</param>
/// <param name="State">The state it should know.</param>
[MessageName("payments.confirmation-given-up.v1")]
public sealed record ConfirmationGivenUp(PaymentReference Reference, AgencyCode Agency, string System, OrderState State);
