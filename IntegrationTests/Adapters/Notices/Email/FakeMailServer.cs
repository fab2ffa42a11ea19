using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace DichVuCong.Notices.Tests.Email;

/// <summary>A mail server on a socket. It is well behaved but at the steps that the test names: greeting, or a command's verb, or the final dot.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    public const string Greeting = "greeting";
    public const string Dot = ".";

    /// <summary>The mail itself: here the server can only hang up, and does so before it has read much.</summary>
    public const string Content = "content";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _reached = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _closed = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _open;

    public FakeMailServer()
    {
        _listener.Server.ReceiveBufferSize = 4096;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What EHLO offers.</summary>
    public IReadOnlyList<string> Offers { get; init; } = ["PIPELINING", "SIZE 35882577", "8BITMIME"];

    /// <summary>What EHLO offers after STARTTLS, if not the same.</summary>
    public IReadOnlyList<string>? OffersSecured { get; init; }

    /// <summary>The certificate for TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>TLS from the first byte.</summary>
    public bool ImplicitTls { get; init; }

    /// <summary>The exceptions from the usual; the number counts the connections from 1.</summary>
    public Func<string, int, Act?> Script { get; set; } = (_, _) => null;

    public ConcurrentQueue<ReceivedMail> Mails { get; } = [];

    /// <summary>Every line but the mails, with the connection's number: <c>1 EHLO example.vn</c>.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    public int Connections { get; private set; }

    /// <summary>The most connections that were open at once.</summary>
    public int MostOpen { get; private set; }

    /// <summary>How many steps are being held.</summary>
    public int Held { get; private set; }

    /// <summary>Ends every <see cref="Act.Hold"/>, now and later.</summary>
    public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when some connection reached that step.</summary>
    public Task Reached(string step) => _reached.GetOrAdd(step, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Completes when the server closed that connection.</summary>
    public Task Closed(int connection) => _closed.GetOrAdd(connection, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        await _accepting;
        await Task.WhenAll(_sessions);
    }

    internal async Task<Act?> StepAsync(string step, int connection)
    {
        var act = Script(step, connection);
        if (act is Act.HoldAct) lock (_sessions) Held++;
        _reached.GetOrAdd(step, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        if (act is not Act.HoldAct) return act;
        await LetGo.Task.WaitAsync(_stop.Token);
        return null;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                // Without this each answer to a pipelined command waits for the one before to be acknowledged.
                socket.NoDelay = true;
                _sessions.Add(ServeAsync(socket, ++Connections));
            }
        }
        catch (OperationCanceledException)
        {
            _listener.Stop();
        }
    }

    private async Task ServeAsync(Socket socket, int connection)
    {
        lock (_sessions) MostOpen = Math.Max(MostOpen, ++_open);
        try
        {
            using var session = new FakeMailSession(this, connection, socket);
            await session.RunAsync(_stop.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            Commands.Enqueue($"{connection} -gone-");
        }
        finally
        {
            socket.Dispose();
            lock (_sessions) _open--;
            _closed.GetOrAdd(connection, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }
}
