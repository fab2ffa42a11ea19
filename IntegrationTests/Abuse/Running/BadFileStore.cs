using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>The portal's store of files as it should not be: what it answers with depends on the number in the address alone.</summary>
internal sealed class BadFileStore : IAsyncDisposable
{
    private static readonly string Content = new('x', 1024);

    /// <summary>The answers, by number; the first is as it should be.</summary>
    private static readonly string[] Answers =
    [
        $"HTTP/1.1 200 OK\r\nContent-Length: 1024\r\n\r\n{Content}",
        $"HTTP/1.1 200 OK\r\nContent-Length: 1024\r\n\r\n{Content.Replace('x', 'y')}",
        "HTTP/1.1 200 OK\r\nContent-Length: 9999999999999\r\n\r\nx",
        $"HTTP/1.1 200 OK\r\n\r\n{Content}{Content}",
        "HTTP/1.1 200 OK\r\nContent-Length: 1024\r\n\r\nxx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008b\0\0",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200\r\nContent-Length: -5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: " + new string('h', 70_000) + "\r\n\r\n",
        "SSH-2.0-OpenSSH_9\r\n",
        "",
        "HTTP/1.1 200 OK\r\nContent-Type: \u0001;;;=\r\nContent-Encoding: identity\r\nContent-Length: 1024\r\n\r\n" + Content,
        "HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n",
    ];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public BadFileStore()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>How many answers there are.</summary>
    public static int Count => Answers.Length;

    /// <summary>The content as it should be.</summary>
    public static byte[] Good => Encoding.ASCII.GetBytes(Content);

    /// <summary>The address that is answered with that number.</summary>
    public string AddressOf(int number) => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/f/{number}";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync();
                _ = Task.Run(() => AnswerAsync(socket));
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static async Task AnswerAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                var buffer = new byte[4096];
                var read = await socket.ReceiveAsync(buffer);
                var path = Encoding.Latin1.GetString(buffer, 0, read).Split(' ').ElementAtOrDefault(1) ?? "";
                if (!int.TryParse(path[(path.LastIndexOf('/') + 1)..], out var number)) return;
                await socket.SendAsync(Encoding.Latin1.GetBytes(Answers[number % Answers.Length]));
                socket.Shutdown(SocketShutdown.Send);
                await socket.ReceiveAsync(buffer);
            }
            catch (SocketException)
            {
                // The gateway has heard enough.
                return;
            }
        }
    }
}
