using System.Net;
using System.Net.Sockets;

namespace DichVuCong.Faults.Proxy;

/// <summary>
/// A TCP proxy between one caller and one server of the system, on this machine: the wire, as far as faults are concerned. It looks at
/// nothing that passes.
/// </summary>
internal sealed class Link(string name, int port, Func<IPEndPoint> target, TimeProvider time) : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _ended = new();
    private readonly HashSet<LinkConnection> _connections = [];
    private readonly Lock _gate = new();
    private volatile TaskCompletionSource _open = Opened();
    private volatile int _mode;
    private TimeSpan _delay;
    private Task _accepting = Task.CompletedTask;

    /// <summary>Its name: <c>worker-1&gt;postgres</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The port that callers are given.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>How it behaves now.</summary>
    public LinkMode Mode => (LinkMode)_mode;

    /// <summary>Connections that stand.</summary>
    public int Connections
    {
        get
        {
            lock (_gate) return _connections.Count;
        }
    }

    /// <summary>Begins to take connections.</summary>
    public void Start()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _listener.Listen(512);
        _accepting = AcceptAsync();
    }

    /// <summary>Changes how it behaves; what a half-closed connection had lost does not come back: it is reset.</summary>
    public void Set(LinkMode mode, TimeSpan delay = default)
    {
        List<LinkConnection> standing;
        lock (_gate)
        {
            _delay = delay;
            _mode = (int)mode;
            standing = [.. _connections];
        }

        if (mode == LinkMode.Stalled) _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        else _open.TrySetResult();
        foreach (var connection in standing)
        {
            if (mode == LinkMode.Cut || connection.IsHalfClosed) connection.Reset();
            else if (mode == LinkMode.HalfClosedAtServer) connection.HalfClose(atServer: true);
            else if (mode == LinkMode.HalfClosedAtClient) connection.HalfClose(atServer: false);
        }
    }

    /// <summary>A piece of data may pass: at once, later, or when the link is no longer stalled.</summary>
    internal async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        if (Mode == LinkMode.Clear) return;
        await _open.Task.WaitAsync(cancellationToken);
        if (Mode == LinkMode.Slow) await Task.Delay(_delay, time, cancellationToken);
    }

    /// <summary>Resets everything and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Dispose();
        await _accepting;
        Set(LinkMode.Cut);
        _ended.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        open.SetResult();
        return open;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptAsync(_ended.Token);
            }
            catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // A caller that gave up between its call and our taking it.
                continue;
            }

            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        var connection = new LinkConnection(this, client);
        lock (_gate) _connections.Add(connection);
        try
        {
            if (Mode != LinkMode.Cut) await connection.RunAsync(target());
        }
        finally
        {
            lock (_gate) _connections.Remove(connection);
            connection.Dispose();
        }
    }
}
