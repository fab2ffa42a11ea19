using System.Globalization;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Registries.Operations.Gauges;

/// <summary>The gauges as a host has them.</summary>
public static class GaugeServices
{
    private const int DefaultSeconds = 30;

    /// <summary>Adds their reader: for a host that exports metrics. <c>Telemetry:GaugeSeconds</c> says how often they are read, 30 seconds by default.</summary>
    /// <exception cref="SettingsException">The setting is no number from 1 to 3600.</exception>
    public static IServiceCollection AddGauges(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var seconds = DefaultSeconds;
        if (configuration["Telemetry:GaugeSeconds"] is { Length: > 0 } text
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds is >= 1 and <= 3600))
        {
            throw new SettingsException("Telemetry:GaugeSeconds must be a number from 1 to 3600.");
        }

        return services.AddSingleton(new GaugeOptions(TimeSpan.FromSeconds(seconds))).AddHostedService<GaugeReader>();
    }
}
