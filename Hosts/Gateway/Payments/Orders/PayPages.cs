using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Payments;

namespace DichVuCong.Gateway.Payments.Orders;

/// <summary>
/// The two addresses that a payer's browser meets: where an INIT's UrlThanhToan leads when the portal has no page for it, and where a
/// partner's page sends the browser back. Neither says anything about persons, and what the browser brings back is believed in nothing.
/// </summary>
internal static class PayPages
{
    private const string Payer = "payer";

    public static void Map(WebApplication app)
    {
        app.MapGet("/pay/{reference}", LeadOnAsync).WithName("PayPage");
        app.MapGet("/payments/return", ShowAsync).WithName("PaymentReturn");
    }

    private static async Task<IResult> LeadOnAsync(
        string reference, HttpContext context, AnonymousQuota quota, OrderLookup orders, PayDesk desk, GatewayPaymentOptions options,
        CancellationToken cancellationToken)
    {
        if (!quota.TryTake(context, out var retryAfter)) return Refusals.TooMany(retryAfter);
        if (!PaymentReference.TryParse(reference, out var order) || await orders.ReadAsync(order, cancellationToken) is not { } details)
        {
            return Refusals.NotFound("Không có khoản thu nào mang mã này.");
        }

        var started = await desk.StartAsync(details, options.PayPartner, context.Connection.RemoteIpAddress ?? IPAddress.Loopback, Payer, cancellationToken);
        if (started.Link is { Url: { } url }) return Results.Redirect(url.OriginalString);
        return started.Refusal ?? Page($"Quét mã VietQR để thanh toán: {started.Link!.Qr}");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, AnonymousQuota quota, OrderLookup orders, CancellationToken cancellationToken)
    {
        if (!quota.TryTake(context, out var retryAfter)) return Refusals.TooMany(retryAfter);
        var named = context.Request.Query.TryGetValue("vnp_TxnRef", out var text) ? text.ToString() : context.Request.Query["reference"].ToString();
        if (!PaymentReference.TryParse(named, out var reference) || await orders.FindAsync(reference, cancellationToken) is not { } order)
        {
            return Page("Không có khoản thu nào mang mã này.");
        }

        return Page(string.Create(
            CultureInfo.InvariantCulture,
            $"Khoản thu {order.Reference}: {OrderStateNames.Of(order.State)}. Kết quả được cập nhật khi đơn vị thanh toán xác nhận với Cổng."));
    }

    private static IResult Page(string text) => Results.Content(
        $"<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Thanh toán</title><p>{HtmlEncoder.Default.Encode(text)}</p></html>",
        "text/html; charset=utf-8");
}
