using DichVuCong.Adapters.Banks.Callbacks;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>
/// MaLoi and TrangThaiGD of a payment's result. MaLoi 00 is paid; the others are ours, and neither is 99, which receivers use for "not taken"
/// (5.3). TrangThaiGD is 1, 4 and 3; 2 was never seen and counts as unknown (5.4).
/// </summary>
internal static class PlatformResults
{
    /// <summary>MaLoi of paid, taken, done.</summary>
    public const string Success = "00";

    private static readonly (PaymentResult Result, string MaLoi, string TrangThaiGd)[] Rows =
    [
        (PaymentResult.Paid, Success, "1"),
        (PaymentResult.Failed, "01", "4"),
        (PaymentResult.Unknown, "03", "3"),
    ];

    /// <summary>MaLoi of a result.</summary>
    public static string MaLoiOf(PaymentResult result) => Rows.First(row => row.Result == result).MaLoi;

    /// <summary>TrangThaiGD of a result.</summary>
    public static string StateOf(PaymentResult result) => Rows.First(row => row.Result == result).TrangThaiGd;

    /// <summary>What a callback's MaLoi says: paid, or not. A callback that says "03" of ours says that nobody knows.</summary>
    public static PaymentResult OfMaLoi(string maLoi) =>
        maLoi == Success ? PaymentResult.Paid : maLoi == MaLoiOf(PaymentResult.Unknown) ? PaymentResult.Unknown : PaymentResult.Failed;

    /// <summary>
    /// What the reply to a QUERY says. TrangThaiGD is not covered by MaXacThuc, MaLoi is: paid needs both, and two that speak against each
    /// other mean unknown.
    /// </summary>
    public static PaymentResult OfState(string maLoi, string? trangThaiGd) => trangThaiGd switch
    {
        "1" when maLoi == Success => PaymentResult.Paid,
        "4" when maLoi != Success => PaymentResult.Failed,
        _ => PaymentResult.Unknown,
    };
}
