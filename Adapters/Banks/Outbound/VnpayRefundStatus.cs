using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>What a partner shows of one refund.</summary>
internal enum RefundSight : byte
{
    /// <summary>Nothing: it was not taken.</summary>
    None,

    /// <summary>It is at it.</summary>
    Taken,

    /// <summary>The money is back.</summary>
    Made,

    /// <summary>It will not do it.</summary>
    Rejected,

    /// <summary>Something that may be of another refund, or of none.</summary>
    Unclear,
}

/// <summary>
/// What querydr says of a refund (A1). It shows one transaction without the refund's own number (inferred: the latest), so where a payment has
/// several refunds only one that no other can be taken for is believed.
/// </summary>
internal static class VnpayRefundStatus
{
    /// <summary>vnp_TransactionType of a full refund.</summary>
    public const string Full = "02";

    /// <summary>vnp_TransactionType of a part.</summary>
    public const string Partial = "03";

    /// <summary>vnp_TransactionStatus of a rejected refund.</summary>
    public const string Rejected = "09";

    private const string Payment = "01";
    private const string Successful = "00";

    private static readonly Dictionary<string, RefundSight> Statuses = new(StringComparer.Ordinal)
    {
        [Successful] = RefundSight.Made,
        ["02"] = RefundSight.Rejected,
        ["05"] = RefundSight.Taken,
        ["06"] = RefundSight.Taken,
        [Rejected] = RefundSight.Rejected,
    };

    /// <summary>What is shown.</summary>
    /// <param name="told">VNPAY's answer.</param>
    /// <param name="type">The type of the refund; null when it is not known.</param>
    /// <param name="amount">Its amount.</param>
    /// <param name="others">The other refunds of the same payment, rejected ones too.</param>
    public static RefundSight Of(VnpayTransaction told, string? type, Vnd amount, IReadOnlyList<RefundRecord> others)
    {
        if (told is { Type: Payment, Status: Successful }) return RefundSight.None;
        var sight = Statuses.GetValueOrDefault(told.Status, RefundSight.Unclear);
        // Behind a payment's own type only the statuses that no payment has are a refund's.
        if (told.Type == Payment) return others.Count == 0 && told.Status is "05" or "06" or Rejected ? sight : RefundSight.Unclear;
        var isOfKind = told.Type is Full or Partial && (type is null || told.Type == type);
        var isAlone = others.Count == 0 || (told.Amount == amount && others.All(other => other.Amount != amount));
        return isOfKind && isAlone ? sight : RefundSight.Unclear;
    }
}
