using System.Net;
using System.Net.Sockets;

namespace DichVuCong.Abuse.Tests.Attacks;

/// <summary>Many connections to one port, from a loopback address of its own: ports that were just used are not missed.</summary>
internal sealed class Crowd(int port, byte address) : IDisposable
{
    private readonly List<Socket> _sockets = [];

    /// <summary>The connections.</summary>
    public IReadOnlyList<Socket> Sockets => _sockets;

    /// <summary>Opens connections, a hundred at a time.</summary>
    public async Task OpenAsync(int count, CancellationToken cancellationToken)
    {
        for (var opened = 0; opened < count; opened += 100)
        {
            var more = Enumerable.Range(0, Math.Min(100, count - opened)).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }).ToList();
            _sockets.AddRange(more);
            await Task.WhenAll(more.Select(socket => ConnectAsync(socket, cancellationToken)));
        }
    }

    /// <summary>Sends to every connection; those that were closed are passed over.</summary>
    public Task SendAsync(byte[] bytes, CancellationToken cancellationToken) => Task.WhenAll(_sockets.Select(socket => TrySendAsync(socket, bytes, cancellationToken)));

    /// <summary>How many the other side has closed.</summary>
    public int Closed() => _sockets.Count(IsClosed);

    /// <summary>Sends on one connection; false when it was closed.</summary>
    public static async Task<bool> TrySendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes, cancellationToken)..];
            return true;
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

    private async Task ConnectAsync(Socket socket, CancellationToken cancellationToken)
    {
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, address]), 0));
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
    }

    /// <summary>Readable to the end: an answer that nobody reads may stand before it.</summary>
    private static bool IsClosed(Socket socket)
    {
        try
        {
            var buffer = new byte[4096];
            while (socket.Poll(0, SelectMode.SelectRead))
            {
                if (socket.Receive(buffer) == 0) return true;
            }

            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
