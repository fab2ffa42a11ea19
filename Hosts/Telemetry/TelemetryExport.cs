using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DichVuCong.Telemetry;

/// <summary>
/// Sends what the host measures to a collector by OTLP, from its start to its end. The rooms of the system know nothing of it: they measure with
/// what the platform has. How often, how and with which headers, the standard variables say.
/// </summary>
internal sealed class TelemetryExport(TelemetrySettings settings, IConfiguration configuration, string service) : IHostedService, IDisposable
{
    /// <summary>Patience with a collector that does not answer when the host ends, in milliseconds.</summary>
    private const int LastWords = 3000;

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Metrics)
        {
            _metrics = Sdk.CreateMeterProviderBuilder()
                .ConfigureServices(services => services.AddSingleton(configuration))
                .ConfigureResource(Describe)
                .AddMeter([.. Sources.Meters])
                .AddOtlpExporter()
                .Build();
        }

        if (settings.Traces)
        {
            var builder = Sdk.CreateTracerProviderBuilder()
                .ConfigureServices(services => services.AddSingleton(configuration))
                .ConfigureResource(Describe)
                .AddSource([.. Sources.Traces])
                .AddOtlpExporter();
            if (settings.SampledShare is { } share) builder.SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(share)));
            _traces = builder.Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _metrics?.Shutdown(LastWords);
        _traces?.Shutdown(LastWords);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    private void Describe(ResourceBuilder resource)
    {
        var version = Assembly.GetEntryAssembly()?.GetName().Version?.ToString();
        resource.AddService(service, serviceNamespace: "dichvucong", version, autoGenerateServiceInstanceId: false, $"{Environment.MachineName}:{Environment.ProcessId}");
        resource.AddEnvironmentVariableDetector();
    }
}
