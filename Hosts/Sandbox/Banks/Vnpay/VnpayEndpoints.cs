using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Banks.Vnpay;

/// <summary>VNPAY's addresses, below <c>/banks/vnpay</c>: the pay page, and querydr and refund.</summary>
internal sealed class VnpayEndpoints(BankBook book, PayerDesk payers, RefundDesk refunds, FaultBook faults, Answering answering, TimeProvider time)
{
    private static readonly string Party = Parties.Bank(BankNames.Vnpay);

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/banks/vnpay/paymentv2/vpcpay.html", PageAsync);
        routes.MapPost("/banks/vnpay/merchant_webapi/api/transaction", ApiAsync);
    }

    private async Task PageAsync(HttpContext context)
    {
        var query = context.Request.Query.ToDictionary(each => each.Key, each => each.Value.ToString(), StringComparer.Ordinal);
        var fault = faults.Draw(Party, FaultCalls.Question, query.GetValueOrDefault("vnp_TxnRef", ""));
        await answering.AnswerAsync(context, fault, new VnpayPageVisit(query, book, payers, time));
    }

    private async Task ApiAsync(HttpContext context)
    {
        if (WireFields.TryRead(await BankBody.ReadAsync(context)) is not { } request)
        {
            await Answering.WriteAsync(context, HttpAnswer.Page(StatusCodes.Status400BadRequest));
            return;
        }

        var calls = request["vnp_Command"] == "refund" ? FaultCalls.Deed | FaultCalls.Refund : FaultCalls.Question;
        await answering.AnswerAsync(context, faults.Draw(Party, calls, request["vnp_TxnRef"]), new VnpayApiVisit(request, book, refunds, time));
    }
}
