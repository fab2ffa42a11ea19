using System.Collections.Concurrent;
using DichVuCong.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Gateway.Tests.Files;

/// <summary>The portal's store of files: answers every path as the test says.</summary>
internal sealed class FakePortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private int _now;
    private int _most;
    private int _aborted;

    private FakePortal(WebApplication app, int port) => (_app, Port) = (app, port);

    public int Port { get; }

    /// <summary>The most calls at once so far.</summary>
    public int MostAtOnce => _most;

    /// <summary>Calls whose caller hung up.</summary>
    public int Aborted => _aborted;

    public static async Task<FakePortal> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = FreePort.Base(1);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var portal = new FakePortal(builder.Build(), port);
        portal._app.Run(portal.AnswerAsync);
        await portal._app.StartAsync();
        return portal;
    }

    /// <summary>How often a path was asked for.</summary>
    public int Asked(string path) => _asked.GetValueOrDefault(path);

    public Uri Url(string path) => new($"http://127.0.0.1:{Port}{path}");

    public Uri Serve(string path, byte[] content) => Answer(path, async context =>
    {
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    });

    public Uri Status(string path, int status) => Answer(path, context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public Uri Answer(string path, Func<HttpContext, Task> answer)
    {
        _answers[path] = answer;
        return Url(path);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        _asked.AddOrUpdate(context.Request.Path, 1, (_, count) => count + 1);
        var now = Interlocked.Increment(ref _now);
        for (var most = _most; now > most && Interlocked.CompareExchange(ref _most, now, most) != most; most = _most)
        {
            // Somebody else raised it in between: look again.
        }

        try
        {
            await (_answers.TryGetValue(context.Request.Path, out var answer) ? answer(context) : throw new InvalidOperationException("The test did not say what to answer."));
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _aborted);
        }
        finally
        {
            Interlocked.Decrement(ref _now);
        }
    }
}
