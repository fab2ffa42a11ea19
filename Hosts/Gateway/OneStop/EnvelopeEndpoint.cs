using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Bodies;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Gateway.OneStop.Http;
using DichVuCong.Registries.Access;

namespace DichVuCong.Gateway.OneStop;

/// <summary>The sharing and the integration endpoint (1.2): the body names the session, the agency and the service.</summary>
internal sealed class EnvelopeEndpoint(
    BodyReader bodies, DstCodes dstCodes, Callers callers, CallDesk desk, OneStopOptions options, ILogger<EnvelopeEndpoint> logger)
{
    /// <summary>Answers a call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="services">The services of this endpoint; empty for all.</param>
    public async Task AnswerAsync(HttpContext context, IReadOnlyList<string> services) => await (await CallAsync(context, services)).WriteAsync(context);

    private async Task<Reply> CallAsync(HttpContext context, IReadOnlyList<string> services)
    {
        if (dstCodes.Check(context.Request) is { } foreign) return Refuse("", foreign);
        var body = await bodies.ReadAsync(context);
        if (BodyFaults.Of(body) is { Fault: { } unreadable, Status: var status }) return Refuse("", unreadable) with { Status = status, ComeAgain = unreadable == BodyFaults.NoRoom };
        var read = InboundEnvelope.Read(body.Bytes);
        if (!read.IsRead) return Refuse("", read.Fault);
        var envelope = read.Value;
        var account = envelope.Session is null ? callers.Of(context.Request) : callers.OfSession(envelope.Session);
        if (account is not { Kind: AccountKind.OneStop })
        {
            OneStopLog.Refused(logger, "-", envelope.Service, "envelope.session.invalid", 1);
            return new Reply(FaultReplies.SessionRefused(ReplyStyles.Unknown(options), envelope.Service));
        }

        return services.Count > 0 && OneStopServices.IsKnown(envelope.Service) && !services.Contains(envelope.Service, StringComparer.OrdinalIgnoreCase)
            ? Refuse(envelope.Service, CallFaults.ServiceElsewhere)
            : await desk.AnswerAsync(account, envelope, body.Bytes, wrapped: false, context.RequestAborted);
    }

    private Reply Refuse(string service, WireFault fault)
    {
        OneStopLog.Refused(logger, "-", service, fault.Code, 1);
        return new Reply(FaultReplies.Of(ReplyStyles.Unknown(options), service, fault));
    }
}
