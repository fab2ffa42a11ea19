using DichVuCong.Contracts.Payments;

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

    /// <summary>What a callback's MaLoi says. No list of the older platform's is public: a code that is not of ours says that nobody knows.</summary>
    public static PaymentResult OfMaLoi(string maLoi)
    {
        foreach (var row in Rows)
        {
            if (row.MaLoi == maLoi) return row.Result;
        }

        return PaymentResult.Unknown;
    }

    /// <summary>
    /// What the reply to a QUERY says. TrangThaiGD is not covered by MaXacThuc, MaLoi is: paid and failed need both to say so, and everything
    /// else means unknown.
    /// </summary>
    public static PaymentResult OfState(string maLoi, string? trangThaiGd)
    {
        var result = OfMaLoi(maLoi);
        return StateOf(result) == trangThaiGd ? result : PaymentResult.Unknown;
    }
}
