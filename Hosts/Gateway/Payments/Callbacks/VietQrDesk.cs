using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Payments;

namespace DichVuCong.Gateway.Payments.Callbacks;

/// <summary>Gives VietQR the tokens with which it calls (A3): Basic in, a Bearer token out.</summary>
internal sealed class VietQrDesk(PaymentPartners partners, PartnerDoor door, TimeProvider time, ILogger<VietQrDesk> logger)
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    public async Task<IResult> GrantAsync(HttpContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (partners.VietQr is not { } vietQr) return CallbackEndpoints.Unknown();
        var call = await door.OpenAsync(vietQr.Code, vietQr.Door, context);
        if (call.Refusal is { } refusal) return refusal;
        if (call.MustWait) return Problems.Refusals.Busy(ComeBack);
        var request = CallbackRequests.Of(context.Request, call.Body, time.GetUtcNow());
        if (vietQr.TokenEndpoint.Accepts(request)) return new PartnerReplyResult(vietQr.TokenEndpoint.Grant(vietQr.Tokens.Issue(request.ReceivedAt)));
        CallbackLog.Refused(logger, vietQr.Code, "bad-credentials", "token_generate");
        return new PartnerReplyResult(VietQrTokenEndpoint.Refuse());
    }
}
