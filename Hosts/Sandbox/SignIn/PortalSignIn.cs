using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.SignIn;

/// <summary>
/// What a portal does with a sign-in: <c>/portal/sign-in?source=vneid</c> begins it at the Gateway, bound to the browser's session, and
/// <c>/portal/signed-in</c> fetches who came. An example to read, and something to click on.
/// </summary>
internal sealed class PortalSignIn(SandboxOptions options, HttpClient http)
{
    private const string Cookie = "portal-session";
    private const string Token = "dev-portal";

    /// <summary>Adds the two pages.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/portal/sign-in", (HttpRequest request) => BeginAsync(request.HttpContext));
        routes.MapGet("/portal/signed-in", (HttpRequest request) => FinishAsync(request.HttpContext));
    }

    private async Task<IResult> BeginAsync(HttpContext context)
    {
        var session = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        context.Response.Cookies.Append(Cookie, session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/portal" });
        var (status, answer) = await CallAsync(
            "/v1/sign-ins",
            new { source = context.Request.Query["source"].ToString() is { Length: > 0 } source ? source : "vneid", returnTo = $"{options.Url}/portal/signed-in", binding = session },
            context.RequestAborted);
        var hint = context.Request.Query["login_hint"].ToString() is { Length: > 0 } person ? $"&login_hint={Uri.EscapeDataString(person)}" : "";
        return status == HttpStatusCode.Created ? Results.Redirect(answer.GetProperty("authorizeUrl").GetString() + hint) : Page("Không đăng nhập được", Detail(answer));
    }

    private async Task<IResult> FinishAsync(HttpContext context)
    {
        if (context.Request.Query["error"].ToString() is { Length: > 0 } error) return Page("Không đăng nhập được", error);
        var (status, answer) = await CallAsync(
            "/v1/sign-ins/results", new { result = context.Request.Query["result"].ToString(), binding = context.Request.Cookies[Cookie] ?? "" }, context.RequestAborted);
        if (status != HttpStatusCode.OK) return Page("Không đăng nhập được", Detail(answer));
        var identity = answer.GetProperty("identity");
        return Page("Đã đăng nhập", $"{identity.GetProperty("fullName").GetString()}; mã xác minh {answer.GetProperty("verification").GetString()}");
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> CallAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Gateway, path)) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var response = await http.SendAsync(request, cancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken));
    }

    private static string Detail(JsonElement problem) => problem.TryGetProperty("detail", out var detail) ? detail.GetString() ?? "" : "";

    private static IResult Page(string title, string text) => Results.Content(
        $"<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(title)}</title><link rel=\"icon\" href=\"data:,\"></head>"
        + $"<body><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(text)}</p></body></html>",
        "text/html; charset=utf-8");
}
