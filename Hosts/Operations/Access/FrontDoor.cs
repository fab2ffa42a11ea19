using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Operations.Sessions;
using DichVuCong.Registries.Settings;
using Microsoft.AspNetCore.Antiforgery;

namespace DichVuCong.Operations.Access;

/// <summary>
/// Stands before every endpoint: who is it, may their role come in, and does what changes something carry the token of a page of ours?
/// An endpoint that states no rule is nobody's. Whose agency it is, is asked by the action itself, which knows.
/// </summary>
internal sealed class FrontDoor(RequestDelegate next, IAntiforgery antiforgery, HostSettings settings)
{
    public async Task InvokeAsync(HttpContext context, Visit visit)
    {
        visit.Tongue = LanguageChoice.Of(context.Request);
        visit.Path = context.Request.Path;
        visit.IsDevelopment = settings.IsDevelopment;
        visit.Person = OperatorTicket.Read(context.User);
        if (context.GetEndpoint() is not { } endpoint)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound);
            return;
        }

        var rule = endpoint.Metadata.GetMetadata<EndpointRule>() ?? throw new InvalidOperationException($"{endpoint.DisplayName} states no rule of access.");
        if (rule.Permission is { } permission)
        {
            if (visit.Person is null)
            {
                await AskToSignInAsync(context);
                return;
            }

            if (!visit.May(permission))
            {
                await RefuseAsync(context, StatusCodes.Status403Forbidden);
                return;
            }
        }

        if (IsSafe(context.Request.Method))
        {
            // Now, since the cookie that belongs to it is a header, and pages are sent while they are rendered.
            if (endpoint.Metadata.GetMetadata<Unattended>() is null && WantsPage(context.Request)) visit.Token = antiforgery.GetAndStoreTokens(context).RequestToken ?? "";
        }
        else if (!await antiforgery.IsRequestValidAsync(context))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest);
            return;
        }
        else
        {
            visit.Token = antiforgery.GetTokens(context).RequestToken ?? "";
        }

        await next(context);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool WantsPage(HttpRequest request) => !request.Path.StartsWithSegments("/assets") && !request.Path.StartsWithSegments("/health");

    /// <summary>A page leads to the way in; a part of a page, which htmx asks for, makes the browser go there.</summary>
    private static Task AskToSignInAsync(HttpContext context)
    {
        var isPart = context.Request.Headers.ContainsKey("HX-Request");
        if (HttpMethods.IsGet(context.Request.Method) && !isPart && !context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal))
        {
            context.Response.Redirect($"/sign-in?back={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
            return Task.CompletedTask;
        }

        if (isPart) context.Response.Headers["HX-Redirect"] = "/sign-in";
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, int status) => ProblemPages.Of(status).ExecuteAsync(context);
}
