using System.Net;
using System.Net.Sockets;

namespace DichVuCong.Abuse.Tests.Http;

/// <summary>What came of a call.</summary>
/// <param name="Answer">The answer; null when there was none.</param>
/// <param name="Trouble">Why there was none.</param>
internal readonly record struct Exchange(RawAnswer? Answer, string Trouble = "");

/// <summary>Sends bytes to a port as they are, and reads what comes back.</summary>
internal static class RawConnection
{
    /// <summary>No honest answer takes longer, the noise of a shared machine included.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(40);

    /// <summary>Sends a request on a connection of its own.</summary>
    /// <param name="port">The port, on this machine.</param>
    /// <param name="request">The bytes.</param>
    /// <param name="hangsUp">Whether to close our side after them.</param>
    /// <param name="hasBody">Whether the answer has a body: not that of HEAD.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Exchange> SendAsync(int port, ReadOnlyMemory<byte> request, bool hangsUp, bool hasBody, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Bound);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), patience.Token);
            var sending = SendAllAsync(socket, request, hangsUp, patience.Token);
            var exchange = await ReceiveAsync(socket, hasBody, patience.Token);
            // Who has an answer need not be read to the end; the rest fails when the socket goes.
            if (sending.IsCompleted || exchange.Answer is null) await sending;
            return exchange;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Exchange(null, $"no answer within {Bound.TotalSeconds} s");
        }
        catch (SocketException failure)
        {
            return new Exchange(null, $"the connection ended: {failure.SocketErrorCode}");
        }
    }

    private static async Task SendAllAsync(Socket socket, ReadOnlyMemory<byte> request, bool hangsUp, CancellationToken cancellationToken)
    {
        try
        {
            for (var left = request; left.Length > 0;) left = left[await socket.SendAsync(left, cancellationToken)..];
            if (hangsUp) socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The server has stopped reading; whether it answered is seen by the other half.
            return;
        }
    }

    private static async Task<Exchange> ReceiveAsync(Socket socket, bool hasBody, CancellationToken cancellationToken)
    {
        var received = new byte[16 * 1024];
        var count = 0;
        while (true)
        {
            if (count == received.Length) Array.Resize(ref received, received.Length * 2);
            int read;
            try
            {
                read = await socket.ReceiveAsync(received.AsMemory(count), cancellationToken);
            }
            catch (SocketException failure)
            {
                return RawAnswer.Read(received.AsSpan(0, count), isEnd: true, hasBody) is { } late
                    ? new Exchange(late)
                    : new Exchange(null, $"the connection ended: {failure.SocketErrorCode}");
            }

            count += read;
            if (RawAnswer.Read(received.AsSpan(0, count), isEnd: read == 0, hasBody) is { } answer) return new Exchange(answer);
            if (read == 0) return new Exchange(null, "the connection was closed without an answer");
        }
    }
}
