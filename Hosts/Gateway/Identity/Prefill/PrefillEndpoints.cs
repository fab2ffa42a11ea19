using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Identity.SignIn;

namespace DichVuCong.Gateway.Identity.Prefill;

/// <summary>Prefilled forms, for the portal and the coordination system.</summary>
internal static class PrefillEndpoints
{
    public static void Map(WebApplication app) => app.MapPost("/v1/prefills", ReadAsync).WithName("Prefill");

    private static async Task<IResult> ReadAsync(HttpRequest request, Callers callers, JsonBody bodies, PrefillDesk desk, CancellationToken cancellationToken)
    {
        if (SignInEndpoints.CallerOf(callers, request, out var refusal) is not { } account) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, PrefillJson.Default.PrefillRequest);
        if (body is null) return unreadable!;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await desk.AnswerAsync(account, body, cancellationToken);
    }
}
