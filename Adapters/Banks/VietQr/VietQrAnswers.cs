using System.Globalization;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>Reads the answers of check-order and refund.</summary>
internal static class VietQrAnswers
{
    private const string ReferenceNumber = "referenceNumber";
    private const string OrderId = "orderId";

    // Dynamic code, static, outside and semi-dynamic: money that came in. 6 is a refund, and anything else nobody knows.
    private static readonly string[] KindsOfPayment = ["0", "1", "2", "3"];

    /// <summary>The answer of check-order: a list, or an object {status, message} that refuses.</summary>
    public static PartnerAnswer<VietQrTransactions> OfCheckOrder(Exchange exchange, VietQrQuestion question)
    {
        if (exchange is not Exchange.Answered { Status: 200, Body: { } body } || PartnerJson.ReadList(body, BankHttp.MaxAnswerBytes) is not { } rows)
        {
            return AnswerReading.Of<VietQrTransactions>(exchange, (_, json) => Refusal<VietQrTransactions>(json));
        }

        var id = question.ByReferenceNumber ? ReferenceNumber : OrderId;
        if (rows.Any(row => row.Text(id) is { Length: > 0 } told && told != question.Value))
        {
            return new PartnerAnswer<VietQrTransactions>.Unknown("a transaction of something else");
        }

        var transactions = rows.Select(TransactionOf).ToList();
        return transactions.Contains(null)
            ? new PartnerAnswer<VietQrTransactions>.Unknown("a transaction that cannot be read")
            : new PartnerAnswer<VietQrTransactions>.Done(new VietQrTransactions(transactions!));
    }

    /// <summary>The answer of a refund; null when it is none.</summary>
    public static PartnerAnswer<VietQrRefund>? OfRefund(PartnerObject json) => json.Text("status") == "SUCCESS"
        ? new PartnerAnswer<VietQrRefund>.Done(new VietQrRefund(json.Text("message") ?? ""))
        : Refusal<VietQrRefund>(json);

    private static VietQrTransaction? TransactionOf(PartnerObject row)
    {
        if (!Vnd.TryParseWire(row.Text("amount"), out var amount) || row.Text("status") is not { } status) return null;
        if (RefundCountOf(row) is not { } count || RefundedOf(row) is not { } refunded) return null;
        var kind = row.Text("type") ?? "";
        return new VietQrTransaction(
            row.Text(ReferenceNumber) ?? "",
            row.Text(OrderId) ?? "",
            amount,
            status == "1" && row.Text("transType") != "D" && KindsOfPayment.Contains(kind) ? PaymentResult.Paid : PaymentResult.Unknown,
            kind,
            VietQrTime.Of(row.Text("timePaid")),
            count,
            refunded);
    }

    // A figure that is not there is none; one that cannot be read may be any, and taken for 0 would let the money go back twice.
    private static int? RefundCountOf(PartnerObject row) =>
        !row.Has("refundCount") ? 0
        : int.TryParse(row.Text("refundCount"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static Vnd? RefundedOf(PartnerObject row) =>
        !row.Has("amountRefunded") ? Vnd.Zero : Vnd.TryParseWire(row.Text("amountRefunded"), out var amount) ? amount : null;

    // Only FAILED is a refusal: any other word may follow upon a refund that was made. Messages are codes such as E46.
    private static PartnerAnswer<T>? Refusal<T>(PartnerObject json)
        where T : class => json.Text("status") == "FAILED"
            ? new PartnerAnswer<T>.Refused(RefusalKind.Business, CodeOf(json.Text("message")), "VietQR refused")
            : null;

    private static string CodeOf(string? message) => message is { Length: > 0 and <= 10 } && message.All(char.IsAsciiLetterOrDigit) ? message : "FAILED";
}
