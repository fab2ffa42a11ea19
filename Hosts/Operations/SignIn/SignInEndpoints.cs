using System.Security.Cryptography;
using System.Text;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Hosting;
using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Operations.Sessions;
using Microsoft.AspNetCore.Authentication;

namespace DichVuCong.Operations.SignIn;

/// <summary>The way in and the way out.</summary>
internal static class SignInEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly Words NotTaken = new(
        "Không đăng nhập được: trung tâm định danh không xác nhận bạn là điều hành viên, hoặc lần đăng nhập đã quá hạn. Hãy thử lại; nếu vẫn không được, báo người quản trị.",
        "Signing in failed: the identity provider does not confirm that you are an operator, or this sign-in is too old. Try again; if it stays so, tell the administrator.");

    private static readonly Words NoProvider = new("Trung tâm định danh không trả lời. Hãy thử lại sau.", "The identity provider does not answer. Try again later.");

    public static void Map(IEndpointRouteBuilder routes, bool isDevelopment)
    {
        routes.MapGet("/sign-in", (HttpContext context, OperationsOptions options) => Page.Of<SignInPage>(new { Back = Back(context), options.SignIn.IsConfigured }))
            .WithMetadata(EndpointRule.Open);
        routes.MapGet("/sign-in/start", StartAsync).WithMetadata(EndpointRule.Open);
        routes.MapGet("/sign-in/callback", CallbackAsync).WithMetadata(EndpointRule.Open);
        // As a delegate: taken for a bare RequestDelegate its result would be dropped.
        routes.MapPost("/sign-out", (Delegate)SignOutAsync).WithMetadata(EndpointRule.Open);
        routes.MapPost("/language", SwitchLanguage).WithMetadata(EndpointRule.Open);
        if (isDevelopment) DevelopmentSignIn.Map(routes);
    }

    /// <summary>The page to go to afterwards: one of ours, whatever the address says.</summary>
    public static string LocalPage(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && path.Length <= 500
        && !path.Any(char.IsControl)
            ? path
            : "/";

    private static string Back(HttpContext context) => LocalPage(context.Request.Query["back"]);

    private static async Task<IResult> StartAsync(
        HttpContext context, SignInCookie cookie, IdentityProvider provider, OperationsOptions options, TimeProvider time, ILogger<IdentityProvider> logger,
        CancellationToken cancellationToken)
    {
        if (!options.SignIn.IsConfigured) return ProblemPages.Of(StatusCodes.Status404NotFound);
        var state = SignInState.Begin(Back(context), time.GetUtcNow() + Patience);
        try
        {
            var question = await provider.QuestionAsync(state, cancellationToken);
            cookie.Write(context, state, options.PublicUrl.Scheme == Uri.UriSchemeHttps);
            return Results.Redirect(question);
        }
        catch (Exception failure) when (IsSilence(failure, cancellationToken))
        {
            OperationsLog.SignInRefused(logger, failure.GetType().Name);
            return ProblemPages.Of(StatusCodes.Status503ServiceUnavailable, NoProvider);
        }
    }

    private static async Task<IResult> CallbackAsync(
        HttpContext context, SignInCookie cookie, IdentityProvider provider, OperationsOptions options, ILogger<IdentityProvider> logger,
        CancellationToken cancellationToken)
    {
        if (!options.SignIn.IsConfigured) return ProblemPages.Of(StatusCodes.Status404NotFound);
        var query = context.Request.Query;
        try
        {
            var state = cookie.Take(context) ?? throw new SignInRefusedException("no sign-in is under way in this browser, or it is too old");
            if (!Same(query["state"].ToString(), state.State)) throw new SignInRefusedException("the answer is to another question (state)");
            if (query["code"].ToString() is not { Length: > 0 } code) throw new SignInRefusedException("the identity provider sent no code");
            var person = await provider.RedeemAsync(code, state, cancellationToken);
            await context.SignInAsync(OperatorTicket.Scheme, OperatorTicket.Write(person));
            return Results.Redirect(state.Back);
        }
        catch (SignInRefusedException refused)
        {
            OperationsLog.SignInRefused(logger, refused.Message);
            return ProblemPages.Of(StatusCodes.Status403Forbidden, NotTaken);
        }
        catch (Exception failure) when (IsSilence(failure, cancellationToken))
        {
            OperationsLog.SignInRefused(logger, failure.GetType().Name);
            return ProblemPages.Of(StatusCodes.Status503ServiceUnavailable, NoProvider);
        }
    }

    /// <summary>The provider does not answer, or with something else than it should: the discovery's own failures are of the middle kind.</summary>
    private static bool IsSilence(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException or InvalidOperationException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(OperatorTicket.Scheme);
        return Page.GoTo("/sign-in");
    }

    private static IResult SwitchLanguage(HttpContext context, OperationsOptions options)
    {
        var form = context.Request.Form;
        LanguageChoice.Keep(context, form["to"] == "en" ? Tongue.English : Tongue.Vietnamese, options.PublicUrl.Scheme == Uri.UriSchemeHttps);
        return Page.GoTo(LocalPage(form["back"]));
    }

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
