using DichVuCong.Gateway.Problems;
using DichVuCong.Payments;

namespace DichVuCong.Gateway.Payments.Callbacks;

/// <summary>Where banks and intermediaries call back (A26.3), each in its own form.</summary>
internal static class CallbackEndpoints
{
    private const string Sync = "/callbacks/vietqr/bank/api/transaction-sync";

    public static void Map(WebApplication app)
    {
        app.MapPost("/callbacks/vietqr/api/token_generate", (HttpContext context, VietQrDesk desk, CancellationToken token) => desk.GrantAsync(context, token))
            .WithName("VietQrToken");
        app.MapPost(Sync, (HttpContext context, CallbackReceiver receiver, CancellationToken token) => receiver.ReceiveAsync("vietqr", context, token))
            .WithName("VietQrSync");
        app.MapMethods("/callbacks/{partner}", [HttpMethods.Get, HttpMethods.Post], ReceiveAsync).WithName("Callback");
    }

    private static Task<IResult> ReceiveAsync(
        string partner, HttpContext context, PaymentPartners partners, CallbackReceiver receiver, CancellationToken cancellationToken) =>
        // VietQR has addresses of its own below its name.
        partner == partners.VietQr?.Code ? Task.FromResult(Unknown()) : receiver.ReceiveAsync(partner, context, cancellationToken);

    /// <summary>Nobody is told which partners there are.</summary>
    public static IResult Unknown() => Refusals.NotFound("Không có đối tác thanh toán nào ở địa chỉ này.");
}
