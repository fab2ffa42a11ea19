using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Telemetry.Tests;

internal sealed class When_no_collector_is_named
{
    [TestCase]
    [TestCase("OTEL_EXPORTER_OTLP_ENDPOINT", "")]
    [TestCase("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example", "OTEL_SDK_DISABLED", "true")]
    [TestCase("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example", "OTEL_METRICS_EXPORTER", "none", "OTEL_TRACES_EXPORTER", "none")]
    public void Should_export_nothing(params string[] variables)
    {
        var services = new ServiceCollection();

        services.AddTelemetry(Configured(variables), "dvc-test").IsOn.ShouldBeFalse();
        services.ShouldBeEmpty();
    }

    [TestCase(true, true, "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example")]
    [TestCase(true, false, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://collector.example")]
    [TestCase(false, true, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://collector.example")]
    [TestCase(true, false, "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example", "OTEL_TRACES_EXPORTER", "none")]
    public void Should_export_what_one_is_named_for(bool metrics, bool traces, params string[] variables)
    {
        var services = new ServiceCollection();

        var settings = services.AddTelemetry(Configured(variables), "dvc-test");

        (settings.Metrics, settings.Traces).ShouldBe((metrics, traces));
        services.Count.ShouldBe(1);
    }

    [Test]
    public void Should_leave_the_choice_of_traces_to_who_makes_one()
    {
        TelemetrySettings.Read(Configured([])).SampledShare.ShouldBe(0.01);
        TelemetrySettings.Read(Configured(["OTEL_TRACES_SAMPLER", "always_on"])).SampledShare.ShouldBeNull();
    }

    private static IConfiguration Configured(string[] variables) => new ConfigurationBuilder()
        .AddInMemoryCollection(variables.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();
}
