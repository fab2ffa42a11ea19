using System.Net;
using System.Net.Sockets;
using DichVuCong.Faults.Proxy;
using DichVuCong.Testing;

namespace DichVuCong.Faults.Tests.Proxy;

internal sealed class When_a_link_breaks
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private EchoServer _server = null!;
    private Link _link = null!;
    private Socket _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _server = new EchoServer();
        _link = new Link("client>server", port: 0, () => _server.EndPoint, TimeProvider.System);
        _link.Start();
        _client = await ConnectAsync();
        await ShouldEchoAsync(_client, "before");
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _link.DisposeAsync();
        _server.Dispose();
    }

    [Test]
    public async Task Should_pass_everything_and_both_ends_while_it_is_clear()
    {
        await ShouldEchoAsync(_client, new string('x', 100_000));
        _client.Shutdown(SocketShutdown.Send);

        await _server.SawEnd.WaitAsync(Bound);
        (await _client.ReceiveAsync(new byte[1]).WaitAsync(Bound)).ShouldBe(0);
        await Eventually.HoldsAsync(() => _link.Connections == 0, "the link forgets the connection", Bound);
    }

    [Test]
    public async Task Should_reset_both_sides_when_it_is_cut_and_take_nobody_until_it_is_mended()
    {
        _link.Set(LinkMode.Cut);

        await ShouldBeResetAsync(() => Task.FromResult(_client));
        await _server.SawEnd.WaitAsync(Bound);
        await ShouldBeResetAsync(ConnectAsync);

        _link.Set(LinkMode.Clear);
        using var after = await ConnectAsync();
        await ShouldEchoAsync(after, "after");
    }

    [Test]
    public async Task Should_keep_connections_and_pass_nothing_while_it_is_stalled()
    {
        _link.Set(LinkMode.Stalled);
        await _client.SendAsync("held"u8.ToArray());
        using var during = await ConnectAsync();
        await during.SendAsync("too"u8.ToArray());
        var answer = ReceiveAsync(_client, 4);

        _server.SawEnd.IsCompleted.ShouldBeFalse();
        answer.IsCompleted.ShouldBeFalse();
        _link.Set(LinkMode.Clear);

        (await answer.WaitAsync(Bound)).ShouldBe("held");
        (await ReceiveAsync(during, 3).WaitAsync(Bound)).ShouldBe("too");
    }

    [Test]
    public async Task Should_close_the_servers_side_without_telling_the_client()
    {
        _link.Set(LinkMode.HalfClosedAtServer);
        await _server.SawEnd.WaitAsync(Bound);
        var answer = _client.ReceiveAsync(new byte[1]);
        await _client.SendAsync("lost"u8.ToArray());
        answer.IsCompleted.ShouldBeFalse();
        using (var other = await ConnectAsync()) await ShouldEchoAsync(other, "a new one passes");

        _link.Set(LinkMode.Clear);

        await Should.ThrowAsync<SocketException>(answer.WaitAsync(Bound));
    }

    [Test]
    public async Task Should_close_the_clients_side_without_telling_the_server()
    {
        _link.Set(LinkMode.HalfClosedAtClient);
        (await _client.ReceiveAsync(new byte[1]).WaitAsync(Bound)).ShouldBe(0);
        _client.Dispose();
        using (var other = await ConnectAsync()) await ShouldEchoAsync(other, "a new one passes");
        _link.Connections.ShouldBeGreaterThanOrEqualTo(1);

        _link.Set(LinkMode.Clear);

        await _server.SawEnd.WaitAsync(Bound);
    }

    [Test]
    public async Task Should_pass_everything_in_its_order_while_it_is_slow()
    {
        _link.Set(LinkMode.Slow, TimeSpan.FromMilliseconds(20));

        await ShouldEchoAsync(_client, "one");
        await ShouldEchoAsync(_client, "two");
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _link.Port));
        return socket;
    }

    private static async Task ShouldEchoAsync(Socket socket, string text)
    {
        var sending = socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(text));
        (await ReceiveAsync(socket, text.Length).WaitAsync(Bound)).ShouldBe(text);
        await sending;
    }

    private static async Task<string> ReceiveAsync(Socket socket, int length)
    {
        var (buffer, at) = (new byte[length], 0);
        while (at < length)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(at));
            if (got == 0) break;
            at += got;
        }

        return System.Text.Encoding.ASCII.GetString(buffer, 0, at);
    }

    /// <summary>A reset is met while connecting, as an error of the connection, or as its end, as the case may be.</summary>
    private static async Task ShouldBeResetAsync(Func<Task<Socket>> connect)
    {
        try
        {
            using var socket = await connect();
            (await socket.ReceiveAsync(new byte[1]).WaitAsync(Bound)).ShouldBe(0);
        }
        catch (SocketException reset)
        {
            reset.SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
        }
    }
}
