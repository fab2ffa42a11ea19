using DichVuCong.Gateway.Health;

namespace DichVuCong.Gateway.Hosting;

/// <summary>The gateway's endpoints.</summary>
internal static class GatewayPipeline
{
    public static void Map(WebApplication app)
    {
        app.UseMiddleware<AdapterPrefixes>();
        app.UseRouting();
        HealthEndpoints.Map(app);
    }
}
