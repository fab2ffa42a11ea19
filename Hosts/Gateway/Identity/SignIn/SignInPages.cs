using System.Text.Encodings.Web;
using DichVuCong.Registries.Identity;

namespace DichVuCong.Gateway.Identity.SignIn;

/// <summary>What a browser is answered: where to go on, or that it cannot. Nothing that it brought is repeated but what the caller had given.</summary>
internal static class SignInPages
{
    /// <summary>Back to the caller.</summary>
    public static IResult Back(SignInRow row, string name, string value)
    {
        var state = row.CallerState is { } callers ? $"&state={Uri.EscapeDataString(callers)}" : "";
        return new Quietly(Results.Redirect($"{row.ReturnTo}?{name}={Uri.EscapeDataString(value)}{state}"));
    }

    /// <summary>There is no such sign-in.</summary>
    public static IResult Unknown() => Of(StateOutcome.Unknown);

    /// <summary>Why a state is not taken.</summary>
    public static IResult Of(StateOutcome outcome) => new Quietly(outcome switch
    {
        StateOutcome.Used => Page(StatusCodes.Status409Conflict, "Phiên đăng nhập này đã được sử dụng. Vui lòng quay lại Cổng Dịch vụ công quốc gia và đăng nhập lại."),
        StateOutcome.Expired => Page(StatusCodes.Status410Gone, "Phiên đăng nhập đã hết thời gian. Vui lòng quay lại Cổng Dịch vụ công quốc gia và đăng nhập lại."),
        _ => Page(StatusCodes.Status400BadRequest, "Không tìm thấy phiên đăng nhập. Vui lòng đăng nhập từ Cổng Dịch vụ công quốc gia."),
    });

    private static IResult Page(int status, string text) => Results.Content(
        $"<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Đăng nhập</title><p>{HtmlEncoder.Default.Encode(text)}</p></html>",
        "text/html; charset=utf-8", statusCode: status);

    /// <summary>The address of a callback holds a code: no cache keeps it, and no next page is told it.</summary>
    private sealed class Quietly(IResult result) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-store";
            httpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
            httpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
            return result.ExecuteAsync(httpContext);
        }
    }
}
