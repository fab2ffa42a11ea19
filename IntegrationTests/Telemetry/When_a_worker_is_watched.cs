using DichVuCong.Registries.Operations.Gauges;
using DichVuCong.Registries.Schema;
using DichVuCong.Runtime.Telemetry;
using DichVuCong.Telemetry.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Telemetry.Tests;

internal sealed class When_a_worker_is_watched
{
    private TestDatabase _database = null!;

    [SetUp]
    public async Task Create()
    {
        _database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        // Without hours, nothing can be counted with.
        await OpenAsync("08:00", "12:00", "A");
    }

    [TearDown]
    public async Task Drop() => await _database.DisposeAsync();

    [Test]
    public async Task Should_send_its_metrics_to_the_collector_under_their_names()
    {
        await using var collector = await Collector.StartAsync();
        await using var worker = WorkerProcess.Start(
            _database,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "300"), ("Telemetry__GaugeSeconds", "1"));
        await Eventually.HoldsAsync(async () => await worker.AskAsync("/health/ready") is (200, _), "the worker is ready");

        foreach (var name in new[] { GaugeMetrics.Hosts.Name, "http.server.request.duration" })
        {
            await Eventually.HoldsAsync(() => collector.Metrics.Any(metric => metric.Name == name && metric.Labels.Count > 0), name);
        }

        collector.Metrics.ShouldAllBe(metric => metric.Service == "dvc-worker");
        var ours = collector.Metrics.Where(metric => metric.Meter == Instruments.Name).ToList();
        ours.Select(metric => metric.Name).Distinct().ShouldBeSubsetOf(Emitted.Ours.Select(metric => metric.Name));
        foreach (var metric in ours)
        {
            var declared = Emitted.Ours.Single(one => one.Name == metric.Name);
            (metric.Kind, metric.Unit).ShouldBe((declared.Kind, declared.Unit), metric.Name);
            metric.Labels.ShouldAllBe(labels => labels.SequenceEqual(declared.Labels.Order(StringComparer.Ordinal)));
        }

        ours.Select(metric => metric.Name).ShouldContain(GaugeMetrics.ClocksRunning.Name);
        var platform = collector.Metrics.Select(metric => metric.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var metric in Emitted.Platform.Where(metric => metric.Name != "http.client.request.duration")) platform.ShouldContain(metric.Name);
    }

    [Test]
    public async Task Should_say_what_it_waits_for_until_it_works()
    {
        // A catalogue that contradicts itself cannot be used.
        await OpenAsync("11:00", "17:00", "B");
        await using var worker = WorkerProcess.Start(_database);

        await Eventually.HoldsAsync(async () => await worker.AskAsync("/health/live") is (200, "live"), "the worker lives");
        (await worker.AskAsync("/health/ready")).ShouldBe((503, "waiting for the catalogue"));
        await _database.ScalarAsync<string>("delete from catalogue.office_hours where source_document = 'B' returning source_document");
        await Eventually.HoldsAsync(async () => await worker.AskAsync("/health/ready") is (200, "ready"), "the worker is ready");
    }

    private Task<int> OpenAsync(string opens, string closes, string document) => _database.ScalarAsync<int>(
        $"insert into catalogue.office_hours (calendar, day, opens, closes, valid_from, source_document) values ('vn', 'Monday', '{opens}', '{closes}', '2020-01-01', '{document}') returning 1");
}
