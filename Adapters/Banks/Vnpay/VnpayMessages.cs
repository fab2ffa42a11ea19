using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>The bodies of querydr and refund.</summary>
internal sealed class VnpayMessages(VnpaySettings settings)
{
    private const int MaxInfo = 255;
    private const int MaxRequestId = 32;

    /// <summary>The body of a question.</summary>
    public byte[] Query(VnpayQuestion question, DateTimeOffset now, SecretKey key) => Signed(VnpayPipe.QueryRequest, key, new(StringComparer.Ordinal)
    {
        ["vnp_RequestId"] = RequestId(question.RequestId),
        ["vnp_Version"] = settings.Version,
        [VnpayNames.Command] = VnpayNames.QueryCommand,
        [VnpayNames.TmnCode] = settings.TmnCode,
        [VnpayNames.TxnRef] = question.Reference,
        ["vnp_TransactionDate"] = VietnamTime.ToWire(question.OrderCreatedAt),
        ["vnp_CreateDate"] = VietnamTime.ToWire(now),
        ["vnp_IpAddr"] = settings.ServerIp,
        ["vnp_OrderInfo"] = PlainText.Of(question.Info, MaxInfo),
    });

    /// <summary>The body of a refund.</summary>
    public byte[] Refund(VnpayRefundOrder refund, DateTimeOffset now, SecretKey key) => Signed(VnpayPipe.RefundRequest, key, new(StringComparer.Ordinal)
    {
        ["vnp_RequestId"] = RequestId(refund.RequestId),
        ["vnp_Version"] = settings.Version,
        [VnpayNames.Command] = VnpayNames.RefundCommand,
        [VnpayNames.TmnCode] = settings.TmnCode,
        [VnpayNames.TransactionType] = refund.Type,
        [VnpayNames.TxnRef] = refund.Reference,
        [VnpayNames.Amount] = VnpayAmount.ToWire(refund.Amount),
        [VnpayNames.TransactionNo] = refund.TransactionNo.Length > 0 ? refund.TransactionNo : settings.UnknownTransactionNo,
        ["vnp_TransactionDate"] = VietnamTime.ToWire(refund.OrderCreatedAt),
        ["vnp_CreateBy"] = refund.CreatedBy,
        ["vnp_CreateDate"] = VietnamTime.ToWire(now),
        ["vnp_IpAddr"] = settings.ServerIp,
        ["vnp_OrderInfo"] = PlainText.Of(refund.Info, MaxInfo),
    });

    private static byte[] Signed(IReadOnlyList<string> order, SecretKey key, Dictionary<string, string> values) => PartnerJson.Write(
    [
        .. order.Select(name => (name, (string?)values[name])),
        (VnpayNames.SecureHash, VnpayPipe.Hash(order, values.GetValueOrDefault, key)),
    ]);

    private static string RequestId(string id) => id is { Length: > 0 and <= MaxRequestId } && id.All(char.IsAsciiLetterOrDigit)
        ? id
        : throw new ArgumentException("vnp_RequestId has 1 to 32 letters and digits.", nameof(id));
}
