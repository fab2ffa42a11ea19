using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DichVuCong.Sandbox.Agencies.Accounts;
using DichVuCong.Sandbox.Agencies.Receiving;
using DichVuCong.Sandbox.Banks;
using DichVuCong.Sandbox.Control;
using DichVuCong.Sandbox.Identity;
using DichVuCong.Sandbox.Ledger;
using DichVuCong.Sandbox.Portal;
using DichVuCong.Sandbox.Post;
using DichVuCong.Sandbox.SignIn;
using DichVuCong.Sandbox.SmsProvider;
using DichVuCong.Sandbox.State;
using DichVuCong.Telemetry;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DichVuCong.Sandbox.Hosting;

/// <summary>Puts the sandbox together.</summary>
internal static class SandboxHost
{
    private const long LargestBody = 45_000_000;

    /// <summary>Creates it; it does nothing before it is started.</summary>
    /// <param name="options">Where it listens, and where the Gateway is. Port 0 takes any free one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="configure">Puts other parts in the place of usual ones.</param>
    public static WebApplication Create(SandboxOptions options, TimeProvider time, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(SandboxOptions.Address, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        builder.Services.AddTelemetry(builder.Configuration, "dvc-sandbox");
        SandboxServices.Add(builder.Services, options, time);
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.Services.GetRequiredService<StateRestore>().Restore();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        app.MapGet("/health/ready", () => Results.Json(new { status = "ready" }));
        app.Services.GetRequiredService<AgencyEndpoints>().Map(app);
        app.Services.GetRequiredService<OfficerEndpoints>().Map(app);
        app.Services.GetRequiredService<OfficerControl>().Map(app);
        app.Services.GetRequiredService<PortalEndpoints>().Map(app);
        app.Services.GetRequiredService<SmsEndpoints>().Map(app);
        app.Services.GetRequiredService<NoticeProviderEndpoints>().Map(app);
        app.Services.GetRequiredService<PostEndpoints>().Map(app);
        app.Services.GetRequiredService<IdentityEndpoints>().Map(app);
        app.Services.GetRequiredService<SettingsEndpoints>().Map(app);
        app.Services.GetRequiredService<FaultEndpoints>().Map(app);
        app.Services.GetRequiredService<LedgerEndpoints>().Map(app);
        app.MapBanks();
        app.MapSignIn();
    }
}
