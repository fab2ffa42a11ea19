using DichVuCong.Contracts.Payments;

namespace DichVuCong.Registries.Payments;

/// <summary>Everything that the registry has of one order.</summary>
/// <param name="Order">Its row.</param>
/// <param name="Lines">What it is for.</param>
/// <param name="Attempts">The payments that were begun here, the earliest first.</param>
/// <param name="Transactions">What partners told of payments, the earliest first.</param>
/// <param name="Refunds">The refunds, by their number.</param>
/// <param name="Receipt">The agency's receipt; null while there is none.</param>
public sealed record OrderDetails(
    OrderRow Order,
    IReadOnlyList<OrderLine> Lines,
    IReadOnlyList<AttemptRow> Attempts,
    IReadOnlyList<TransactionRow> Transactions,
    IReadOnlyList<RefundRow> Refunds,
    ReceiptRow? Receipt);

/// <summary>A payment that was begun here.</summary>
/// <param name="Partner">The partner's code.</param>
/// <param name="StartedAt">The time that was given to the partner.</param>
public sealed record AttemptRow(string Partner, DateTimeOffset StartedAt);

/// <summary>A transaction as it stands.</summary>
/// <param name="Partner">The partner's code.</param>
/// <param name="TransactionNo">The partner's number; empty while it gave none.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Amount">The amount.</param>
/// <param name="PaidAt">When, by the partner's word.</param>
/// <param name="Day">The day it belongs to.</param>
/// <param name="Source">How it was first said.</param>
/// <param name="IsClaimed">Whether the number stands for another order's payment already, so that one of the two cannot be right.</param>
public sealed record TransactionRow(
    string Partner, string TransactionNo, PaymentResult Result, Vnd Amount, DateTimeOffset PaidAt, DateOnly Day, PaymentSource Source, bool IsClaimed);

/// <summary>A refund as it stands.</summary>
/// <param name="Number">Its number in the order, from 1.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="Amount">How much.</param>
/// <param name="Cause">Why.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DecisionNumber">The agency's decision; null for an automatic one.</param>
/// <param name="Reason">Why it was rejected; null unless it was.</param>
/// <param name="Since">Since when it stands there.</param>
public sealed record RefundRow(
    int Number, string Partner, string TransactionNo, Vnd Amount, RefundCause Cause, RefundState State, string? DecisionNumber, string? Reason,
    DateTimeOffset Since);

/// <summary>The agency's receipt (biên lai).</summary>
/// <param name="Series">Its series.</param>
/// <param name="Number">Its number.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Url">Where the agency serves it; null when it does not.</param>
public sealed record ReceiptRow(string Series, string Number, DateOnly IssuedOn, string? Url);
