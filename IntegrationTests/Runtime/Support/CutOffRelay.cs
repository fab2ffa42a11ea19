using System.Net;
using System.Net.Sockets;

namespace DichVuCong.Runtime.Tests.Support;

/// <summary>
/// A way to the database that can lose its clients without the server's hearing of it, as behind a firewall that forgets a connection.
/// </summary>
internal sealed class CutOffRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _clients = [];
    private readonly List<Socket> _servers = [];
    private readonly Task _accepting;
    private readonly int _port;

    public CutOffRelay(int port)
    {
        _port = port;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Resets all clients' connections; the server's ends stay open, and what comes over them is swallowed.</summary>
    public void CutOff()
    {
        lock (_clients)
        {
            foreach (var client in _clients) client.Close(timeout: 0);
            _clients.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        CutOff();
        foreach (var server in _servers) server.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client, server;
            try
            {
                client = await _listener.AcceptSocketAsync();
            }
            catch (SocketException)
            {
                return;
            }

            server = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await server.ConnectAsync(IPAddress.Loopback, _port);
            lock (_clients)
            {
                _clients.Add(client);
                _servers.Add(server);
            }

            _ = CopyAsync(client, server);
            _ = CopyAsync(server, client);
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read) await to.SendAsync(buffer.AsMemory(0, read));
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // This direction has ended; the other end stays as it is.
        }
    }
}
