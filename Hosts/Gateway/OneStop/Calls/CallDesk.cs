using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.OneStop.Access;
using DichVuCong.Gateway.OneStop.Http;
using DichVuCong.Gateway.OneStop.Pushes;
using DichVuCong.Registries.Access;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga.Routing;
using Npgsql;

namespace DichVuCong.Gateway.OneStop.Calls;

/// <summary>Answers the calls of accounts that are known, whichever address they came by.</summary>
internal sealed class CallDesk(
    LiveCatalogue live, SystemQuota quota, ServiceDesk services, PushDoor door, OneStopOptions options, TimeProvider time, ILogger<CallDesk> logger)
{
    /// <summary>Answers a call.</summary>
    /// <param name="account">Who calls.</param>
    /// <param name="envelope">What was read of it so far.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="wrapped">Whether it came by the shape of a province's proxy.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    public async Task<Reply> AnswerAsync(
        Account account, InboundEnvelope envelope, ReadOnlyMemory<byte> body, bool wrapped, CancellationToken cancellationToken)
    {
        var catalogue = live.Current;
        if (account.System is null || catalogue.Index.Systems.Find(account.System) is not { } system)
        {
            OneStopLog.Refused(logger, account.Name, envelope.Service, CallFaults.NoSystem.Code, 1);
            return new Reply(FaultReplies.Of(ReplyStyles.Unknown(options, wrapped), envelope.Service, CallFaults.NoSystem));
        }

        var now = time.GetUtcNow();
        var call = new SystemCall
        {
            Account = account,
            System = system,
            Catalogue = catalogue,
            Scope = new SystemScope(catalogue.Index, system.Code, Contracts.VietnamTime.DayOf(now)),
            Now = now,
            Style = ReplyStyles.Of(system, wrapped, options),
            Service = envelope.Service,
            Body = body,
            MaDonVi = envelope.MaDonVi ?? account.Name,
        };
        if (!quota.IsOpen(system.Code)) return TryAgain(call);
        try
        {
            return await AnswerAsync(call, envelope, cancellationToken);
        }
        catch (Exception failure) when (failure is DoorBusyException or NpgsqlException or TimeoutException)
        {
            return ComeAgain(call, failure.GetType().Name);
        }
        catch (DoorRejectedException failure)
        {
            OneStopLog.NotStorable(logger, call.Account.Name, call.Service, failure.Constraint);
            return new Reply(FaultReplies.Of(call.Style, call.Service, CallFaults.NotStorable));
        }
    }

    private async Task<Reply> AnswerAsync(SystemCall call, InboundEnvelope envelope, CancellationToken cancellationToken)
    {
        var request = envelope.Bind(call.System.Generation);
        if (!quota.TryTake(call.System.Code, ItemsOf(request.Value))) return TryAgain(call);
        if (!request.IsRead) return await RefuseAsync(call, request.Fault, cancellationToken);
        if (request.Value is not UnsupportedService && call.Speaker() is { Fault: { } speechless }) return await RefuseAsync(call, speechless, cancellationToken);
        var answer = await services.AnswerAsync(call, request.Value, cancellationToken);
        if (answer.Code is not null) OneStopLog.Refused(logger, call.Account.Name, call.Service, answer.Code, answer.Count);
        return new Reply(answer.Body);
    }

    private static int ItemsOf(InboundRequest? request) => request switch
    {
        SyncDossiers push => push.Items.Count,
        RecordProgress push => push.Items.Count,
        SyncStatus push => push.Items.Count,
        _ => 1,
    };

    /// <summary>What was meant to change something, or is not known, is kept though it is refused.</summary>
    private async Task<Reply> RefuseAsync(SystemCall call, WireFault fault, CancellationToken cancellationToken)
    {
        if (ServiceDesk.Changes(call.Service)) await door.KeepAsync(call, fault.Code, cancellationToken);
        OneStopLog.Refused(logger, call.Account.Name, call.Service, fault.Code, 1);
        return new Reply(FaultReplies.Of(call.Style, call.Service, fault));
    }

    private Reply ComeAgain(SystemCall call, string kind)
    {
        OneStopLog.ComeAgain(logger, call.Account.Name, call.Service, kind);
        return TryAgain(call);
    }

    private static Reply TryAgain(SystemCall call) => new(FaultReplies.TryAgain(call.Style, call.Service), ComeAgain: true);
}
