using System.Globalization;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>Reads the answers of check-order and refund.</summary>
internal static class VietQrAnswers
{
    /// <summary>The answer of check-order: a list, or an object {status, message} that refuses.</summary>
    public static PartnerAnswer<VietQrTransactions> OfCheckOrder(Exchange exchange)
    {
        if (exchange is not Exchange.Answered { Status: 200, Body: { } body } || PartnerJson.ReadList(body, BankHttp.MaxAnswerBytes) is not { } rows)
        {
            return AnswerReading.Of<VietQrTransactions>(exchange, (_, json) => Refusal<VietQrTransactions>(json));
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
        var count = int.TryParse(row.Text("refundCount"), NumberStyles.None, CultureInfo.InvariantCulture, out var refunds) ? refunds : 0;
        return new VietQrTransaction(
            row.Text("referenceNumber") ?? "",
            row.Text("orderId") ?? "",
            amount,
            status == "1" ? PaymentResult.Paid : PaymentResult.Unknown,
            row.Text("type") ?? "",
            VietQrTime.Of(row.Text("timePaid")),
            count,
            Vnd.TryParseWire(row.Text("amountRefunded"), out var refunded) ? refunded : Vnd.Zero);
    }

    // Only FAILED is a refusal: any other word may follow upon a refund that was made. Messages are codes such as E46.
    private static PartnerAnswer<T>? Refusal<T>(PartnerObject json)
        where T : class => json.Text("status") == "FAILED"
            ? new PartnerAnswer<T>.Refused(RefusalKind.Business, CodeOf(json.Text("message")), "VietQR refused")
            : null;

    private static string CodeOf(string? message) => message is { Length: > 0 and <= 10 } && message.All(char.IsAsciiLetterOrDigit) ? message : "FAILED";
}
