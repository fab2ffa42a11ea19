using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Identity.SignIn;
using DichVuCong.Gateway.Payments;

namespace DichVuCong.Gateway.Identity.HandOvers;

/// <summary>Hand-overs: issued to the portal and the coordination system, redeemed by the one-stop system.</summary>
internal static class HandOverEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/v1/hand-overs", IssueAsync).WithName("HandOver");
        app.MapPost("/v1/hand-overs/redeem", RedeemAsync).WithName("RedeemHandOver");
        app.MapGet("/v1/hand-overs/keys", (TicketKeys keys, TimeProvider time) =>
            Results.Json(new TicketKeySet(keys.Public(time.GetUtcNow())), HandOverJson.Default.TicketKeySet)).WithName("HandOverKeys");
    }

    private static async Task<IResult> IssueAsync(HttpRequest request, Callers callers, JsonBody bodies, HandOverDesk desk, CancellationToken cancellationToken)
    {
        if (SignInEndpoints.CallerOf(callers, request, out var refusal) is not { } account) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, HandOverJson.Default.HandOverRequest);
        if (body is null) return unreadable!;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await desk.IssueAsync(account, body, cancellationToken);
    }

    private static async Task<IResult> RedeemAsync(HttpRequest request, Callers callers, JsonBody bodies, RedeemDesk desk, CancellationToken cancellationToken)
    {
        if (AgencyCallers.Of(callers, request, out var refusal) is not { } account) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, HandOverJson.Default.RedeemRequest);
        if (body is null) return unreadable!;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await desk.RedeemAsync(account, body, cancellationToken);
    }
}
