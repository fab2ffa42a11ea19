using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Sandbox.Agencies.Systems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Sandbox.Tests.Support;

/// <summary>The portal's side on a real port: reads with the adapter what the systems send, keeps it, and takes everything unless told otherwise.</summary>
internal sealed class FakeGateway : IAsyncDisposable
{
    private static readonly ReplyStyle Style = new(ErrorCodeForm.Text);

    private readonly WebApplication _app;
    private readonly SystemDirectory _systems;
    private readonly ConcurrentDictionary<string, string> _sessions = new();

    private FakeGateway(WebApplication app, SystemDirectory systems) => (_app, _systems) = (app, systems);

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What came, in the order it came.</summary>
    public ConcurrentQueue<PortalCall> Calls { get; } = [];

    /// <summary>Who logged in, and where.</summary>
    public ConcurrentQueue<(string User, string Path)> Logins { get; } = [];

    /// <summary>What cannot be read as the contract; always empty unless a system writes something wrong.</summary>
    public ConcurrentQueue<string> Unreadable { get; } = [];

    /// <summary>What becomes of an item: of the calls before, this one included, and the item's place.</summary>
    public Func<PortalCall, int, ItemOutcome> Outcome { get; set; } = (_, _) => ItemOutcome.Stored;

    /// <summary>Answers a call in its own way; true when it did.</summary>
    public Func<PortalCall, HttpContext, Task<bool>> Misbehave { get; set; } = (_, _) => Task.FromResult(false);

    public static async Task<FakeGateway> StartAsync(SystemDirectory systems)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var gateway = new FakeGateway(app, systems);
        app.Run(gateway.HandleAsync);
        await app.StartAsync();
        gateway.Address = new Uri(app.Urls.Single());
        return gateway;
    }

    /// <summary>Forgets all sessions, as after a restart.</summary>
    public void ForgetSessions() => _sessions.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory);
        var body = memory.ToArray();
        if (context.Request.Path.Value!.EndsWith("/mapi/login", StringComparison.Ordinal))
        {
            await WriteAsync(context, LogIn(context, body));
            return;
        }

        var (user, envelope) = Read(context, body);
        if (user is null)
        {
            await WriteAsync(context, FaultReplies.SessionRefused(Style, "DongBoHoSoMC"));
            return;
        }

        var system = _systems.All.Single(one => one.Login == user);
        var isProxy = system.Style.Shape != ClientShape.Envelope;
        var bound = envelope.IsRead ? envelope.Value.Bind(isProxy ? WireGeneration.G2 : system.Generation) : null;
        if (bound is not { IsRead: true })
        {
            Unreadable.Enqueue($"{user} {context.Request.Path} {Encoding.UTF8.GetString(body)}");
            await WriteAsync(context, []);
            return;
        }

        var call = new PortalCall(user, context.Request.Path, context.Request.QueryString.Value ?? "", context.Request.Headers["dstcode"], bound.Value);
        Calls.Enqueue(call);
        if (!await Misbehave(call, context)) await WriteAsync(context, ItemReplies.Of(Style with { Wrapped = isProxy }, [.. ResultsOf(call)]));
    }

    private IEnumerable<ItemResult> ResultsOf(PortalCall call) => call.Request switch
    {
        SyncDossiers sync => sync.Items.Select(item => Result(item, Outcome(call, item.Index))),
        RecordProgress progress => progress.Items.Select(item => Result(item, Outcome(call, item.Index))),
        _ => throw new InvalidOperationException($"No system sends {call.Service}."),
    };

    private static ItemResult Result<T>(InboundItem<T> item, ItemOutcome outcome)
        where T : class =>
        item.Value is null ? ItemResult.Refused(item) : ItemResult.Of(item, outcome);

    private byte[] LogIn(HttpContext context, byte[] body)
    {
        var login = LoginRequest.Read(body).Value!;
        if (login.Password != $"dev-{login.Username}") return FaultReplies.LoginRefused(Style);
        Logins.Enqueue((login.Username!, context.Request.Path));
        var session = Guid.NewGuid().ToString("N");
        _sessions[session] = login.Username!;
        return AnswerReplies.LoggedIn(Style, session);
    }

    private (string? User, WireResult<InboundEnvelope> Envelope) Read(HttpContext context, byte[] body)
    {
        var path = context.Request.Path.Value!;
        var query = context.Request.Query;
        if (path.StartsWith("/KetNoiMotCuaQuocGia", StringComparison.Ordinal))
        {
            var user = Encoding.UTF8.GetString(Convert.FromBase64String(context.Request.Headers.Authorization.ToString()["Basic ".Length..])).Split(':')[0];
            var isProgress = path.EndsWith("DongBoTienTrinh", StringComparison.Ordinal);
            var bare = new BareCall(isProgress ? "CapNhatTienDoHoSoMC" : "DongBoHoSoMC", user, isProgress ? null : path.EndsWith("ThemMoiHoSo", StringComparison.Ordinal) ? "False" : "True");
            return (user, InboundEnvelope.ReadBare(body, bare));
        }

        if (path.StartsWith("/api/SynsTTHCC", StringComparison.Ordinal))
        {
            var user = query["MaDinhDanhDV"].ToString();
            var updating = query["isUpdating"].ToString();
            return (user, InboundEnvelope.ReadBare(body, new BareCall(path.Split('/')[^1], user, updating.Length == 0 ? null : updating)));
        }

        var envelope = InboundEnvelope.Read(body);
        return (_sessions.GetValueOrDefault(envelope.Value?.Session ?? ""), envelope);
    }

    private static async Task WriteAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(body);
    }
}
