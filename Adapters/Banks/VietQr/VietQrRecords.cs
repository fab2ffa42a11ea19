using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>A question to check-order.</summary>
/// <param name="BankAccount">The account that the money came to.</param>
/// <param name="Value">Our order's reference, or VietQR's reference number.</param>
/// <param name="ByReferenceNumber">Which of them it is: type 1 instead of 0.</param>
public sealed record VietQrQuestion(string BankAccount, string Value, bool ByReferenceNumber = false);

/// <summary>A transaction as check-order tells it. One order may have several.</summary>
/// <param name="ReferenceNumber">VietQR's number; empty while there is none.</param>
/// <param name="OrderId">Our reference.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Result">Status 1 of a credit of type 0 to 3 is paid; anything else unknown.</param>
/// <param name="Kind">Type: 0 dynamic code, 1 static, 2 outside, 3 semi-dynamic, 6 refund.</param>
/// <param name="PaidAt">When it was paid.</param>
/// <param name="RefundCount">How many refunds were made.</param>
/// <param name="Refunded">How much was refunded.</param>
public sealed record VietQrTransaction(
    string ReferenceNumber, string OrderId, Vnd Amount, PaymentResult Result, string Kind, DateTimeOffset? PaidAt, int RefundCount, Vnd Refunded);

/// <summary>The transactions of an order; none when VietQR knows none.</summary>
/// <param name="Transactions">The transactions.</param>
public sealed record VietQrTransactions(IReadOnlyList<VietQrTransaction> Transactions);

/// <summary>A refund to be made.</summary>
public sealed record VietQrRefundOrder
{
    /// <summary>The account that the money came to.</summary>
    public required string BankAccount { get; init; }

    /// <summary>VietQR's number of the payment.</summary>
    public required string ReferenceNumber { get; init; }

    /// <summary>How much goes back.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>Why.</summary>
    public required string Content { get; init; }

    /// <summary>Whether more refunds of the same payment may follow.</summary>
    public bool MultiTimes { get; init; }

    /// <summary>Our bank's code; none where VietQR needs none.</summary>
    public string? BankCode { get; init; }
}

/// <summary>VietQR made the refund.</summary>
/// <param name="Message">Its number of the refund, or whatever it says.</param>
public sealed record VietQrRefund(string Message);
