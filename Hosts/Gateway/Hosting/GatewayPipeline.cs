using DichVuCong.Gateway.Destinations;
using DichVuCong.Gateway.Dossiers;
using DichVuCong.Gateway.Feed;
using DichVuCong.Gateway.Health;
using DichVuCong.Gateway.Problems;

namespace DichVuCong.Gateway.Hosting;

/// <summary>The gateway's endpoints.</summary>
internal static class GatewayPipeline
{
    public static void Map(WebApplication app)
    {
        app.UseMiddleware<UnexpectedFailures>();
        app.UseMiddleware<AdapterPrefixes>();
        app.UseRouting();
        HealthEndpoints.Map(app);
        StatusEndpoints.Map(app);
        DestinationEndpoints.Map(app);
        FeedEndpoints.Map(app);
    }
}
