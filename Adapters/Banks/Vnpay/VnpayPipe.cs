using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>
/// The hash of querydr and refund: values joined by pipes in a fixed order, neither sorted nor encoded, a missing one as nothing (A1).
/// </summary>
internal static class VnpayPipe
{
    private static readonly string[] RefundResponseFields =
    [
        "vnp_ResponseId", "vnp_Command", VnpayNames.ResponseCode, "vnp_Message", VnpayNames.TmnCode, VnpayNames.TxnRef, VnpayNames.Amount,
        VnpayNames.BankCode, VnpayNames.PayDate, VnpayNames.TransactionNo, VnpayNames.TransactionType, VnpayNames.TransactionStatus, "vnp_OrderInfo",
    ];

    /// <summary>The order of a query's request.</summary>
    public static IReadOnlyList<string> QueryRequest { get; } =
    [
        "vnp_RequestId", "vnp_Version", "vnp_Command", VnpayNames.TmnCode, VnpayNames.TxnRef, "vnp_TransactionDate", "vnp_CreateDate", "vnp_IpAddr",
        "vnp_OrderInfo",
    ];

    /// <summary>The order of a query's response.</summary>
    public static IReadOnlyList<string> QueryResponse { get; } = [.. RefundResponseFields, "vnp_PromotionCode", "vnp_PromotionAmount"];

    /// <summary>The order of a refund's request.</summary>
    public static IReadOnlyList<string> RefundRequest { get; } =
    [
        "vnp_RequestId", "vnp_Version", "vnp_Command", VnpayNames.TmnCode, VnpayNames.TransactionType, VnpayNames.TxnRef, VnpayNames.Amount,
        VnpayNames.TransactionNo, "vnp_TransactionDate", "vnp_CreateBy", "vnp_CreateDate", "vnp_IpAddr", "vnp_OrderInfo",
    ];

    /// <summary>The order of a refund's response.</summary>
    public static IReadOnlyList<string> RefundResponse => RefundResponseFields;

    /// <summary>The text that is hashed.</summary>
    public static string Text(IEnumerable<string> order, Func<string, string?> value) => string.Join('|', order.Select(value));

    /// <summary>The hash of a message, in lower-case hexadecimal.</summary>
    public static string Hash(IEnumerable<string> order, Func<string, string?> value, SecretKey key) => PlainHash.Hex(key.HmacSha512(Text(order, value)));

    /// <summary>Whether a message's hash fits.</summary>
    public static bool Fits(IEnumerable<string> order, Func<string, string?> value, SecretKey key) =>
        ConstantTime.HexEquals(value(VnpayNames.SecureHash), key.HmacSha512(Text(order, value)));
}
