using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.VietQr;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Sandbox.Tests.Banks;

/// <summary>The portal's callbacks on a real port: read and answered by the adapters, with an outcome that the test chooses.</summary>
internal sealed class PortalStub : IVietQrTokens, IAsyncDisposable
{
    private const string Token = "token-of-the-portal";

    private readonly WebApplication _app;
    private readonly Dictionary<string, ICallbackForm> _forms = new(StringComparer.Ordinal);

    private PortalStub(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What was verified, in the order in which it came.</summary>
    public ConcurrentQueue<PartnerPayment> Payments { get; } = [];

    /// <summary>What was refused by its signature or form.</summary>
    public ConcurrentQueue<(string Path, CallbackOutcome Outcome)> Refused { get; } = [];

    /// <summary>What ministries posted to the platform.</summary>
    public ConcurrentQueue<PlatformReading> Platform { get; } = [];

    /// <summary>What becomes of a callback, of how often its order was told before.</summary>
    public Func<PartnerPayment, int, CallbackOutcome> Outcome { get; set; } = (_, _) => CallbackOutcome.Accepted;

    public int TokensGiven { get; private set; }

    public static async Task<PortalStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var portal = new PortalStub(app);
        app.Run(portal.HandleAsync);
        await app.StartAsync();
        portal.Address = new Uri(app.Urls.Single());
        return portal;
    }

    /// <summary>Takes the callbacks of a partner.</summary>
    public void Take(string path, ICallbackForm form) => _forms[path] = form;

    public bool IsActive(string token, DateTimeOffset now) => token == Token;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory);
        var path = context.Request.Path.Value!;
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var query = Encoding.ASCII.GetBytes(context.Request.QueryString.Value?.TrimStart('?') ?? "");
        var request = new CallbackRequest(context.Request.Method, query, memory.ToArray(), headers, DateTimeOffset.UtcNow);
        await WriteAsync(context, path switch
        {
            "/callbacks/vietqr/api/token_generate" => Grant(request),
            "/platform/payments" => Platformed(request),
            _ => Called(path, request),
        });
    }

    private CallbackReply Grant(CallbackRequest request)
    {
        var endpoint = new VietQrTokenEndpoint(VietQrSettings.Development(Address));
        if (!endpoint.Accepts(request)) return VietQrTokenEndpoint.Refuse();
        TokensGiven++;
        return endpoint.Grant(Token);
    }

    private CallbackReply Platformed(CallbackRequest request)
    {
        var settings = PlatformSettings.Development;
        var reading = new PlatformReader(settings, new PlatformPartners(settings)).Read(request.Body, request.ReceivedAt);
        Platform.Enqueue(reading);
        var replies = new PlatformReplies(settings);
        return reading is PlatformReading.Refused refused
            ? replies.Refuse(reading, refused.Outcome, request.ReceivedAt)
            : replies.Payable(reading, new Uri("https://cong.example.vn/pay/1"), request.ReceivedAt);
    }

    private CallbackReply Called(string path, CallbackRequest request)
    {
        var form = _forms[path];
        var reading = form.Read(request);
        if (reading is not CallbackReading.Verified verified)
        {
            var outcome = ((CallbackReading.Refused)reading).Outcome;
            Refused.Enqueue((path, outcome));
            return form.Reply(reading, outcome);
        }

        var before = Payments.Count(payment => payment.OrderReference == verified.Payment.OrderReference);
        Payments.Enqueue(verified.Payment);
        return form.Reply(reading, Outcome(verified.Payment, before), "R1");
    }

    private static async Task WriteAsync(HttpContext context, CallbackReply reply)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        await context.Response.Body.WriteAsync(reply.Body);
    }
}
