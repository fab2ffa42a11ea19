using DichVuCong.Contracts.Payments;

namespace DichVuCong.Payments.Desk;

/// <summary>An agency's decision on a refund, as an operator records it.</summary>
public sealed record RefundDecisionText
{
    /// <summary>The decision's number.</summary>
    public required string Number { get; init; }

    /// <summary>The decision's date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How much goes back.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>Why, without personal data.</summary>
    public required string? Reason { get; init; }

    /// <summary>Who gives the money back.</summary>
    public RefundRoute Route { get; init; } = RefundRoute.Partner;

    /// <summary>The partner that collected the payment; null when there is only one payment.</summary>
    public string? Partner { get; init; }

    /// <summary>The payment's number; null when there is only one payment.</summary>
    public string? TransactionNo { get; init; }
}
