using Microsoft.Extensions.Configuration;

namespace DichVuCong.Telemetry;

/// <summary>
/// Whether a host exports what it measures: OpenTelemetry's standard variables say so (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, or one for metrics
/// or traces alone; <c>OTEL_SDK_DISABLED</c>). Without any, nothing listens to the instruments.
/// </summary>
/// <param name="Metrics">Whether metrics are exported.</param>
/// <param name="Traces">Whether traces are.</param>
/// <param name="SampledShare">
/// The share of traces that is recorded where no caller has decided: 0.01, or what OTEL_TRACES_SAMPLER says, and then this is null.
/// </param>
public sealed record TelemetrySettings(bool Metrics, bool Traces, double? SampledShare)
{
    /// <summary>At a thousand calls a second, a trace of each would cost more than what is traced.</summary>
    private const double DefaultShare = 0.01;

    /// <summary>Whether anything is exported.</summary>
    public bool IsOn => Metrics || Traces;

    /// <summary>Reads the settings.</summary>
    public static TelemetrySettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var off = string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase);
        return new TelemetrySettings(
            !off && Exports("METRICS"), !off && Exports("TRACES"), Says("OTEL_TRACES_SAMPLER") ? null : DefaultShare);

        bool Exports(string signal) =>
            (Says("OTEL_EXPORTER_OTLP_ENDPOINT") || Says($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"))
            && !string.Equals(configuration[$"OTEL_{signal}_EXPORTER"], "none", StringComparison.OrdinalIgnoreCase);

        bool Says(string name) => !string.IsNullOrWhiteSpace(configuration[name]);
    }
}
