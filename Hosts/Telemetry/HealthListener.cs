using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Telemetry;

/// <summary>
/// A port on which a host that has no other says whether it lives (<c>/health/live</c>) and whether it works (<c>/health/ready</c>: 503 and what it
/// waits for until then). It opens before the host's own parts start, so that a host that waits for its database is seen to wait.
/// </summary>
/// <param name="port">The port; 0 for any that is free.</param>
/// <param name="waitingFor">What the host waits for; null when it works.</param>
/// <param name="logging">The host's log.</param>
public sealed class HealthListener(int port, Func<CancellationToken, Task<string?>> waitingFor, ILoggerFactory logging) : IHostedService, IAsyncDisposable
{
    private WebApplication? _server;

    /// <summary>Where it listens, once it is started.</summary>
    public Uri? Address => _server?.Urls.Select(url => new Uri(url.Replace("[::]", "127.0.0.1", StringComparison.Ordinal))).First();

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(logging).AddSingleton<IHostLifetime, AsLongAsTheHost>().AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.MaxConcurrentConnections = 100;
            kestrel.ListenAnyIP(port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        _server = builder.Build();
        _server.UseRouting();
        _server.MapGet("/health/live", () => Results.Text("live"));
        _server.MapGet("/health/ready", async (CancellationToken aborted) => await waitingFor(aborted) is { } missing
            ? Results.Text($"waiting for the {missing}", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready"));
        await _server.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Signals are the host's: the listener goes when the host stops it.</summary>
    private sealed class AsLongAsTheHost : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
