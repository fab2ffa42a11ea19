using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Banks.Form;

/// <summary>What a bank in the form does with money: give it back, and pass it on. Each transfer by its reference once, however often it is ordered.</summary>
internal sealed class FormTransfers(BankBook book, RefundDesk refunds, TimeProvider time)
{
    /// <summary>3.6: a refund; the same reference again is answered with how far it is.</summary>
    public HttpAnswer Refund(FormCall call)
    {
        var (reference, no) = (call.Fields["refundReference"], call.Fields["transactionNo"]);
        if (reference.Length is 0 or > 100 || call.Fields.Amount("amountVnd") is not { } amount) return call.Answer("03", "refundReference, amountVnd");
        if (book.Find(call.Bank.Name, call.Fields["orderReference"]) is not { } order) return call.Answer("01", "order");
        if (order.Record.Refunds.FirstOrDefault(each => each.Id == reference) is { } known)
        {
            return known.Amount == amount && known.TransactionNo == no ? Told(call, "02", known) : call.Answer("04", "refundReference");
        }

        var paid = order.Record.Transactions.FirstOrDefault(each => each.No == no && each.IsPaid);
        if (paid is null) return call.Answer("01", "transaction");
        return refunds.Take(order, reference, no, amount, amount == paid.Amount) is { } refund ? Told(call, "00", refund) : call.Answer("06", "amountVnd");
    }

    /// <summary>3.8: a transfer to a beneficiary.</summary>
    public HttpAnswer Disburse(FormCall call)
    {
        var (reference, account) = (call.Fields["disbursementReference"], call.Fields["account"]);
        if (reference.Length is 0 or > 100 || account.Length is 0 or > 19 || call.Fields.Amount("amountVnd") is not { } amount)
        {
            return call.Answer("03", "disbursementReference, account, amountVnd");
        }

        var now = time.GetUtcNow();
        var made = new BankSettlement(call.Bank.Name, book.NextNumber(), account, amount, BankClock.Day(now, call.Bank.CutOff), now) { OrderedBy = reference };
        var isNew = book.Settle(made);
        var settlement = isNew ? made : book.Settlement(call.Bank.Name, reference)!;
        if (settlement.Account != account || settlement.Amount != amount) return call.Answer("04", "disbursementReference");
        return call.Answer(
            isNew ? "00" : "02",
            "OK",
            ("disbursementReference", WireJson.Text(reference)),
            ("bankReference", WireJson.Text(settlement.No)),
            ("status", WireJson.Text("SUCCESS")));
    }

    private static HttpAnswer Told(FormCall call, string code, BankRefund refund) => call.Answer(
        code,
        "OK",
        ("refundReference", WireJson.Text(refund.Id)),
        ("bankReference", WireJson.Text(refund.No)),
        ("status", WireJson.Text(refund.Stage switch { RefundStage.Accepted => "PENDING", RefundStage.Done => "SUCCESS", _ => "FAILED" })));
}
