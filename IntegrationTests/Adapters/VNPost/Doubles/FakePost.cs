using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace DichVuCong.VNPost.Tests.Doubles;

/// <summary>VNPost over real HTTP: it gives tokens, keeps what it gets, and answers what the test says.</summary>
internal sealed class FakePost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _tokens;

    private FakePost(WebApplication app) => _app = app;

    public Uri Root { get; private set; } = new("http://localhost");

    /// <summary>What arrived whole, tokens apart: method, path and query, the token's header, body.</summary>
    public ConcurrentQueue<(string Line, string Token, string Body)> Calls { get; } = [];

    /// <summary>Tokens that were given.</summary>
    public int Tokens => _tokens;

    /// <summary>How long a token lives.</summary>
    public int TokenSeconds { get; init; } = 3600;

    /// <summary>Answers the asking for a token in the place of giving one; null gives one.</summary>
    public Func<HttpContext, Task>? OnToken { get; init; }

    public static Task<FakePost> AnsweringAsync(string answer, int status = 200) => StartAsync((context, _) => WriteAsync(context, answer, status));

    /// <summary>Starts one.</summary>
    /// <param name="answer">Answers a call, told which one it is, from 1.</param>
    /// <param name="tokenSeconds">How long a token lives.</param>
    /// <param name="onToken">Answers the asking for a token.</param>
    public static async Task<FakePost> StartAsync(Func<HttpContext, int, Task> answer, int tokenSeconds = 3600, Func<HttpContext, Task>? onToken = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var app = builder.Build();
        var post = new FakePost(app) { TokenSeconds = tokenSeconds, OnToken = onToken };
        app.MapPost("/token", post.GiveTokenAsync);
        app.MapFallback(context => post.TakeAsync(context, answer));
        await app.StartAsync();
        post.Root = new Uri(app.Urls.Single());
        return post;
    }

    public static async Task WriteAsync(HttpContext context, string answer, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
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

    private async Task GiveTokenAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var form = await reader.ReadToEndAsync(context.RequestAborted);
        if (OnToken is not null)
        {
            await OnToken(context);
            return;
        }

        var isKnown = context.Request.Headers.Authorization == "Basic " + Convert.ToBase64String("khoa:bimat"u8) && form == "grant_type=client_credentials";
        var number = Interlocked.Increment(ref _tokens);
        await WriteAsync(
            context,
            isKnown ? string.Create(CultureInfo.InvariantCulture, $$"""{"access_token":"token-{{number}}","scope":"default","token_type":"Bearer","expires_in":{{TokenSeconds}}}""") : "{}",
            isKnown ? 200 : 401);
    }

    private async Task TakeAsync(HttpContext context, Func<HttpContext, int, Task> answer)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var token = context.Request.Headers.TryGetValue("access_token", out var bare) ? $"access_token={bare}" : context.Request.Headers.Authorization.ToString();
        Calls.Enqueue(($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", token, body));
        await answer(context, Calls.Count);
    }
}
