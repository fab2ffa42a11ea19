using System.Collections.Concurrent;
using System.Text;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Banks.VietQr;

/// <summary>VietQR's addresses, below <c>/banks/vietqr</c> (A3): token, check-order, refund.</summary>
internal sealed class VietQrEndpoints(BankBook book, RefundDesk refunds, FaultBook faults, Answering answering, TimeProvider time)
{
    private const int Lifetime = 300;
    private static readonly string Party = Parties.Bank(BankNames.VietQr);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);

    /// <summary>A refusal by one of VietQR's codes.</summary>
    public static HttpAnswer Failed(string code)
    {
        var body = WireJson.Object(("status", WireJson.Text("FAILED")), ("message", WireJson.Text(code)));
        return HttpAnswer.OfJson(WireJson.Bytes(body)) with { Status = StatusCodes.Status400BadRequest };
    }

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/banks/vietqr/api/token_generate", GrantAsync);
        routes.MapPost("/banks/vietqr/api/transactions/check-order", context => ServeAsync(
            context, FaultCalls.Question, request => request["value"], request => new VietQrCheckVisit(request, book)));
        routes.MapPost("/banks/vietqr/api/transaction/refund", context => ServeAsync(
            context, FaultCalls.Deed | FaultCalls.Refund, request => request["referenceNumber"], request => new VietQrRefundVisit(request, book, refunds)));
    }

    private async Task GrantAsync(HttpContext context)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{BankNames.VietQrUser}:{BankNames.VietQrSecret}"));
        if (context.Request.Headers.Authorization.ToString() != expected)
        {
            await Answering.WriteAsync(context, Failed("E74") with { Status = StatusCodes.Status401Unauthorized });
            return;
        }

        var (now, token) = (time.GetUtcNow(), Guid.NewGuid().ToString("N"));
        foreach (var old in _tokens.Where(each => each.Value < now)) _tokens.TryRemove(old);
        _tokens[token] = now.AddSeconds(Lifetime);
        await Answering.WriteAsync(context, HttpAnswer.OfJson(WireJson.Bytes(WireJson.Object(
            ("access_token", WireJson.Text(token)), ("token_type", WireJson.Text("Bearer")), ("expires_in", WireJson.Number(Lifetime))))));
    }

    private async Task ServeAsync(HttpContext context, FaultCalls calls, Func<WireFields, string> key, Func<WireFields, IVisit> visit)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        var token = authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? authorization["Bearer ".Length..] : "";
        if (!_tokens.TryGetValue(token, out var until) || until < time.GetUtcNow())
        {
            await Answering.WriteAsync(context, Failed("E74") with { Status = StatusCodes.Status401Unauthorized });
            return;
        }

        if (WireFields.TryRead(await BankBody.ReadAsync(context)) is not { } request)
        {
            await Answering.WriteAsync(context, Failed("E46"));
            return;
        }

        await answering.AnswerAsync(context, faults.Draw(Party, calls, key(request)), visit(request));
    }
}
