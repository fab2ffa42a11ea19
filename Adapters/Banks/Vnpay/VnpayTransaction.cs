using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>What VNPAY answers about a transaction.</summary>
/// <param name="Reference">Our reference.</param>
/// <param name="TransactionNo">VNPAY's number; empty when there is none.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Type">vnp_TransactionType: 01 payment, 02 full refund, 03 partial refund.</param>
/// <param name="Status">vnp_TransactionStatus.</param>
/// <param name="Result">What the status says about the payment; <see cref="PaymentResult.Unknown"/> for one that is being refunded.</param>
/// <param name="BankCode">The payer's bank.</param>
/// <param name="PaidAt">When it was paid.</param>
public sealed record VnpayTransaction(
    string Reference, string TransactionNo, Vnd Amount, string Type, string Status, PaymentResult Result, string? BankCode, DateTimeOffset? PaidAt)
{
    /// <summary>A transaction's number; VNPAY writes 0 for none.</summary>
    internal static string NumberOf(string? text) => text is null or "0" ? "" : text;
}

/// <summary>How far a refund is.</summary>
public enum VnpayRefundState : byte
{
    /// <summary>VNPAY took the request; what becomes of it is asked by querydr.</summary>
    Accepted = 1,

    /// <summary>The same refund was requested before and is being worked on (94): to be asked, not sent again.</summary>
    InProgress = 2,
}

/// <summary>What VNPAY answers to a refund.</summary>
/// <param name="State">How far it is.</param>
/// <param name="TransactionNo">VNPAY's number of the refund; empty when it gave none.</param>
/// <param name="Status">vnp_TransactionStatus; empty when it gave none.</param>
public sealed record VnpayRefund(VnpayRefundState State, string TransactionNo, string Status);
