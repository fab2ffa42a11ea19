using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Notices.Tests.Sms;

/// <summary>The provider over real HTTP: it keeps what it gets and answers what the test says.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _requests = [];

    private FakeProvider(WebApplication app) => _app = app;

    public Uri Endpoint { get; private set; } = new("http://localhost");

    /// <summary>The bodies that arrived whole.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>The headers of the last request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Done when the first request arrived whole.</summary>
    public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>An answer of the provider.</summary>
    public static string Answer(string message, string result = "0") =>
        $"""
        <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><ns2:wsCpMtResponse xmlns:ns2="http://impl.bulkSms.ws/">
          <return><message>{message}</message><result>{result}</result></return>
        </ns2:wsCpMtResponse></S:Body></S:Envelope>
        """;

    public static Task<FakeProvider> AnsweringAsync(string answer, int status = 200) =>
        StartAsync(context => WriteAsync(context, answer, status));

    public static async Task<FakeProvider> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var app = builder.Build();
        var provider = new FakeProvider(app);
        app.Run(context => provider.TakeAsync(context, answer));
        await app.StartAsync();
        provider.Endpoint = new Uri(app.Urls.Single() + "/bulkapi");
        return provider;
    }

    public static async Task WriteAsync(HttpContext context, string answer, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml; charset=utf-8";
        await context.Response.WriteAsync(answer);
    }

    public async ValueTask DisposeAsync()
    {
        // Not waiting for calls that a test left open.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context, Func<HttpContext, Task> answer)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        _requests.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
        Headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Arrived.TrySetResult();
        await answer(context);
    }
}
