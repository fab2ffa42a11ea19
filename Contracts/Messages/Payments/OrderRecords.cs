namespace DichVuCong.Contracts.Payments;

/// <summary>Updates an order's row in the registry.</summary>
/// <param name="Reference">The order.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Collected">What was collected for it in all, without what the partner took back.</param>
/// <param name="Refunded">What went back.</param>
/// <param name="Refunding">What is on its way back.</param>
/// <param name="Settled">What is on the beneficiary's account, without what went back from it.</param>
/// <param name="Partner">The partner that paid it; null while it is not paid.</param>
/// <param name="TransactionNo">The payment's number; null while it is not paid.</param>
/// <param name="Confirmed">The state that the ministry's system took last; null for none.</param>
/// <param name="Differences">How many differences were found.</param>
[MessageName("payments.update-order-row.v1")]
public sealed record UpdateOrderRow(
    PaymentReference Reference,
    OrderState State,
    DateTimeOffset Since,
    Vnd Collected,
    Vnd Refunded,
    Vnd Refunding,
    Vnd Settled,
    string? Partner,
    string? TransactionNo,
    OrderState? Confirmed,
    int Differences);

/// <summary>Keeps a transaction as it stands: what a reconciliation compares with the partner's file.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="TransactionNo">The partner's number.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Amount">The amount.</param>
/// <param name="PaidAt">When, by the partner's word.</param>
/// <param name="Day">The day it belongs to.</param>
/// <param name="Source">How it was first said.</param>
/// <param name="Numbers">Whether it takes the place of the one that was kept for the partner without a number.</param>
[MessageName("payments.keep-transaction.v1")]
public sealed record KeepTransaction(
    PaymentReference Reference,
    string Partner,
    string TransactionNo,
    PaymentResult Result,
    Vnd Amount,
    DateTimeOffset PaidAt,
    DateOnly Day,
    PaymentSource Source,
    bool Numbers = false);

/// <summary>Keeps a refund as it stands.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Number">The refund's number in the order.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="Amount">How much.</param>
/// <param name="Cause">Why.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DecisionNumber">The agency's decision; null for an automatic one.</param>
/// <param name="Reason">Why it was rejected; null unless it was.</param>
/// <param name="At">Since when.</param>
[MessageName("payments.keep-refund.v1")]
public sealed record KeepRefund(
    PaymentReference Reference,
    int Number,
    string Partner,
    string TransactionNo,
    Vnd Amount,
    RefundCause Cause,
    RefundState State,
    string? DecisionNumber,
    string? Reason,
    DateTimeOffset At);

/// <summary>Keeps the agency's receipt.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Series">Its series.</param>
/// <param name="Number">Its number.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Url">Where the agency serves it.</param>
[MessageName("payments.keep-receipt-row.v1")]
public sealed record KeepReceiptRow(PaymentReference Reference, string Series, string Number, DateOnly IssuedOn, string? Url);
