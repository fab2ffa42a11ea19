using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.OneStop.Access;

namespace DichVuCong.Gateway.OneStop;

/// <summary>Where one-stop systems call: the contract's three addresses, and those of provinces' proxies.</summary>
internal static class OneStopEndpoints
{
    private static readonly string[] GetOrPost = ["GET", "POST"];

    public static void Map(WebApplication app)
    {
        var options = app.Services.GetRequiredService<OneStopOptions>();
        var login = app.Services.GetRequiredService<LoginEndpoint>();
        var envelope = app.Services.GetRequiredService<EnvelopeEndpoint>();
        var proxy = app.Services.GetRequiredService<ProxyEndpoint>();
        app.MapPost(options.LoginPath, login.AnswerAsync).WithName("OneStopLogin");
        app.MapPost(options.SharePath, (HttpContext context) => envelope.AnswerAsync(context, options.ShareServices)).WithName("OneStopShare");
        app.MapPost(options.IntegrationPath, (HttpContext context) => envelope.AnswerAsync(context, options.IntegrationServices))
            .WithName("OneStopIntegration");
        app.MapPost(options.ProxyCreatePath, (HttpContext context) => proxy.AnswerAsync(context, OneStopServices.SyncDossiers, bool.FalseString))
            .WithName("OneStopProxyCreate");
        app.MapPost(options.ProxyUpdatePath, (HttpContext context) => proxy.AnswerAsync(context, OneStopServices.SyncDossiers, bool.TrueString))
            .WithName("OneStopProxyUpdate");
        app.MapPost(options.ProxyProgressPath, (HttpContext context) => proxy.AnswerAsync(context, OneStopServices.RecordProgress))
            .WithName("OneStopProxyProgress");
        foreach (var (path, name) in new[] { (options.SynsPath, "OneStopSyns"), (options.ProxyPath, "OneStopProxy") })
        {
            app.MapMethods(
                $"{path.TrimEnd('/')}/{{service}}", GetOrPost, (HttpContext context, string service) => proxy.AnswerAsync(context, service)).WithName(name);
        }
    }
}
