using System.Collections.Concurrent;
using DichVuCong.Runtime.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Telemetry.Tests.Support;

/// <summary>A metric as a collector received it.</summary>
internal sealed record Received(string Service, string Meter, string Name, string Unit, MetricKind Kind, IReadOnlyList<IReadOnlyList<string>> Labels);

/// <summary>A collector that takes OTLP over HTTP on loopback and keeps what it was sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    // The numbers of the fields: opentelemetry-proto, metrics/v1/metrics.proto, resource.proto and common.proto.
    private const int Gauge = 5;
    private const int Sum = 7;
    private const int Histogram = 9;

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Received> _metrics = new();

    private Collector(WebApplication server) => _server = server;

    public string Address => _server.Urls.First();

    public IReadOnlyList<Received> Metrics => [.. _metrics];

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var collector = new Collector(server);
        server.MapPost("/v1/metrics", collector.TakeAsync);
        server.MapPost("/v1/traces", () => Results.Bytes([], "application/x-protobuf"));
        await server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        foreach (var resource in new ProtoMessage(body.ToArray()).Messages(1))
        {
            var attributes = resource.Messages(1).SelectMany(one => one.Messages(1)).ToDictionary(pair => pair.Text(1), pair => pair.Messages(2).First().Text(1));
            foreach (var scope in resource.Messages(2))
            {
                var meter = scope.Messages(1).Select(one => one.Text(1)).FirstOrDefault() ?? "";
                foreach (var metric in scope.Messages(2)) _metrics.Enqueue(Read(attributes["service.name"], meter, metric));
            }
        }

        return Results.Bytes([], "application/x-protobuf");
    }

    private static Received Read(string service, string meter, ProtoMessage metric)
    {
        var (kind, data, attributes) = metric.Has(Gauge) ? (MetricKind.Gauge, Gauge, 7)
            : metric.Has(Sum) ? (MetricKind.Counter, Sum, 7)
            : metric.Has(Histogram) ? (MetricKind.Histogram, Histogram, 9)
            : throw new InvalidDataException($"{metric.Text(1)} is neither a gauge, nor a sum, nor a histogram.");
        var labels = metric.Messages(data).SelectMany(one => one.Messages(1))
            .Select(point => (IReadOnlyList<string>)[.. point.Messages(attributes).Select(pair => pair.Text(1)).Order(StringComparer.Ordinal)])
            .ToList();
        return new Received(service, meter, metric.Text(1), metric.Text(3), kind, labels);
    }
}
