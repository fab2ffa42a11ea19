using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Banks.Vnpay;

/// <summary>The portal asks for a transaction (querydr) or orders a refund (A1).</summary>
internal sealed class VnpayApiVisit(WireFields request, BankBook book, RefundDesk refunds, TimeProvider time) : IVisit
{
    private const string Full = "02";
    private const string Partial = "03";

    private bool IsRefund => request["vnp_Command"] == "refund";

    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (fault == FaultKind.Refuse) return Answer("99", "Co loi", null, "", "");
        if (request["vnp_Command"] is not ("querydr" or "refund") || request["vnp_RequestId"] is not { Length: > 0 and <= 32 })
            return Answer("03", "Sai dinh dang", null, "", "");
        var order = IsRefund ? VnpaySigning.RefundRequest : VnpaySigning.QueryRequest;
        if (!Digests.Same(request[VnpaySigning.Hash], VnpaySigning.OfPipe(order, name => request[name]))) return Answer("97", "Sai chu ky", null, "", "");
        if (request["vnp_TmnCode"] != BankNames.VnpayTerminal) return Answer("02", "Sai ma website", null, "", "");
        if (BankClock.Read(request["vnp_TransactionDate"]) is not { } date || BankClock.Read(request["vnp_CreateDate"]) is null)
            return Answer("03", "Sai dinh dang", null, "", "");
        var day = BankClock.Write(time.GetUtcNow())[..8];
        var noted = new BankRequest(
            BankNames.Vnpay, $"{day}|{request["vnp_RequestId"]}", Digests.Sha256(string.Join('|', order.Select(name => request[name]))));
        if (!ReferenceEquals(book.Note(noted), noted)) return Answer("94", "Yeu cau trung lap", Known(date)?.Record, "", "");
        if (Known(date) is not { } found) return Answer("91", "Khong tim thay giao dich", null, "", "");
        return IsRefund ? Refund(found) : Query(found);
    }

    private BankOrder? Known(DateTimeOffset date) =>
        book.Find(BankNames.Vnpay, request["vnp_TxnRef"]) is { } order && order.Record.CreatedAt == date ? order : null;

    private HttpAnswer Query(BankOrder order)
    {
        var isPending = false;
        var record = book.Change(order, now =>
        {
            isPending = now.PendingAnswers > 0;
            return now with { Questions = now.Questions + 1, PendingAnswers = Math.Max(0, now.PendingAnswers - 1) };
        });
        if (isPending) return Answer("00", "Cho xu ly", record, "01", "01");
        // Once money goes back, the state that is told is that of the latest refund.
        if (record.Refunds.Count > 0)
        {
            var last = record.Refunds[^1];
            return Answer("00", "Thanh cong", record, last.IsFull ? Full : Partial, StatusOf(last), last);
        }

        var status = record.Paid is not null ? "00" : record.Transactions.Count > 0 || !record.IsOpen(time.GetUtcNow()) ? "02" : "01";
        return Answer("00", "Thanh cong", record, "01", status);
    }

    private HttpAnswer Refund(BankOrder order)
    {
        var type = request["vnp_TransactionType"];
        var hundredths = request.Amount("vnp_Amount");
        if (type is not (Full or Partial) || hundredths is not { } amount || amount % 100 != 0) return Answer("03", "Sai dinh dang", order.Record, type, "");
        if (order.Record.Paid is not { } paid) return Answer("95", "Giao dich khong thanh cong", order.Record, type, "");
        if (request["vnp_TransactionNo"] is { Length: > 0 } no and not "0" && no != paid.No) return Answer("91", "Khong tim thay giao dich", null, type, "");
        if (order.Record.Refunds.Any(refund => refund.Stage == RefundStage.Accepted))
            return Answer("94", "Yeu cau hoan tien dang xu ly", order.Record, type, "05");
        if (type == Full && amount / 100 != paid.Amount) return Answer("03", "So tien hoan khong dung", order.Record, type, "");
        return refunds.Take(order, request["vnp_RequestId"], paid.No, amount / 100, type == Full) is { } refund
            ? Answer("00", "Yeu cau thanh cong", order.Record, type, "05", refund)
            : Answer("03", "So tien hoan khong dung", order.Record, type, "");
    }

    private static string StatusOf(BankRefund refund) => refund.Stage switch
    {
        RefundStage.Accepted => "05",
        RefundStage.Done => "00",
        _ => "09",
    };

    private HttpAnswer Answer(string code, string message, BankOrderRecord? order, string type, string status, BankRefund? refund = null)
    {
        var paid = order?.Paid;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["vnp_ResponseId"] = book.NextNumber(),
            ["vnp_Command"] = request["vnp_Command"],
            ["vnp_ResponseCode"] = code,
            ["vnp_Message"] = message,
            ["vnp_TmnCode"] = request["vnp_TmnCode"],
            ["vnp_TxnRef"] = request["vnp_TxnRef"],
            ["vnp_Amount"] = refund is not null ? VnpayBank.Amount(refund.Amount)
                : IsRefund ? request["vnp_Amount"]
                : order is null ? "" : VnpayBank.Amount(paid?.Amount ?? order.Amount),
            ["vnp_BankCode"] = paid is null ? "" : "NCB",
            ["vnp_PayDate"] = paid is null || status == "01" ? "" : BankClock.Write(paid.At),
            ["vnp_TransactionNo"] = refund?.No ?? (status == "01" ? "0" : paid?.No ?? "0"),
            ["vnp_TransactionType"] = type,
            ["vnp_TransactionStatus"] = status,
            ["vnp_OrderInfo"] = order?.Info ?? request["vnp_OrderInfo"],
        };
        var hash = VnpaySigning.OfPipe(IsRefund ? VnpaySigning.RefundResponse : VnpaySigning.QueryResponse, name => values.GetValueOrDefault(name, ""));
        return HttpAnswer.OfJson(
            WireJson.Bytes(WireJson.Object([.. values.Select(each => (each.Key, WireJson.Text(each.Value))), (VnpaySigning.Hash, WireJson.Text(hash))])));
    }
}
