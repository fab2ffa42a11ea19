using System.Buffers;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Files;
using DichVuCong.Sandbox.Portal;
using DichVuCong.Sandbox.SignIn;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Agencies.Receiving;

/// <summary>The paths at which the systems take the portal's calls (<c>one-stop-and-portal-wire.md</c> 4.1), below <c>/agency/{system}</c>.</summary>
internal sealed class AgencyEndpoints(SystemDirectory systems, DossierBook book, FaultBook faults, Intake intake, Answering answering, TicketDesk tickets)
{
    private const int ResultFileSize = 20_000;

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/agency/{system}/nhanhsdvcqg", PushAsync);
        routes.MapPost("/agency/{system}/search/call", LookUpAsync);
        routes.MapGet("/agency/{system}/downloadfile/{id}", DownloadAsync);
        routes.MapGet("/agency/{system}/nop-ho-so", ShowFormAsync);
    }

    private async Task PushAsync(HttpContext context)
    {
        if (await VisitedAsync(context) is not { } system) return;
        var body = await ReadAsync(context);
        var push = DossierPush.Read(body, system.Generation);
        if (!push.IsRead || push.Value.Dossier.MaHoSo is not { } code)
        {
            await Answering.WriteAsync(context, HttpAnswer.OfJson(AgencyReplies.Refused(system.Replies, "", push.Fault?.Message ?? "Thiếu mã hồ sơ")));
            return;
        }

        var fault = faults.Draw(system.Party, FaultCalls.Deed, code);
        await answering.AnswerAsync(context, fault, new PushVisit(book.Open(system, code), push.Value, body, intake));
    }

    private async Task LookUpAsync(HttpContext context)
    {
        if (await VisitedAsync(context) is not { } system) return;
        var question = AgencyLookup.Read(await ReadAsync(context));
        if (!question.IsRead)
        {
            await Answering.WriteAsync(context, HttpAnswer.OfJson(AgencyReplies.Refused(system.Replies, "", question.Fault.Message)));
            return;
        }

        var code = question.Value.MaSoHoSo;
        await answering.AnswerAsync(context, faults.Draw(system.Party, FaultCalls.Question, code), new LookupVisit(system, book.Find(system, code)));
    }

    // The paper that a system hands over as a result: any id has one.
    private async Task DownloadAsync(HttpContext context)
    {
        if (await VisitedAsync(context) is not { } system) return;
        var id = (string)context.Request.RouteValues["id"]!;
        var file = new PortalFile((uint)Chance.Number(0, "result", id), ResultFileSize);
        await answering.AnswerAsync(context, faults.Draw(system.Party, FaultCalls.Question, id), new FileVisit(file, "ket-qua.pdf"));
    }

    // Where users are redirected to for procedures that are not served centrally (A14.5).
    private async Task ShowFormAsync(HttpContext context)
    {
        if (await VisitedAsync(context) is not { } system) return;
        var greeting = context.Request.Query["ticket"].ToString() is { Length: > 0 } ticket ? await tickets.GreetAsync(system.Code, ticket, context.RequestAborted) : "";
        await Answering.WriteAsync(context, HttpAnswer.Page(StatusCodes.Status200OK, system.Name, $"Nộp hồ sơ trực tuyến (hệ thống mô phỏng). {greeting}"));
    }

    /// <summary>The system that is called; null when there is none, or when it is down: then the call is over.</summary>
    private async Task<AgencySystem?> VisitedAsync(HttpContext context)
    {
        if (systems.Find((string)context.Request.RouteValues["system"]!) is not { } system)
        {
            await Answering.WriteAsync(context, HttpAnswer.Page(StatusCodes.Status404NotFound));
            return null;
        }

        if (!faults.IsDown(system.Party)) return system;
        context.Abort();
        return null;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var body = read.Buffer.ToArray();
            reader.AdvanceTo(read.Buffer.End);
            return body;
        }
    }
}
