using DichVuCong.Operations.Access;
using DichVuCong.Operations.Assets;
using DichVuCong.Operations.Health;
using DichVuCong.Operations.Pages;
using DichVuCong.Operations.SignIn;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace DichVuCong.Operations.Hosting;

/// <summary>What stands before the pages, and the pages.</summary>
internal static class OperationsPipeline
{
    public static void Map(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<HostSettings>();
        if (settings.TrustedProxies.Count > 0) app.UseForwardedHeaders(Forwarded(settings.TrustedProxies));
        var scheme = app.Services.GetRequiredService<OperationsOptions>().PublicUrl.Scheme;
        app.Use((context, next) =>
        {
            // TLS ends in front of us: what operators' browsers speak is a setting, and no header of a call decides it.
            context.Request.Scheme = scheme;
            return next(context);
        });
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<UnexpectedFailures>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<FrontDoor>();
        HealthEndpoints.Map(app);
        EmbeddedAssets.Map(app);
        SignInEndpoints.Map(app, settings.IsDevelopment);
        var routes = new PageRoutes(app);
        foreach (var area in PageList.All) area.Map(routes);
        // Until a part of the screen claims it, the first page is that of the first part.
        if (!PageList.All.Any(area => area.Path == "/")) routes.Get("/", Permission.Look, () => Page.GoTo(PageList.All[0].Path));
    }

    private static ForwardedHeadersOptions Forwarded(IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
        return options;
    }
}
