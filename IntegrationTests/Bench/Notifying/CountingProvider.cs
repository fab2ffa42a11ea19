using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Bench.Notifying;

/// <summary>
/// A provider over real HTTP that takes everything: Viettel's interface at <c>/bulkapi</c>, eSMS's at <c>/esms</c>. It counts, and knows which dossiers
/// it was told of; a repeated one it had it answers as the duplicate it is, where the interface has a word for it.
/// </summary>
internal sealed partial class CountingProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _dossiers = new(StringComparer.Ordinal);
    private readonly string _address;
    private long _taken;

    private CountingProvider(WebApplication app, string address) => (_app, _address) = (app, address);

    /// <summary>Messages that it queued.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    public static async Task<CountingProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var app = builder.Build();
        CountingProvider? provider = null;
        app.MapPost("/bulkapi", context => provider!.TakeAsync(context, Soap));
        app.MapPost("/esms", context => provider!.TakeAsync(context, Json));
        await app.StartAsync();
        return provider = new CountingProvider(app, app.Urls.Single());
    }

    /// <summary>The dossiers that one of two providers, or both, were told of.</summary>
    public static long Distinct(CountingProvider one, CountingProvider other) => one._dossiers.Keys.Union(other._dossiers.Keys, StringComparer.Ordinal).LongCount();

    public Uri At(string path) => new($"{_address}/{path}");

    /// <summary>It stops listening; what it has begun it ends.</summary>
    public Task GoAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Soap(bool isNew) =>
        $"<return><message>{(isNew ? "Insert MT_QUEUE: OK" : "Check ServiceID: DUPLICATE MESSAGE")}</message><result>{(isNew ? 1 : 0)}</result></return>";

    private static string Json(bool isNew) => """{"CodeResult":"100","SMSID":"1"}""";

    private async Task TakeAsync(HttpContext context, Func<bool, string> answer)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var code = Code().Match(await reader.ReadToEndAsync(context.RequestAborted)).Value;
        var isNew = _dossiers.TryAdd(code, 1);
        if (isNew || context.Request.Path == "/esms") Interlocked.Increment(ref _taken);
        await context.Response.WriteAsync(answer(isNew));
    }

    [GeneratedRegex("S[0-9]{2}-261121-[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
