using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DichVuCong.Adapters.Banks.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Banks.Tests.Fakes;

/// <summary>A payment partner on a real port, which answers as it is told.</summary>
internal sealed class FakePartner : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakePartner(WebApplication app) => _app = app;

    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1");

    public ConcurrentQueue<Received> Requests { get; } = new();

    public Func<Received, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public HttpClient Http { get; } = BankHttp.CreateClient(BankHttp.CreateHandler());

    public static async Task<FakePartner> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var partner = new FakePartner(app);
        app.Run(partner.HandleAsync);
        await app.StartAsync();
        partner.BaseUrl = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return partner;
    }

    public void Answers(int status, string body, params (string Name, string Value)[] headers) => Answers(_ => (status, body, headers));

    public void Answers(Func<Received, (int Status, string Body, (string Name, string Value)[] Headers)> answer) => Answer = async (request, context) =>
    {
        var (status, body, headers) = answer(request);
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    };

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
        var received = new Received(
            context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(body.ToArray()));
        Requests.Enqueue(received);
        await Answer(received, context);
    }
}

/// <summary>One request.</summary>
internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, string Body);
