using System.Net;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Payments;

namespace DichVuCong.Gateway.Payments.Orders;

/// <summary>Orders: for the portal, which shows and pays them, and for the agency that collects them.</summary>
internal static class OrderEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/v1/orders/{reference}", FindAsync).WithName("Order");
        app.MapPost("/v1/orders/{reference}/pay", PayAsync).WithName("PayOrder");
        app.MapPost("/v1/orders/{reference}/refund-decisions", DecideAsync).WithName("DecideRefund");
        app.MapPost("/v1/orders/{reference}/receipts", KeepReceiptAsync).WithName("KeepReceipt");
        PayPages.Map(app);
    }

    private static async Task<IResult> FindAsync(
        string reference, HttpRequest request, Callers callers, OrderLookup orders, OrderAccess access, LiveCatalogue live, CancellationToken cancellationToken)
    {
        if (callers.Of(request) is not { } account) return Refusals.Unauthorized();
        if (!PaymentReference.TryParse(reference, out var order)) return Malformed();
        return await orders.ReadAsync(order, cancellationToken) is { } details && access.MaySee(account, details.Order)
            ? Results.Json(OrderView.Of(details, live.Current), OrderViewJson.Readable.OrderView)
            : NotThere();
    }

    private static async Task<IResult> PayAsync(
        string reference, HttpRequest request, Callers callers, JsonBody bodies, OrderLookup orders, PayDesk desk, CancellationToken cancellationToken)
    {
        if (callers.Of(request) is not { } account) return Refusals.Unauthorized();
        if (account.Kind != AccountKind.Portal) return Refusals.Forbidden("Chỉ Cổng Dịch vụ công quốc gia được mở thanh toán.");
        if (!PaymentReference.TryParse(reference, out var order)) return Malformed();
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, OrderJson.Default.PayRequest);
        if (body is null) return unreadable!;
        var payer = request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        if (body.PayerIp is { Length: > 0 } text && !IPAddress.TryParse(text, out payer!)) return Refusals.Malformed("payerIp", "Là địa chỉ IP của người nộp.");
        if (await orders.ReadAsync(order, cancellationToken) is not { } details) return NotThere();
        var started = await desk.StartAsync(details, body.Partner?.Trim(), payer, account.Name, cancellationToken);
        return started.Link is { } link
            ? Results.Json(
                new PayAnswer
                {
                    Reference = order.Value,
                    Partner = body.Partner!.Trim(),
                    PaymentUrl = link.Url?.OriginalString,
                    Qr = link.Qr,
                    StartedAt = Contracts.VietnamTime.Local(link.StartedAt),
                    ExpiresAt = Contracts.VietnamTime.Local(link.ExpiresAt),
                },
                OrderJson.Default.PayAnswer)
            : started.Refusal!;
    }

    private static async Task<IResult> DecideAsync(
        string reference, HttpRequest request, Callers callers, JsonBody bodies, OrderLookup orders, OrderAccess access, RefundDesk desk,
        CancellationToken cancellationToken)
    {
        if (AgencyCallers.Of(callers, request, out var refusal) is not { } account) return refusal;
        if (!PaymentReference.TryParse(reference, out var order)) return Malformed();
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, OrderJson.Default.RefundDecisionRequest);
        if (body is null) return unreadable!;
        return await orders.ReadAsync(order, cancellationToken) is { } details && access.MaySee(account, details.Order)
            ? await desk.DecideAsync(details, body, cancellationToken)
            : NotThere();
    }

    private static async Task<IResult> KeepReceiptAsync(
        string reference, HttpRequest request, Callers callers, JsonBody bodies, OrderLookup orders, OrderAccess access, ReceiptDesk desk,
        CancellationToken cancellationToken)
    {
        if (AgencyCallers.Of(callers, request, out var refusal) is not { } account) return refusal;
        if (!PaymentReference.TryParse(reference, out var order)) return Malformed();
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, OrderJson.Default.ReceiptRequest);
        if (body is null) return unreadable!;
        return await orders.FindAsync(order, cancellationToken) is { } row && access.MaySee(account, row)
            ? await desk.KeepAsync(row, body, cancellationToken)
            : NotThere();
    }

    private static IResult Malformed() => Refusals.Malformed("reference", "Mã thanh toán gồm 18 ký tự, bắt đầu bằng D và ngày yyMMdd.");

    private static IResult NotThere() => Refusals.NotFound("Không có khoản thu nào mang mã này.");
}

/// <summary>Who may see an order: what belongs to another is not there.</summary>
internal sealed class OrderAccess(LiveCatalogue live, TimeProvider time)
{
    public bool MaySee(Account account, OrderRow order) => account.Kind switch
    {
        AccountKind.Portal or AccountKind.Operator => true,
        AccountKind.OneStop when account.System is { } system => new AgencyScope(live.Current, system, time.GetUtcNow()).Includes(order.Agency),
        _ => false,
    };
}
