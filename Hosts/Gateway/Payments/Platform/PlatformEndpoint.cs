using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Gateway.Payments.Callbacks;
using DichVuCong.Gateway.Problems;
using DichVuCong.Payments;
using DichVuCong.Payments.Platform;
using DichVuCong.Registries.Hosting;
using DichVuCong.Runtime.Doors;
using Npgsql;

namespace DichVuCong.Gateway.Payments.Platform;

/// <summary>The payment platform's server role (5): ministries post INIT, QUERY and GET_BILL to one address, which LoaiBanTin tells apart.</summary>
internal sealed class PlatformEndpoint(
    PaymentPartners partners, PartnerDoor door, InitDesk init, QueryDesk query, TimeProvider time, ILogger<PlatformEndpoint> logger)
{
    private const string Name = "ministries";
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    public static void Map(WebApplication app) => app
        .MapPost(
            app.Services.GetRequiredService<GatewayPaymentOptions>().PlatformPath,
            (HttpContext context, PlatformEndpoint endpoint, CancellationToken token) => endpoint.AnswerAsync(context, token))
        .WithName("PaymentPlatform");

    private async Task<IResult> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (partners.Platform is not { } platform) return CallbackEndpoints.Unknown();
        var call = await door.OpenAsync(Name, platform.Door, context);
        if (call.Refusal is { } refusal) return refusal;
        if (call.MustWait) return Refusals.Busy(ComeBack);
        var now = time.GetUtcNow();
        return new PartnerReplyResult(await AnswerAsync(platform, platform.Reader.Read(call.Body, now), now, cancellationToken));
    }

    private async Task<CallbackReply> AnswerAsync(PlatformServer platform, PlatformReading reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (reading is PlatformReading.Refused refused)
        {
            CallbackLog.Refused(logger, Name, CallbackOutcomes.CodeOf(refused.Outcome), refused.Fault.Code);
            return platform.Replies.Refuse(reading, refused.Outcome, now);
        }

        try
        {
            return ((PlatformReading.Verified)reading).Request switch
            {
                PlatformRequest.Init stated => await init.AnswerAsync(platform, reading, stated, now, cancellationToken),
                PlatformRequest.Query asked => await query.StateAsync(platform, reading, asked.Header, now, cancellationToken),
                PlatformRequest.GetBill asked => await query.ReceiptAsync(platform, reading, asked.Header, now, cancellationToken),
                var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
            };
        }
        catch (Exception failure) when (failure is DoorBusyException or NpgsqlException or TimeoutException or NotReadyException)
        {
            CallbackLog.NotRecorded(logger, Name, failure.GetType().Name);
            return platform.Replies.Refuse(reading, CallbackOutcome.TransientFailure, now);
        }
    }
}
