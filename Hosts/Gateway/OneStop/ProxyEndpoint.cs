using System.Collections.Frozen;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Bodies;
using DichVuCong.Gateway.OneStop.Access;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Gateway.OneStop.Http;

namespace DichVuCong.Gateway.OneStop;

/// <summary>
/// The shapes of provinces' proxies (1.4): the address names the service, a body is the bare contents, and the reply is a JSON text in the
/// <c>message</c> of another.
/// </summary>
internal sealed class ProxyEndpoint(
    BodyReader bodies, DstCodes dstCodes, ProxyCallers callers, CallDesk desk, OneStopOptions options, ILogger<ProxyEndpoint> logger)
{
    private static readonly string[] AgencyNames = ["MaDinhDanhDV", "MaDinhDanhTinh", "madonvi"];

    private static readonly FrozenSet<string> Pushes = new[]
    {
        OneStopServices.SyncDossiers, OneStopServices.RecordProgress, OneStopServices.SyncStatus, OneStopServices.SyncStatusOfProxy,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers a call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="service">The service that the address stands for.</param>
    /// <param name="isUpdating">isUpdating where the address stands for it.</param>
    public async Task AnswerAsync(HttpContext context, string service, string? isUpdating = null) =>
        await (await CallAsync(context, service, isUpdating)).WriteAsync(context);

    private async Task<Reply> CallAsync(HttpContext context, string service, string? isUpdating)
    {
        if (dstCodes.Check(context.Request) is { } foreign) return Refuse(service, foreign);
        var body = await bodies.ReadAsync(context);
        if (BodyFaults.Of(body) is { Fault: { } unreadable, Status: var status }) return Refuse(service, unreadable) with { Status = status, ComeAgain = unreadable == BodyFaults.NoRoom };
        var read = ReadCall(context.Request, body.Bytes, service, isUpdating);
        if (!read.IsRead) return Refuse(service, read.Fault);
        var (account, fault) = callers.Of(context.Request, read.Value.MaDonVi);
        return account is null
            ? Refuse(service, fault!)
            : await desk.AnswerAsync(account, read.Value, body.Bytes, wrapped: true, context.RequestAborted);
    }

    /// <summary>A push has its contents in the body; everything else says all it has to say in the address.</summary>
    private static WireResult<InboundEnvelope> ReadCall(HttpRequest request, ReadOnlyMemory<byte> body, string service, string? isUpdating)
    {
        var agency = AgencyNames.Select(name => request.Query[name].ToString()).FirstOrDefault(value => value.Length > 0);
        if (Pushes.Contains(service))
        {
            var said = isUpdating ?? (request.Query["isUpdating"].ToString() is { Length: > 0 } text ? text : null);
            return InboundEnvelope.ReadBare(body, new BareCall(service, agency, said));
        }

        var query = request.Query
            .Where(pair => !AgencyNames.Contains(pair.Key, StringComparer.OrdinalIgnoreCase) && !pair.Key.Equals("service", StringComparison.OrdinalIgnoreCase))
            .Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value[0]));
        return InboundEnvelope.FromQuery(service, agency is null ? query : query.Append(new("madonvi", agency)));
    }

    private Reply Refuse(string service, WireFault fault)
    {
        OneStopLog.Refused(logger, "-", service, fault.Code, 1);
        return new Reply(FaultReplies.Of(ReplyStyles.Unknown(options, wrapped: true), service, fault));
    }
}
