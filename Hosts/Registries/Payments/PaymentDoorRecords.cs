using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Registries.Payments;

/// <summary>
/// An obligation is stated: its permanent row, its lines and one order for each beneficiary account, in the commit of the call's acceptance.
/// An identity that is taken breaks <see cref="PaymentConstraints.Obligation"/>, a reference that was drawn twice
/// <see cref="PaymentConstraints.Reference"/>; either way nothing of the call is kept.
/// </summary>
/// <param name="Obligation">Its identity.</param>
/// <param name="Account">The account that stated it.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="Dossier">The dossier; null when it has none of ours.</param>
/// <param name="Orders">The orders that the answer names, each with its lines.</param>
/// <param name="StatedAt">When it was stated.</param>
/// <param name="ExpiresAt">Until when it can be paid.</param>
/// <param name="ConfirmTo">The ministry's system (MaDoiTac) that gets the callback of 5.3; null when it follows events.</param>
/// <param name="Content">SHA-256 of what was stated: tells a repetition from a conflict when the door has forgotten the call.</param>
/// <param name="Payer">
/// Who is to pay, and whatever else of the statement is about persons, as UTF-8 JSON of the door's own making; kept sealed. Null when nothing was said.
/// </param>
public sealed record RegisterObligation(
    ObligationId Obligation, string Account, AgencyCode Agency, DossierCode? Dossier, IReadOnlyList<ObligationOrder> Orders, DateTimeOffset StatedAt,
    DateTimeOffset ExpiresAt, string? ConfirmTo, byte[] Content, ReadOnlyMemory<byte>? Payer);

/// <summary>Keeps that a citizen was given a link or a QR code of a partner for an order.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="StartedAt">The time that was given to the partner with the order, whole seconds (<see cref="StartPayment.StartedAt"/>).</param>
/// <param name="Account">The account that asked for it.</param>
public sealed record KeepAttempt(PaymentReference Reference, string Partner, DateTimeOffset StartedAt, string Account);

/// <summary>
/// Keeps a partner's callback that was accepted: what it said stays provable. The body is kept sealed among the raw bodies, for as long as they
/// are (90 days); this row stays.
/// </summary>
/// <param name="Id">An id of its own, under which the raw body lies too.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="Reference">The order it names.</param>
/// <param name="Identity">By what the door recognises it: the partner's number of the transaction, or what stands for one. No personal data.</param>
/// <param name="Content">SHA-256 of what it said.</param>
/// <param name="KeyId">Which of the partner's keys or certificates signed it; null when the partner has no more than one unnamed secret.</param>
/// <param name="ReceiptNumber">The number that our answer gave the partner for it; null when the partner's form has none.</param>
/// <param name="Outcome">What was answered: a stable code such as <c>accepted</c>.</param>
/// <param name="Body">The bytes as they came, before they were read.</param>
public sealed record KeepCallback(
    Guid Id, string Partner, PaymentReference Reference, string Identity, byte[] Content, string? KeyId, string? ReceiptNumber, string Outcome,
    ReadOnlyMemory<byte> Body);

/// <summary>
/// Records the collecting agency's decision on a refund: the first pair of eyes. Nothing is paid back before another person approved it.
/// The agency, the number and the payment make it one; one that is there breaks <see cref="PaymentConstraints.RefundDecision"/>.
/// </summary>
/// <param name="Reference">The order.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="Partner">The partner that collected the payment.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="Amount">How much goes back.</param>
/// <param name="DecisionNumber">The decision's number.</param>
/// <param name="DecisionDate">Its date.</param>
/// <param name="Route">Who gives the money back.</param>
/// <param name="Reason">Why, without personal data.</param>
/// <param name="RequestedBy">The account that records it.</param>
public sealed record RecordRefundDecision(
    PaymentReference Reference, AgencyCode Agency, string Partner, string TransactionNo, Vnd Amount, string DecisionNumber, DateOnly DecisionDate,
    RefundRoute Route, string Reason, string RequestedBy);

/// <summary>Records that another person approved a decision on a refund: the second pair of eyes; <see cref="DecideRefund"/> goes with it.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="Partner">The partner that collected the payment.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="DecisionNumber">The decision's number.</param>
/// <param name="ApprovedBy">The account that approves it.</param>
public sealed record ApproveRefundDecision(
    PaymentReference Reference, AgencyCode Agency, string Partner, string TransactionNo, string DecisionNumber, string ApprovedBy);

/// <summary>The rules of the database that a call can break: what <c>DoorRejectedException.Constraint</c> names then.</summary>
public static class PaymentConstraints
{
    /// <summary>An obligation's identity is taken, by a statement that the door no longer remembers.</summary>
    public const string Obligation = "obligation_pkey";

    /// <summary>A reference is taken: another is to be drawn.</summary>
    public const string Reference = "payment_order_pkey";

    /// <summary>A decision on a refund is recorded already.</summary>
    public const string RefundDecision = "refund_decision_pkey";
}

/// <summary>The rows of payments that the door writes.</summary>
public static class PaymentDoorRecords
{
    /// <summary>Declares them to a topology, owned by the recorder of the registry of payments.</summary>
    public static Topology AddPaymentDoorRecords(this Topology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        return topology
            .Message(new RecordType<RegisterObligation>("payments.register-obligation.v1", record => record.Obligation.Value))
            .Message(new RecordType<KeepAttempt>("payments.keep-attempt.v1", record => record.Reference.Value))
            .Message(new RecordType<KeepCallback>("payments.keep-callback.v1", record => record.Reference.Value))
            .Message(new RecordType<RecordRefundDecision>("payments.record-refund-decision.v1", record => record.Reference.Value))
            .Message(new RecordType<ApproveRefundDecision>("payments.approve-refund-decision.v1", record => record.Reference.Value))
            .Recorder(
                PaymentRecorder.EndpointName,
                typeof(RegisterObligation), typeof(KeepAttempt), typeof(KeepCallback), typeof(RecordRefundDecision), typeof(ApproveRefundDecision));
    }
}
