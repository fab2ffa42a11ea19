using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Gateway.Bodies;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Gateway.OneStop.Http;
using DichVuCong.Registries.Access;

namespace DichVuCong.Gateway.OneStop.Access;

/// <summary>The login of one-stop systems (1.2): a user and password for a session, which every further call carries.</summary>
internal sealed class LoginEndpoint(
    BodyReader bodies, DstCodes dstCodes, Logins logins, SessionTokens sessions, LiveCatalogue live, OneStopOptions options, ILogger<LoginEndpoint> logger)
{
    private const string Service = "login";

    public async Task AnswerAsync(HttpContext context) => await (await LogInAsync(context)).WriteAsync(context);

    private async Task<Reply> LogInAsync(HttpContext context)
    {
        var style = ReplyStyles.Unknown(options);
        if (dstCodes.Check(context.Request) is { } foreign) return Refuse(foreign);
        var body = await bodies.ReadAsync(context);
        if (BodyFaults.Of(body) is { Fault: { } unreadable, Status: var status }) return Refuse(unreadable) with { Status = status, ComeAgain = unreadable == BodyFaults.NoRoom };
        var login = LoginRequest.Read(body.Bytes);
        if (!login.IsRead) return Refuse(login.Fault);

        var attempt = logins.Try(login.Value.Username!, login.Value.Password!, context.Connection.RemoteIpAddress);
        if (attempt.MustWait) return Refuse(CallFaults.TooManyLogins);
        if (attempt.Account is not { } account)
        {
            // The name that was tried may be a password in the wrong field: it is not logged.
            OneStopLog.Refused(logger, "-", Service, "login.refused", 1);
            return new Reply(FaultReplies.LoginRefused(style));
        }

        return live.Current.Index.Systems.Find(account.System!) is { } system
            ? new Reply(AnswerReplies.LoggedIn(ReplyStyles.Of(system, wrapped: false, options), sessions.Issue(account)))
            : Refuse(CallFaults.NoSystem);

        Reply Refuse(WireFault fault)
        {
            OneStopLog.Refused(logger, "-", Service, fault.Code, 1);
            return new Reply(FaultReplies.Of(style, "", fault));
        }
    }
}
