using System.Globalization;
using System.Security.Cryptography;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>Reads the answers of the operations, each proven to be the bank's; null for one that is not in the form, or about something else.</summary>
internal static class BankAnswers
{
    public static BankOrderAnswer? Order(PartnerObject json, BankOrder order, string partner)
    {
        var (qr, url, alias) = (json.Text("qrContent"), UrlOf(json.Text("payUrl")), json.Text("aliasAccount"));
        return json.Text("orderReference") == order.OrderReference && (qr is not null || url is not null) ? new BankOrderAnswer(qr, url, alias) : null;
    }

    public static PartnerPayment? Payment(PartnerObject json, BankStatusQuestion question, string partner)
    {
        if (json.Text("orderReference") != question.OrderReference
            || !Vnd.TryParseWire(json.Text("amountVnd"), out var amount)
            || BankStatus.Of(json.Text("status")) is not { } result)
        {
            return null;
        }

        return new PartnerPayment
        {
            Partner = partner,
            OrderReference = question.OrderReference,
            TransactionNo = json.Text("transactionNo") ?? "",
            Amount = amount,
            Result = result,
            Code = json.Text(BankFormNames.PaymentCode) ?? "",
            Bank = json.Text("payerBank"),
            Account = json.Text("beneficiaryAccount"),
            PaidAt = VietnamTime.TryParseWire(json.Text("paidAt"), out var paidAt) ? paidAt : null,
            KeyId = "answer",
        };
    }

    public static BankReceiptAnswer? Receipt(PartnerObject json, BankReceiptQuestion question, string partner) =>
        json.Text("transactionNo") == question.TransactionNo && json.Text("receiptNo") is { Length: > 0 } number && UrlOf(json.Text("url")) is { } url
            ? new BankReceiptAnswer(number, url)
            : null;

    public static BankAccountAnswer? Account(PartnerObject json, BankAccountQuestion question, string partner) =>
        json.Text("account") == question.Account && json.Text("holderName") is { Length: > 0 } name && bool.TryParse(json.Text("isActive"), out var isActive)
            ? new BankAccountAnswer(name, isActive)
            : null;

    public static BankTransferAnswer? Transfer(PartnerObject json, string field, string reference) =>
        json.Text(field) == reference && BankStatus.Of(json.Text("status")) is { } result
            ? new BankTransferAnswer(json.Text("bankReference") ?? "", result)
            : null;

    public static BankFileAnswer? File(PartnerObject json, BankFileQuestion question, string partner)
    {
        var day = question.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (json.Text("day") != day || json.Text("fileName") is not { Length: > 0 } name) return null;
        if (json.Text("content") is not { } encoded) return question.Content is null ? null : new BankFileAnswer(name, default);
        var bytes = new byte[encoded.Length];
        var isWhole = Convert.TryFromBase64String(encoded, bytes, out var length)
            && ConstantTime.HexEquals(json.Text("sha256"), SHA256.HashData(bytes.AsSpan(0, length)));
        return isWhole
            ? new BankFileAnswer(name, bytes.AsMemory(0, length))
            : null;
    }

    private static Uri? UrlOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url : null;
}
