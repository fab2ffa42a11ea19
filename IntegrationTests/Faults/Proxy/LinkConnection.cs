using System.Net;
using System.Net.Sockets;

namespace DichVuCong.Faults.Proxy;

/// <summary>One connection through a link: two pumps, one for each direction.</summary>
internal sealed class LinkConnection(Link link, Socket client) : IDisposable
{
    private const int PieceBytes = 16 * 1024;
    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly CancellationTokenSource _over = new();
    private int _ended;
    private volatile bool _halfClosed;

    /// <summary>Whether one side was closed while the other does not know.</summary>
    public bool IsHalfClosed => _halfClosed;

    /// <summary>Passes everything until both sides have ended, or it is reset.</summary>
    public async Task RunAsync(IPEndPoint server)
    {
        client.NoDelay = true;
        try
        {
            await link.PassAsync(_over.Token);
            await _server.ConnectAsync(server, _over.Token);
            await Task.WhenAll(PumpAsync(client, _server), PumpAsync(_server, client));
            End(abruptly: false);
        }
        catch (Exception end) when (end is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The server is not there, one side was reset, or the link was cut: the other side learns of it by a reset.
        }
    }

    /// <summary>Closes one side's end of the wire; from now on nothing passes either way, and neither side's end reaches the other.</summary>
    public void HalfClose(bool atServer)
    {
        _halfClosed = true;
        try
        {
            (atServer ? _server : client).Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            Reset();
        }
    }

    /// <summary>Ends both sides at once, without a farewell: what is unsent is thrown away.</summary>
    public void Reset() => End(abruptly: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        Reset();
        _over.Dispose();
    }

    private void End(bool abruptly)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1) return;
        _over.Cancel();
        foreach (var socket in new[] { client, _server })
        {
            if (abruptly) socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var piece = new byte[PieceBytes];
        try
        {
            while (true)
            {
                var length = await from.ReceiveAsync(piece, _over.Token);
                await link.PassAsync(_over.Token);
                if (_halfClosed)
                {
                    // Swallowed. An end is swallowed too: this side waits until the wire is mended.
                    if (length == 0) await Task.Delay(Timeout.InfiniteTimeSpan, _over.Token);
                    continue;
                }

                if (length == 0) break;
                for (var sent = 0; sent < length;) sent += await to.SendAsync(piece.AsMemory(sent, length - sent), _over.Token);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            if (_halfClosed) await Task.Delay(Timeout.InfiniteTimeSpan, _over.Token);
            Reset();
        }
    }
}
