using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Telemetry;

/// <summary>What a host needs to export its metrics and traces.</summary>
public static class TelemetryServices
{
    /// <summary>Adds the export when the configuration names a collector, and nothing otherwise.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration; its environment variables are in it.</param>
    /// <param name="service">What the host calls itself: <c>dvc-worker</c>.</param>
    /// <returns>Whether and what is exported.</returns>
    public static TelemetrySettings AddTelemetry(this IServiceCollection services, IConfiguration configuration, string service)
    {
        var settings = TelemetrySettings.Read(configuration);
        if (settings.IsOn) services.AddHostedService(_ => new TelemetryExport(settings, configuration, service));
        return settings;
    }
}
