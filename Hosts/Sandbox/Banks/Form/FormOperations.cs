using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.Banks.VietQr;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Banks.Form;

/// <summary>What a bank in the form does about orders: make one, tell its status, give a receipt, tell of an account.</summary>
internal sealed class FormOperations(BankBook book, PayerDesk payers, SandboxOptions options, TimeProvider time)
{
    private const int LongestAccount = 19;

    /// <summary>3.1: an order that can be paid; a second one for a reference that is open is refused.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isEarly">Whether the payer pays before this is answered, on purpose.</param>
    public HttpAnswer Create(FormCall call, bool isEarly)
    {
        var fields = call.Fields;
        var (reference, account) = (fields["orderReference"], fields["beneficiaryAccount"]);
        if (reference.Length is 0 or > 100 || fields.Amount("amountVnd") is not { } amount) return call.Answer("03", "orderReference, amountVnd");
        if (!IsAccount(account) || BankClock.Read(fields["expiresAt"]) is not { } expiresAt || expiresAt <= time.GetUtcNow())
            return call.Answer("03", "beneficiaryAccount, expiresAt");
        var made = new BankOrderRecord(call.Bank.Name, reference, amount)
        {
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = expiresAt,
            Account = account,
            Info = fields["description"],
            RequestId = call.RequestId,
        };
        var (order, isNew) = book.Open(made);
        if (!isNew && order.Record.RequestId != call.RequestId)
        {
            if (order.Record.IsOpen(time.GetUtcNow()) || order.Record.Paid is not null) return call.Answer("05", "an order of that reference is open or paid");
            book.Change(order, record => record with { ExpiresAt = expiresAt, RequestId = call.RequestId, Choice = null, HasActed = false });
        }

        if (isEarly) payers.Opened(order, atOnce: true);
        var qr = new QrCode(BankNames.Bin, account, amount, reference.Length <= 25 ? reference : "", "Thanh toan");
        return call.Answer(
            isNew ? "00" : "02",
            "OK",
            ("orderReference", WireJson.Text(reference)),
            ("qrContent", WireJson.Text(qr.Write())),
            ("payUrl", WireJson.Text($"{options.Url}/banks/{call.Bank.Name}/pay/{Uri.EscapeDataString(reference)}")));
    }

    /// <summary>3.3: what became of an order.</summary>
    public HttpAnswer Status(FormCall call)
    {
        if (book.Find(call.Bank.Name, call.Fields["orderReference"]) is not { } order) return call.Answer("01", "order");
        var isPending = false;
        var record = book.Change(order, now =>
        {
            isPending = now.PendingAnswers > 0;
            return now with { Questions = now.Questions + 1, PendingAnswers = Math.Max(0, now.PendingAnswers - 1) };
        });
        var told = isPending ? null : record.Paid ?? (record.Transactions is [.., var last] ? last : null);
        return call.Answer(
            "00",
            "OK",
            ("orderReference", WireJson.Text(record.Reference)),
            ("amountVnd", WireJson.Number(told?.Amount ?? record.Amount)),
            ("status", WireJson.Text(told is null ? "PENDING" : told.IsPaid ? "SUCCESS" : "FAILED")),
            ("transactionNo", WireJson.Text(told?.No)),
            ("paymentCode", WireJson.Text(told?.Code)),
            ("payerBank", WireJson.Text(told is null ? null : "NCB")),
            ("beneficiaryAccount", WireJson.Text(record.Account)),
            ("paidAt", WireJson.Text(told is { IsPaid: true } ? BankClock.Write(told.At) : null)));
    }

    /// <summary>3.4: the receipt of a payment.</summary>
    public HttpAnswer Receipt(FormCall call)
    {
        var no = call.Fields["transactionNo"];
        var paid = book.Find(call.Bank.Name, call.Fields["orderReference"])?.Record.Transactions.FirstOrDefault(each => each.No == no && each.IsPaid);
        return paid is null ? call.Answer("01", "transaction") : call.Answer(
            "00",
            "OK",
            ("transactionNo", WireJson.Text(no)),
            ("receiptNo", WireJson.Text("BL" + no)),
            ("url", WireJson.Text($"{options.Url}/banks/{call.Bank.Name}/receipts/{no}")));
    }

    /// <summary>3.5: an account; those that begin with 999 do not exist, those that end with 000 are closed.</summary>
    public static HttpAnswer Account(FormCall call)
    {
        var account = call.Fields["account"];
        if (!IsAccount(account) || call.Fields["bankId"].Length == 0) return call.Answer("03", "bankId, account");
        return account.StartsWith("999", StringComparison.Ordinal) ? call.Answer("01", "account") : call.Answer(
            "00",
            "OK",
            ("account", WireJson.Text(account)),
            ("holderName", WireJson.Text("KHO BAC NHA NUOC (MO PHONG)")),
            ("isActive", WireJson.Text(account.EndsWith("000", StringComparison.Ordinal) ? "false" : "true")));
    }

    private static bool IsAccount(string account) => account.Length is > 0 and <= LongestAccount && account.All(char.IsAsciiLetterOrDigit);
}
