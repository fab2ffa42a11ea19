using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DichVuCong.Bench.Limit;

/// <summary>Stands between the hosts and the server, passes everything on, and keeps what each connection asked.</summary>
internal sealed class WireRecorder : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<RecordedSession> _sessions = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly (string Host, int Port) _server;
    private readonly Task _accepting;
    private long _count;

    /// <summary>Begins to listen.</summary>
    public WireRecorder(string host, int port)
    {
        _server = (host, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where to connect to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was asked so far.</summary>
    public IReadOnlyList<RecordedSession> Sessions => [.. _sessions];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                open.Add(ServeAsync(client));
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        using (client)
        {
            try
            {
                await server.ConnectAsync(_server.Host, _server.Port, _stop.Token);
                await PassAsync(client.GetStream(), server.GetStream());
            }
            catch (Exception end) when (end is IOException or SocketException or OperationCanceledException)
            {
                // One of the two sides has gone: the recording ends here.
            }
        }
    }

    private async Task PassAsync(Stream client, Stream server)
    {
        var session = await PassLogInAsync(client, server);
        _sessions.Add(session);
        var request = new MemoryStream();
        while (true)
        {
            var message = await WireMessage.ReadAsync(client, _stop.Token);
            await request.WriteAsync(message.Whole, _stop.Token);
            // Sync, or a simple query: the client waits for the server now.
            if (message.Type is not ((byte)'S' or (byte)'Q')) continue;
            var (bytes, began) = (request.ToArray(), Interlocked.Increment(ref _count));
            await server.WriteAsync(bytes, _stop.Token);
            var rows = await PassAnswerAsync(server, client);
            session.Requests.Add(new RecordedRequest(bytes, began, Interlocked.Increment(ref _count), rows));
            request = new MemoryStream();
        }
    }

    private async Task<RecordedSession> PassLogInAsync(Stream client, Stream server)
    {
        while (true)
        {
            var start = await ReadStartAsync(client);
            await server.WriteAsync(start, _stop.Token);
            // A request for encryption is answered by one letter and followed by another start.
            if (BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(4)) is not (80877103 or 80877104))
            {
                var session = SessionOf(start);
                await PassAuthenticationAsync(client, server);
                return session;
            }

            var letter = new byte[1];
            await server.ReadExactlyAsync(letter, _stop.Token);
            await client.WriteAsync(letter, _stop.Token);
        }
    }

    private async Task PassAuthenticationAsync(Stream client, Stream server)
    {
        while (true)
        {
            var message = await WireMessage.ReadAsync(server, _stop.Token);
            await client.WriteAsync(message.Whole, _stop.Token);
            if (message.Type == (byte)'Z') return;
            // The two steps of SCRAM wait for the client: 10 begins, 11 goes on.
            if (message.Type == (byte)'R' && BinaryPrimitives.ReadInt32BigEndian(message.Body.Span) is 10 or 11)
            {
                await server.WriteAsync((await WireMessage.ReadAsync(client, _stop.Token)).Whole, _stop.Token);
            }
        }
    }

    private async Task<long> PassAnswerAsync(Stream server, Stream client)
    {
        var rows = 0L;
        while (true)
        {
            var message = await WireMessage.ReadAsync(server, _stop.Token);
            await client.WriteAsync(message.Whole, _stop.Token);
            rows += message.Rows;
            if (message.Type == (byte)'Z') return rows;
        }
    }

    private async Task<byte[]> ReadStartAsync(Stream client)
    {
        var length = new byte[4];
        await client.ReadExactlyAsync(length, _stop.Token);
        var start = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
        length.CopyTo(start, 0);
        await client.ReadExactlyAsync(start.AsMemory(4), _stop.Token);
        return start;
    }

    private static RecordedSession SessionOf(byte[] start)
    {
        var words = Encoding.UTF8.GetString(start.AsSpan(8)).Split('\0');
        return new RecordedSession { User = words[Array.IndexOf(words, "user") + 1], Database = words[Array.IndexOf(words, "database") + 1] };
    }
}
