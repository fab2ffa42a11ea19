using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DichVuCong.Adapters.NationalData.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DichVuCong.NationalData.Tests;

/// <summary>The platform on a real port, which answers each of its paths as it is told.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new(StringComparer.Ordinal);

    private FakePlatform(WebApplication app) => _app = app;

    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1");

    public ConcurrentQueue<Received> Requests { get; } = new();

    public HttpClient Http { get; } = NationalHttp.CreateClient();

    public static async Task<FakePlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var source = new FakePlatform(app);
        app.Run(source.HandleAsync);
        await app.StartAsync();
        source.BaseUrl = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return source;
    }

    public void Answers(string path, string body, int status = 200, params (string Name, string Value)[] headers) => Answers(path, async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    });

    public void Answers(string path, Func<HttpContext, Task> answer) => _answers[path] = answer;

    public int CallsOf(string path) => Requests.Count(request => request.Path == path);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Requests.Enqueue(new Received(
            context.Request.Method, context.Request.Path, context.Request.Headers.Authorization.ToString(), Encoding.UTF8.GetString(body.ToArray())));
        if (_answers.TryGetValue(context.Request.Path, out var answer)) await answer(context);
        else context.Response.StatusCode = 404;
    }
}

/// <summary>One request.</summary>
internal sealed record Received(string Method, string Path, string Authorization, string Body);
