using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;

namespace DichVuCong.Gateway.Identity.SignIn;

/// <summary>Sign-ins: begun and fetched by the portal and the coordination system, in between the browser comes by.</summary>
internal static class SignInEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/v1/sign-ins", BeginAsync).WithName("BeginSignIn");
        app.MapPost("/v1/sign-ins/results", FetchAsync).WithName("SignInResult");
        app.MapGet("/sign-in/{source}/callback", ComeBackAsync).WithName("SignInCallback");
    }

    private static async Task<IResult> BeginAsync(HttpRequest request, Callers callers, JsonBody bodies, SignInDesk desk, CancellationToken cancellationToken)
    {
        if (CallerOf(callers, request, out var refusal) is not { } account) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, SignInJson.Default.SignInRequest);
        return body is null ? unreadable! : await desk.BeginAsync(account, body, cancellationToken);
    }

    private static async Task<IResult> FetchAsync(HttpRequest request, Callers callers, JsonBody bodies, SignInDesk desk, CancellationToken cancellationToken)
    {
        if (CallerOf(callers, request, out var refusal) is not { } account) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, SignInJson.Default.SignInResultRequest);
        if (body is null) return unreadable!;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await desk.FetchAsync(account, body, cancellationToken);
    }

    private static async Task<IResult> ComeBackAsync(
        string source, HttpContext context, AnonymousQuota quota, SignInCallback callback, CancellationToken cancellationToken) =>
        quota.TryTake(context, out var retryAfter) ? await callback.TakeAsync(source, context.Request.Query, cancellationToken) : Refusals.TooMany(retryAfter);

    /// <summary>The portal or the coordination system; null with the refusal.</summary>
    internal static Account? CallerOf(Callers callers, HttpRequest request, out IResult refusal)
    {
        var account = callers.Of(request);
        refusal = account is null ? Refusals.Unauthorized() : Refusals.Forbidden("Chỉ Cổng Dịch vụ công quốc gia và hệ thống điều phối được gọi địa chỉ này.");
        return account is { Kind: AccountKind.Portal or AccountKind.Coordination } ? account : null;
    }
}
