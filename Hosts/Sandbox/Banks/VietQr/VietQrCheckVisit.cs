using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Banks.VietQr;

/// <summary>The portal asks for the transactions of an order, or for one by its number (A3, check-order).</summary>
internal sealed class VietQrCheckVisit(WireFields request, BankBook book) : IVisit
{
    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (fault == FaultKind.Refuse) return VietQrEndpoints.Failed("E05");
        if (!Digests.Same(request["checkSum"], Digests.Md5(request["bankAccount"] + BankNames.VietQrUser))) return VietQrEndpoints.Failed("E39");
        var byNumber = request["type"] switch { "0" => false, "1" => true, _ => (bool?)null };
        if (byNumber is null || request["value"].Length == 0) return VietQrEndpoints.Failed("E46");
        var order = byNumber.Value ? book.OfTransaction(BankNames.VietQr, request["value"]) : book.Find(BankNames.VietQr, request["value"]);
        if (order is null || order.Record.Account != request["bankAccount"]) return HttpAnswer.OfJson("[]"u8.ToArray());
        var isPending = false;
        var record = book.Change(order, now =>
        {
            isPending = now.PendingAnswers > 0;
            return now with { Questions = now.Questions + 1, PendingAnswers = Math.Max(0, now.PendingAnswers - 1) };
        });
        var rows = isPending || record.Transactions.Count == 0
            ? [Row(record, paid: null)]
            : record.Transactions.Where(each => byNumber != true || each.No == request["value"]).Select(each => (JsonNode)Row(record, each)).ToArray();
        return HttpAnswer.OfJson(WireJson.Bytes(new JsonArray(rows)));
    }

    private static JsonObject Row(BankOrderRecord order, BankTransaction? paid)
    {
        var refunds = order.Refunds.Where(refund => refund.TransactionNo == paid?.No && refund.Stage == RefundStage.Done).ToList();
        return WireJson.Object(
            ("referenceNumber", WireJson.Text(paid?.No ?? "")),
            ("orderId", WireJson.Text(order.Reference)),
            ("amount", WireJson.Number(paid?.Amount ?? order.Amount)),
            ("content", WireJson.Text(order.Info)),
            ("transType", WireJson.Text("C")),
            ("status", WireJson.Number(paid is null ? 0 : 1)),
            ("type", WireJson.Number(0)),
            ("timeCreated", WireJson.Number(order.CreatedAt.ToUnixTimeSeconds())),
            ("timePaid", WireJson.Number(paid?.At.ToUnixTimeSeconds() ?? 0)),
            ("terminalCode", WireJson.Text("")),
            ("note", WireJson.Text("")),
            ("refundCount", WireJson.Number(refunds.Count)),
            ("amountRefunded", WireJson.Number(refunds.Sum(refund => refund.Amount))));
    }
}
