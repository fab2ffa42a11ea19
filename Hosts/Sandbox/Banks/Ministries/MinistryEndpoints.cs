using System.Text;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Callbacks;
using DichVuCong.Sandbox.Banks.Platform;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Control;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Banks.Ministries;

/// <summary>
/// A ministry's system as a partner of the portal's payment platform: takes callbacks and the question what is payable, below
/// <c>/ministries/{partner}</c>, and sends INIT, QUERY and GET_BILL when it is told to, below <c>/sandbox/ministries/{partner}</c>.
/// </summary>
internal sealed class MinistryEndpoints(MinistryBook book, BankCalls calls, FaultBook faults, Answering answering, SandboxOptions options, TimeProvider time)
{
    /// <summary>The ministries' MaDoiTac.</summary>
    public static bool IsPartner(string partner) => partner == BankNames.PlatformPartner;

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var path in (string[])["callback", "ppdvcqg/dpnhankqthanhtoanhs", "DvcPayment/Confirm"])
        {
            routes.MapPost($"/ministries/{{partner}}/{path}", (HttpContext context, string partner) =>
                ServeAsync(context, partner, "MaThamChieu", FaultCalls.Deed, request => new CallbackVisit(partner, request, book)));
        }

        routes.MapPost("/ministries/{partner}/ppdvcqg/dptracuuthanhtoanhs", (HttpContext context, string partner) =>
            ServeAsync(context, partner, "MaHoSo", FaultCalls.Question, request => new PayableVisit(partner, request, time)));
        routes.MapPost("/sandbox/ministries/{partner}/init", InitAsync);
        routes.MapPost("/sandbox/ministries/{partner}/query/{reference}", (HttpContext context, string partner, string reference) =>
            AskAsync(context, partner, "QUERY", reference));
        routes.MapPost("/sandbox/ministries/{partner}/bill/{reference}", (HttpContext context, string partner, string reference) =>
            AskAsync(context, partner, "GET_BILL", reference));
        routes.MapGet("/sandbox/ministries/{partner}/payments", (string partner) => Results.Json(book.All.Where(payment => payment.Partner == partner)));
    }

    private async Task ServeAsync(HttpContext context, string partner, string key, FaultCalls kind, Func<WireFields, IVisit> visit)
    {
        if (!IsPartner(partner) || WireFields.TryRead(await BankBody.ReadAsync(context)) is not { } request)
        {
            await Answering.WriteAsync(context, HttpAnswer.Page(IsPartner(partner) ? StatusCodes.Status400BadRequest : StatusCodes.Status404NotFound));
            return;
        }

        await answering.AnswerAsync(context, faults.Draw(Parties.Ministry(partner), kind, request[key]), visit(request));
    }

    private async Task<IResult> InitAsync(string partner, InitRequest request, HttpContext context)
    {
        if (!IsPartner(partner)) return ControlProblem.NotFound("There is no such ministry.");
        if (request.Error is { } error) return ControlProblem.Invalid(error);
        book.Change(partner, request.Reference, payment => payment with { Asked = request.Charge + request.Fee });
        return await SendAsync(request.Compose(partner, time.GetUtcNow()), context.RequestAborted);
    }

    private async Task<IResult> AskAsync(HttpContext context, string partner, string type, string reference)
    {
        if (!IsPartner(partner)) return ControlProblem.NotFound("There is no such ministry.");
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LoaiBanTin"] = type,
            ["PhienBan"] = "1.0.6",
            ["MaDoiTac"] = partner,
            ["MaThamChieu"] = reference,
            ["ThoiGianGD"] = BankClock.Write(time.GetUtcNow()),
        };
        var hash = PlatformHash.Of(PlatformHash.Query, name => values[name]);
        var body = WireJson.Object([.. PlatformHash.Query.Select(name => (name, WireJson.Text(values[name]))), (PlatformHash.Name, WireJson.Text(hash))]);
        return await SendAsync(WireJson.Bytes(body), context.RequestAborted);
    }

    private async Task<IResult> SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        var answer = await calls.SendAsync(BankCalls.Post(new Uri(options.Gateway, "/platform/payments"), body), cancellationToken);
        return answer is null
            ? Results.Json(new { title = "The portal did not answer." }, statusCode: StatusCodes.Status502BadGateway)
            : Results.Json(new { status = answer.Status, sent = Encoding.UTF8.GetString(body), answer = Encoding.UTF8.GetString(answer.Body) });
    }
}
