using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Banks.Platform;

/// <summary>The older platform's addresses, below <c>/banks/platform</c>.</summary>
internal sealed class PlatformEndpoints(BankBook book, PayerDesk payers, FaultBook faults, Answering answering, SandboxOptions options, TimeProvider time)
{
    private static readonly string Party = Parties.Bank(BankNames.Platform);

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/banks/platform/init", CallAsync);
        routes.MapPost("/banks/platform/query", CallAsync);
        routes.MapGet("/banks/platform/pay/{reference}", (HttpContext context, string reference) =>
        {
            var order = book.Find(BankNames.Platform, reference);
            if (order is not null) payers.Opened(order);
            return Answering.WriteAsync(context, order is null
                ? HttpAnswer.Page(StatusCodes.Status404NotFound, "Không tìm thấy", "Không có giao dịch này.")
                : HttpAnswer.Page(StatusCodes.Status200OK, "Nền tảng thanh toán (mô phỏng)", $"Giao dịch {reference} đang chờ người nộp."));
        });
        routes.MapGet("/banks/platform/receipts/{no}", (HttpContext context, string no) => Answering.WriteAsync(
            context, HttpAnswer.Page(StatusCodes.Status200OK, $"Biên lai {no}", "Biên lai điện tử (mô phỏng).")));
    }

    private async Task CallAsync(HttpContext context)
    {
        if (WireFields.TryRead(await BankBody.ReadAsync(context)) is not { } request)
        {
            await Answering.WriteAsync(context, HttpAnswer.Page(StatusCodes.Status400BadRequest));
            return;
        }

        var calls = request["LoaiBanTin"] == "INIT" ? FaultCalls.Deed : FaultCalls.Question;
        await answering.AnswerAsync(context, faults.Draw(Party, calls, request["MaThamChieu"]), new PlatformVisit(request, book, options, time));
    }
}
