using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>
/// The hash of querydr and refund: values joined by pipes in a fixed order, neither sorted nor encoded, a missing one as nothing (A1). With a
/// pipe inside one value the same text could be cut into other fields, so no value may have one.
/// </summary>
internal static class VnpayPipe
{
    private static readonly string[] RefundResponseFields =
    [
        "vnp_ResponseId", VnpayNames.Command, VnpayNames.ResponseCode, "vnp_Message", VnpayNames.TmnCode, VnpayNames.TxnRef, VnpayNames.Amount,
        VnpayNames.BankCode, VnpayNames.PayDate, VnpayNames.TransactionNo, VnpayNames.TransactionType, VnpayNames.TransactionStatus, "vnp_OrderInfo",
    ];

    /// <summary>The order of a query's request.</summary>
    public static IReadOnlyList<string> QueryRequest { get; } =
    [
        "vnp_RequestId", "vnp_Version", VnpayNames.Command, VnpayNames.TmnCode, VnpayNames.TxnRef, "vnp_TransactionDate", "vnp_CreateDate", "vnp_IpAddr",
        "vnp_OrderInfo",
    ];

    /// <summary>The order of a query's response.</summary>
    public static IReadOnlyList<string> QueryResponse { get; } = [.. RefundResponseFields, "vnp_PromotionCode", "vnp_PromotionAmount"];

    /// <summary>The order of a refund's request.</summary>
    public static IReadOnlyList<string> RefundRequest { get; } =
    [
        "vnp_RequestId", "vnp_Version", VnpayNames.Command, VnpayNames.TmnCode, VnpayNames.TransactionType, VnpayNames.TxnRef, VnpayNames.Amount,
        VnpayNames.TransactionNo, "vnp_TransactionDate", "vnp_CreateBy", "vnp_CreateDate", "vnp_IpAddr", "vnp_OrderInfo",
    ];

    /// <summary>The order of a refund's response.</summary>
    public static IReadOnlyList<string> RefundResponse => RefundResponseFields;

    /// <summary>The text that is hashed.</summary>
    public static string Text(IEnumerable<string> order, Func<string, string?> value) => string.Join('|', order.Select(value));

    /// <summary>The hash of a message, in lower-case hexadecimal.</summary>
    /// <exception cref="ArgumentException">A value has a pipe in it.</exception>
    public static string Hash(IReadOnlyList<string> order, Func<string, string?> value, SecretKey key) => IsUnambiguous(order, value)
        ? PlainHash.Hex(key.HmacSha512(Text(order, value)))
        : throw new ArgumentException("VNPAY carries no pipe in any field.", nameof(value));

    /// <summary>Whether a message's hash fits.</summary>
    public static bool Fits(IReadOnlyList<string> order, Func<string, string?> value, SecretKey key) =>
        IsUnambiguous(order, value) && ConstantTime.HexEquals(value(VnpayNames.SecureHash), key.HmacSha512(Text(order, value)));

    private static bool IsUnambiguous(IEnumerable<string> order, Func<string, string?> value) =>
        order.All(name => value(name)?.Contains('|', StringComparison.Ordinal) != true);
}
