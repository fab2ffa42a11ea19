using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Banks.Form;

/// <summary>The addresses of the banks in the portal's form, below <c>/banks/{bank}</c>; the names and fields are the portal's own (5.9).</summary>
internal sealed class FormEndpoints(
    IEnumerable<IBank> banks, BankBook book, PayerDesk payers, FormOperations operations, FormTransfers transfers, FormFiles files, FaultBook faults,
    Answering answering, TimeProvider time)
{
    private static readonly TimeSpan EarlyWait = TimeSpan.FromSeconds(1);

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var bank in banks.OfType<FormBank>())
        {
            var at = $"/banks/{bank.Name}";
            routes.MapPost($"{at}/orders/create", context => CreateAsync(context, bank));
            Map("orders/status", FaultCalls.Question, "orderReference", operations.Status);
            Map("receipts", FaultCalls.Question, "transactionNo", operations.Receipt);
            Map("accounts/inquiry", FaultCalls.Question, "account", FormOperations.Account);
            Map("refunds", FaultCalls.Deed | FaultCalls.Refund, "orderReference", transfers.Refund);
            Map("disbursements", FaultCalls.Deed, "disbursementReference", transfers.Disburse);
            Map("reconciliations", FaultCalls.Question, "day", files.Exchange);
            routes.MapGet($"{at}/pay/{{reference}}", (HttpContext context, string reference) => PageAsync(context, bank, reference));
            routes.MapGet($"{at}/receipts/{{no}}", (HttpContext context, string no) => ReceiptAsync(context, bank, no));

            void Map(string path, FaultCalls calls, string key, Func<FormCall, HttpAnswer> operation) =>
                routes.MapPost($"{at}/{path}", context => ServeAsync(context, bank, calls, key, operation));
        }
    }

    private async Task ServeAsync(HttpContext context, FormBank bank, FaultCalls calls, string key, Func<FormCall, HttpAnswer> operation)
    {
        if (await CallAsync(context, bank) is not { } call) return;
        await answering.AnswerAsync(context, faults.Draw(Parties.Bank(bank.Name), calls, call.Fields[key]), new FormVisit(call, book, operation));
    }

    private async Task CreateAsync(HttpContext context, FormBank bank)
    {
        if (await CallAsync(context, bank) is not { } call) return;
        var (party, reference) = (Parties.Bank(bank.Name), call.Fields["orderReference"]);
        var isEarly = faults.Draw(party, FaultKind.Early, reference) is not null;
        var visit = new FormVisit(call, book, made => operations.Create(made, isEarly));
        if (!isEarly)
        {
            await answering.AnswerAsync(context, faults.Draw(party, FaultCalls.Deed, reference), visit);
            return;
        }

        // The payment is told while the order is still being answered.
        var answer = visit.Act(null);
        await Task.Delay(EarlyWait, time, context.RequestAborted);
        await Answering.WriteAsync(context, answer);
    }

    private async Task<FormCall?> CallAsync(HttpContext context, FormBank bank)
    {
        var (call, refusal) = FormCall.Read(bank, context.Request.Headers, await BankBody.ReadAsync(context), time.GetUtcNow());
        if (refusal is not null) await Answering.WriteAsync(context, refusal);
        return call;
    }

    private async Task PageAsync(HttpContext context, FormBank bank, string reference)
    {
        var order = book.Find(bank.Name, reference);
        if (order is not null) payers.Opened(order);
        await Answering.WriteAsync(context, order is null
            ? HttpAnswer.Page(StatusCodes.Status404NotFound, "Không tìm thấy", "Ngân hàng không có yêu cầu thanh toán này.")
            : HttpAnswer.Page(StatusCodes.Status200OK, "Ngân hàng (mô phỏng)", $"Yêu cầu thanh toán {reference} đang chờ người nộp."));
    }

    private async Task ReceiptAsync(HttpContext context, FormBank bank, string no) => await Answering.WriteAsync(
        context,
        book.OfTransaction(bank.Name, no) is null
            ? HttpAnswer.Page(StatusCodes.Status404NotFound, "Không tìm thấy", "Ngân hàng không có giao dịch này.")
            : HttpAnswer.Page(StatusCodes.Status200OK, $"Biên lai BL{no}", "Biên lai điện tử (mô phỏng)."));
}
