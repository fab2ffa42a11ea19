using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Ledger;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>Viettel's interface (<c>external-parties.md</c> C1): credentials dev-sms and dev-sms, CPCode DEV.</summary>
internal sealed class SmsEndpoints(NoticeBook notices, FaultBook faults, Answering answering, CurrentSettings settings)
{
    private const int LargestBody = 64 * 1024;

    /// <summary>Adds it.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/sms/bulkapi", TakeAsync);

    private async Task TakeAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or > LargestBody)
        {
            await Answering.WriteAsync(context, HttpAnswer.Page(StatusCodes.Status413PayloadTooLarge));
            return;
        }

        using var body = new MemoryStream((int)context.Request.ContentLength);
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        if (SoapRequest.TryRead(body) is not { } request)
        {
            await Answering.WriteAsync(context, HttpAnswer.Page(StatusCodes.Status400BadRequest));
            return;
        }

        var calls = request.Operation == SmsVisit.Send ? FaultCalls.Deed : FaultCalls.Question;
        var fault = faults.Draw(Parties.SmsViettel, calls, $"{request["ReceiverID"]}|{request["Content"]}");
        await answering.AnswerAsync(context, fault, new SmsVisit(request, notices, settings));
    }
}
