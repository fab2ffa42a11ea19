namespace DichVuCong.Contracts.Payments;

/// <summary>
/// A statement line shows money of a transaction on the beneficiary's account (A26.2). The line's identity makes it one: a reconciliation that
/// is run again settles nothing twice; a line that was corrected to another amount is a difference.
/// </summary>
/// <param name="Reference">The order.</param>
/// <param name="Partner">The partner that collected it.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="Amount">How much reached the account.</param>
/// <param name="Account">The account it reached, as <see cref="BeneficiaryAccount.Key"/>.</param>
/// <param name="SettledOn">The bank's date.</param>
/// <param name="Line">The line's identity.</param>
[MessageName("payments.settle-order.v1")]
public sealed record SettleOrder(
    PaymentReference Reference, string Partner, string TransactionNo, Vnd Amount, string Account, DateOnly SettledOn, string Line);

/// <summary>
/// The receipt (biên lai) that the collecting agency issued for an order. It is stored and passed on, never made by us. The latest one given
/// counts.
/// </summary>
/// <param name="Reference">The order.</param>
/// <param name="Series">Its series (ký hiệu).</param>
/// <param name="Number">Its number.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Url">Where the agency serves it (URLBienLai); null when it does not.</param>
[MessageName("payments.keep-receipt.v1")]
public sealed record KeepReceipt(PaymentReference Reference, string Series, string Number, DateOnly IssuedOn, string? Url);
