using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Tests.Payments;

/// <summary>For every edge of an order's graph, what leads along it last; a number lets as many days pass.</summary>
internal static class OrderWays
{
    private static readonly object Chosen = Pay.Chosen();
    private static readonly object Doubtful = Pay.Doubtful();
    private static readonly object Failed = Pay.Failed();
    private static readonly object Paid = Pay.Paid();
    private static readonly object Short = Pay.Paid("1", 149_999);
    private static readonly object Reversed = Pay.Reversed();
    private static readonly object Settled = Pay.Settled();
    private static readonly object Cancelled = new CancelOrder(Pay.Reference, "Hồ sơ đã rút");
    private static readonly object Told = Pay.Failed(source: PaymentSource.Inquiry);
    private static readonly object[] Refunded = [Pay.Decided(), new RefundMade(Pay.Reference, 1)];

    public static IReadOnlyDictionary<string, object[]> All { get; } = new Dictionary<string, object[]>
    {
        ["Open->Pending"] = [Chosen],
        ["Open->Unknown"] = [Doubtful],
        ["Open->Failed"] = [Failed],
        ["Open->Expired"] = [11],
        ["Open->Cancelled"] = [Cancelled],
        ["Open->Paid"] = [Paid],
        ["Pending->Open"] = [Chosen, Short],
        ["Pending->Unknown"] = [Chosen, Doubtful],
        ["Pending->Failed"] = [Chosen, Failed],
        ["Pending->Expired"] = [9, Pay.Chosen(minutes: 9 * 24 * 60), 1],
        ["Pending->Cancelled"] = [Chosen, Cancelled],
        ["Pending->Paid"] = [Chosen, Paid],
        ["Unknown->Open"] = [Doubtful, Short],
        ["Unknown->Pending"] = [Doubtful, Pay.Chosen(Pay.Other), Failed],
        ["Unknown->Failed"] = [Doubtful, Failed],
        ["Unknown->Expired"] = [9, Doubtful, 2, Told],
        ["Unknown->Cancelled"] = [Doubtful, Cancelled],
        ["Unknown->Paid"] = [Doubtful, Paid],
        ["Failed->Open"] = [Failed, Short],
        ["Failed->Pending"] = [Failed, Pay.Chosen(minutes: 1)],
        ["Failed->Unknown"] = [Failed, Doubtful],
        ["Failed->Expired"] = [Failed, 11],
        ["Failed->Cancelled"] = [Failed, Cancelled],
        ["Failed->Paid"] = [Failed, Paid],
        ["Expired->Unknown"] = [11, Doubtful],
        ["Expired->Cancelled"] = [11, Cancelled],
        ["Expired->Paid"] = [11, Paid],
        ["Paid->Open"] = [2, Pay.Chosen(minutes: 2 * 24 * 60), Paid, 4, Reversed],
        ["Paid->Pending"] = [Paid, Pay.Chosen(Pay.Other), Reversed],
        ["Paid->Unknown"] = [Paid, Pay.Doubtful(partner: Pay.Other), Reversed],
        ["Paid->Failed"] = [Paid, Reversed],
        ["Paid->Expired"] = [11, Paid, Reversed],
        ["Paid->Cancelled"] = [Paid, Cancelled, Reversed],
        ["Paid->Settled"] = [Paid, Settled],
        ["Paid->Refunded"] = [Paid, .. Refunded],
        ["Settled->Refunded"] = [Paid, Settled, .. Refunded],
    };
}
