using System.Net;
using System.Net.Sockets;

namespace DichVuCong.Faults.Tests.Proxy;

/// <summary>A server behind a link: it sends back what it reads, and tells when a side is closed.</summary>
internal sealed class EchoServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _sawEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EchoServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Completes when a connection's reading side has ended.</summary>
    public Task SawEnd => _sawEnd.Task;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                var piece = new byte[1024];
                while (await socket.ReceiveAsync(piece) is > 0 and var length) await socket.SendAsync(piece.AsMemory(0, length));
            }
            catch (SocketException)
            {
                // A reset is an end as well.
            }

            _sawEnd.TrySetResult();
        }
    }
}
