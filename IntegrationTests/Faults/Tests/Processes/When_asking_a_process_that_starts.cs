using System.Net;
using System.Net.Sockets;
using System.Text;
using DichVuCong.Faults.Processes;

namespace DichVuCong.Faults.Tests.Processes;

internal sealed class When_asking_a_process_that_starts
{
    private const string Answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    [Test]
    public async Task Should_wait_until_it_listens_and_send_the_body_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var http = new HttpClient(new UntilItListens(TimeSpan.FromSeconds(30), TimeProvider.System));
        using var content = new StringContent("{}");

        var asking = http.PostAsync(new Uri($"http://127.0.0.1:{port}/"), content);
        // The process is killed while it has the request: the connection ends without an answer.
        (await listener.AcceptSocketAsync()).Dispose();
        var again = await ReadAsync(listener);

        (await asking).StatusCode.ShouldBe(HttpStatusCode.OK);
        again.ShouldEndWith("{}");
    }

    [Test]
    public async Task Should_give_up_after_a_while()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        using var http = new HttpClient(new UntilItListens(TimeSpan.FromMilliseconds(300), TimeProvider.System));
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://127.0.0.1:{port}/")));
    }

    private static async Task<string> ReadAsync(TcpListener listener)
    {
        using var socket = await listener.AcceptSocketAsync();
        var (text, buffer) = ("", new byte[4096]);
        while (!text.EndsWith("{}", StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer);
            if (read == 0) return text;
            text += Encoding.ASCII.GetString(buffer, 0, read);
        }

        await socket.SendAsync(Encoding.ASCII.GetBytes(Answer));
        return text;
    }
}
