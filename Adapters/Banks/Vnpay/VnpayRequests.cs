using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>A question about a payment (querydr).</summary>
/// <param name="RequestId">vnp_RequestId: up to 32 letters and digits, another one for every question of a day.</param>
/// <param name="Reference">Our reference of the payment.</param>
/// <param name="OrderCreatedAt">When the payment was sent to VNPAY: vnp_CreateDate of the pay URL.</param>
/// <param name="Info">What the question is for.</param>
public sealed record VnpayQuestion(string RequestId, string Reference, DateTimeOffset OrderCreatedAt, string Info = "Truy van giao dich");

/// <summary>A refund to be made.</summary>
public sealed record VnpayRefundOrder
{
    /// <summary>vnp_RequestId: up to 32 letters and digits, unique in a day.</summary>
    public required string RequestId { get; init; }

    /// <summary>Our reference of the payment.</summary>
    public required string Reference { get; init; }

    /// <summary>When the payment was sent to VNPAY.</summary>
    public required DateTimeOffset OrderCreatedAt { get; init; }

    /// <summary>VNPAY's number of the payment; empty when it is not known.</summary>
    public string TransactionNo { get; init; } = "";

    /// <summary>How much goes back.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>Whether that is all of it (02) or a part (03).</summary>
    public required bool IsFull { get; init; }

    /// <summary>vnp_TransactionType.</summary>
    internal string Type => IsFull ? "02" : "03";

    /// <summary>Who asked for it: an account, never a name.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Why.</summary>
    public required string Info { get; init; }
}
