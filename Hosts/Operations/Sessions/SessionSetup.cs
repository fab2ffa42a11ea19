using DichVuCong.Operations.Access;
using DichVuCong.Operations.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace DichVuCong.Operations.Sessions;

/// <summary>The session's cookie: it ends after idling, and after a shift in any case.</summary>
internal static class SessionSetup
{
    private const string SignedInAt = "signed-in-at";

    /// <summary>A session is written anew at most this often: not with every page.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddSessions(this IServiceCollection services, OperationsOptions options)
    {
        var secure = options.PublicUrl.Scheme == Uri.UriSchemeHttps;
        services.AddDataProtection().SetApplicationName("dvc-operations");
        services.AddSingleton<SessionKeys>()
            .AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
                new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<SessionKeys>()));
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = secure ? "__Host-dvc-form" : "dvc-form";
            forgery.Cookie.SecurePolicy = Policy(secure);
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.HttpOnly = true;
            forgery.FormFieldName = AntiForgery.Field;
            forgery.HeaderName = AntiForgery.Header;
            forgery.SuppressXFrameOptionsHeader = true; // SecurityHeaders sets it.
        });
        services.AddAuthentication(OperatorTicket.Scheme).AddCookie(OperatorTicket.Scheme, cookie =>
        {
            cookie.Cookie.Name = secure ? "__Host-dvc-session" : "dvc-session";
            cookie.Cookie.SecurePolicy = Policy(secure);
            // Lax, since one comes from the identity provider's page; what changes something carries an anti-forgery token besides.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.Path = "/";
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.SessionIdleMinutes);
            cookie.SlidingExpiration = true;
            cookie.Events.OnSigningIn = Begins;
            cookie.Events.OnValidatePrincipal = context => EndsAfterAShift(context, TimeSpan.FromHours(options.SessionHours));
            cookie.Events.OnCheckSlidingExpiration = GoesOn;
        });
        return services;
    }

    private static CookieSecurePolicy Policy(bool secure) => secure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;

    private static Task Begins(CookieSigningInContext context)
    {
        var now = (context.Options.TimeProvider ?? TimeProvider.System).GetUtcNow();
        context.Properties.Items[SignedInAt] = now.ToString("O");
        return Task.CompletedTask;
    }

    private static async Task EndsAfterAShift(CookieValidatePrincipalContext context, TimeSpan shift)
    {
        var now = (context.Options.TimeProvider ?? TimeProvider.System).GetUtcNow();
        var began = context.Properties.Items.TryGetValue(SignedInAt, out var text) && DateTimeOffset.TryParse(text, out var at) ? at : DateTimeOffset.MinValue;
        if (now - began < shift) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(OperatorTicket.Scheme);
    }

    /// <summary>A page that asks by itself does not keep a session alive: only what a person does.</summary>
    private static Task GoesOn(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime > Grain && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<Unattended>() is null;
        return Task.CompletedTask;
    }
}
