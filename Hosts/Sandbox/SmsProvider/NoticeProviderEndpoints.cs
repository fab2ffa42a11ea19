using System.Text.Json;
using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Ledger;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>
/// The interfaces of VNPT, FPT and eSMS (<c>external-parties.md</c> C2 to C4), and that of the VNeID app's notices, which is ours. Credentials
/// are those of development: <c>dev-</c> and the provider.
/// </summary>
internal sealed class NoticeProviderEndpoints(
    NoticeBook notices, FaultBook faults, Answering answering, CurrentSettings settings, FptTokenBook tokens, ReportDesk reports)
{
    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sms/vnpt", context => TakeAsync(context, Parties.SmsVnpt, request => new VnptVisit(request, notices)));
        routes.MapPost("/sms/fpt/oauth2/token", GrantAsync);
        routes.MapPost("/sms/fpt/api/push-brandname-otp", context => TakeAsync(context, Parties.SmsFpt, request => new FptVisit(request, notices, tokens)));
        routes.MapPost("/sms/esms", context => TakeAsync(context, Parties.SmsEsms, request => new EsmsVisit(request, notices, faults, reports, settings)));
        routes.MapPost("/app/v1/notices", context => TakeAsync(context, Parties.App, request => new AppVisit(context, request, notices, faults, reports)));
    }

    private async Task TakeAsync<TVisit>(HttpContext context, string party, Func<JsonRequest, TVisit> visit)
        where TVisit : IVisit
    {
        if (await JsonRequest.ReadAsync(context) is not { } request)
        {
            await Answering.WriteAsync(context, HttpAnswer.Page(StatusCodes.Status400BadRequest));
            return;
        }

        var made = visit(request);
        var fault = faults.Draw(party, FaultCalls.Deed, made.ToString()!);
        await answering.AnswerAsync(context, fault, made);
    }

    private async Task GrantAsync(HttpContext context)
    {
        if (await JsonRequest.ReadAsync(context) is not { } request)
        {
            await Answering.WriteAsync(context, HttpAnswer.Page(StatusCodes.Status400BadRequest));
            return;
        }

        await answering.AnswerAsync(context, faults.Draw(Parties.SmsFpt, FaultCalls.Question, "token"), new FptTokenVisit(request, tokens));
    }

    /// <summary>An answer of a JSON contract.</summary>
    internal static HttpAnswer Json(JsonObject body, int status = StatusCodes.Status200OK) => HttpAnswer.OfJson(JsonSerializer.SerializeToUtf8Bytes(body)) with { Status = status };
}
