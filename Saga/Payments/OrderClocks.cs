namespace DichVuCong.Saga.Payments;

/// <summary>The names of an order's clocks.</summary>
public static class OrderClocks
{
    /// <summary>The time to pay is over then.</summary>
    public const string Expiry = "expiry";

    /// <summary>A partner is asked about a payment then.</summary>
    public const string Asking = "asking";

    /// <summary>A partner is asked about a refund then, or its answer is overdue.</summary>
    public const string Refunds = "refunds";

    /// <summary>The ministry's system is told again then.</summary>
    public const string Confirming = "confirming";

    /// <summary>The agency should have given its receipt by then.</summary>
    public const string Receipt = "receipt";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Expiry, Asking, Refunds, Confirming, Receipt];
}
