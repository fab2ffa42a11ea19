using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>
/// Reads the answers of querydr and refund. A success must be signed and be about what was asked; a refusal that is not signed is believed,
/// since VNPAY cannot sign for a terminal that it does not know and nothing is lost by asking again.
/// </summary>
internal static class VnpayAnswers
{
    /// <summary>Reads the answer to a question; null when it is none.</summary>
    public static PartnerAnswer<VnpayTransaction>? OfQuery(PartnerObject json, VnpayQuestion question, string terminal, IEnumerable<SecretKey> keys)
    {
        if (json.Text(VnpayNames.ResponseCode) is not { } code) return null;
        var (meaning, text) = VnpayApiCodes.OfQuery(code);
        if (meaning is not VnpayApiMeaning.Done) return Refusal<VnpayTransaction>(meaning, code, text);
        var asked = Asked(VnpayNames.QueryCommand, question.Reference);
        if (Doubt(json, VnpayPipe.QueryResponse, asked, terminal, keys) is { } doubt) return new PartnerAnswer<VnpayTransaction>.Unknown(doubt);
        if (!VnpayAmount.TryParse(json.Text(VnpayNames.Amount), out var amount)) return null;
        var status = json.Text(VnpayNames.TransactionStatus) ?? "";
        var type = json.Text(VnpayNames.TransactionType) ?? "";
        return new PartnerAnswer<VnpayTransaction>.Done(new VnpayTransaction(
            question.Reference,
            VnpayTransaction.NumberOf(json.Text(VnpayNames.TransactionNo)),
            amount,
            type,
            status,
            type == "01" ? VnpayCodes.ResultOf(status) : PaymentResult.Unknown,
            json.Text(VnpayNames.BankCode),
            VietnamTime.TryParseWire(json.Text(VnpayNames.PayDate), out var paidAt) ? paidAt : null));
    }

    /// <summary>Reads the answer to a refund; null when it is none.</summary>
    public static PartnerAnswer<VnpayRefund>? OfRefund(PartnerObject json, VnpayRefundOrder refund, string terminal, IEnumerable<SecretKey> keys)
    {
        if (json.Text(VnpayNames.ResponseCode) is not { } code) return null;
        var (meaning, text) = VnpayApiCodes.OfRefund(code);
        if (meaning is not (VnpayApiMeaning.Done or VnpayApiMeaning.InProgress)) return Refusal<VnpayRefund>(meaning, code, text);
        (string, string)[] asked =
        [
            .. Asked(VnpayNames.RefundCommand, refund.Reference),
            (VnpayNames.Amount, VnpayAmount.ToWire(refund.Amount)),
            (VnpayNames.TransactionType, refund.Type),
        ];
        if (Doubt(json, VnpayPipe.RefundResponse, asked, terminal, keys) is { } doubt) return new PartnerAnswer<VnpayRefund>.Unknown(doubt);
        return new PartnerAnswer<VnpayRefund>.Done(new VnpayRefund(
            meaning is VnpayApiMeaning.Done ? VnpayRefundState.Accepted : VnpayRefundState.InProgress,
            VnpayTransaction.NumberOf(json.Text(VnpayNames.TransactionNo)),
            json.Text(VnpayNames.TransactionStatus) ?? ""));
    }

    // The answer to a question is signed with the same secret in nearly the same order: the command tells it from that to a refund.
    private static (string Name, string Value)[] Asked(string command, string reference) => [(VnpayNames.Command, command), (VnpayNames.TxnRef, reference)];

    private static string? Doubt(
        PartnerObject json, IReadOnlyList<string> order, IEnumerable<(string Name, string Value)> asked, string terminal, IEnumerable<SecretKey> keys)
    {
        if (!keys.Any(key => VnpayPipe.Fits(order, json.Text, key))) return "the answer's signature does not fit";
        return json.Text(VnpayNames.TmnCode) == terminal && asked.All(field => json.Text(field.Name) == field.Value)
            ? null
            : "the answer is about something else";
    }

    private static PartnerAnswer<T> Refusal<T>(VnpayApiMeaning meaning, string code, string text)
        where T : class => meaning switch
        {
            VnpayApiMeaning.AskLater => new PartnerAnswer<T>.NotSent($"{code}: {text}"),
            VnpayApiMeaning.NotFound => new PartnerAnswer<T>.Refused(RefusalKind.NotFound, code, text),
            VnpayApiMeaning.Configuration => new PartnerAnswer<T>.Refused(RefusalKind.Configuration, code, text),
            VnpayApiMeaning.Business => new PartnerAnswer<T>.Refused(RefusalKind.Business, code, text),
            _ => new PartnerAnswer<T>.Unknown($"{Known(code)}: {text}"),
        };

    // A code that is not two digits is no code, and may be anything.
    private static string Known(string code) => code.Length == 2 && code.All(char.IsAsciiDigit) ? code : "other";
}
