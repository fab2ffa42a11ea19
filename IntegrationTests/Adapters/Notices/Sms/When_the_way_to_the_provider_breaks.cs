using System.Net;
using System.Net.Sockets;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;
using Microsoft.AspNetCore.Http;

namespace DichVuCong.Notices.Tests.Sms;

internal sealed class When_the_way_to_the_provider_breaks
{
    [Test]
    public async Task Should_try_again_when_nobody_listens()
    {
        using var bench = new SmsBench(new Uri($"http://127.0.0.1:{ClosedPort()}/bulkapi"));

        (await bench.SendAsync()).ToString().ShouldBe("Transient: not sent: ConnectionError");
    }

    [Test]
    public async Task Should_try_again_when_the_connection_is_reset_the_moment_it_stands()
    {
        using var bench = new SmsBench(new Uri("http://provider.example"), handler: Connecting(async (_, cancellationToken) =>
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(listener.LocalEndpoint, cancellationToken);
            var stream = new NetworkStream(socket, ownsSocket: true);
            using (var peer = await listener.AcceptSocketAsync(cancellationToken)) peer.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Poll(TimeSpan.FromSeconds(30), SelectMode.SelectRead).ShouldBeTrue();
            return stream;
        }));

        (await bench.SendAsync()).ToString().ShouldBe("Transient: not sent: the connection was cut");
    }

    [Test]
    public async Task Should_try_again_when_the_name_is_not_known()
    {
        using var bench = new SmsBench(new Uri("http://provider.example"), handler: Connecting((_, _) => throw new SocketException((int)SocketError.HostNotFound)));

        (await bench.SendAsync()).ToString().ShouldBe("Transient: not sent: NameResolutionError");
    }

    [Test]
    public async Task Should_try_again_when_there_is_no_tls()
    {
        await using var provider = await FakeProvider.AnsweringAsync(FakeProvider.Answer("Insert MT_QUEUE: OK", "1"));
        using var bench = new SmsBench(new UriBuilder(provider.Endpoint) { Scheme = "https" }.Uri);

        (await bench.SendAsync()).ToString().ShouldBe("Transient: not sent: SecureConnectionError");
        provider.Requests.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_try_again_when_the_request_was_cut_in_the_middle()
    {
        using var bench = new SmsBench(new Uri("http://provider.example"), handler: Connecting((_, _) => ValueTask.FromResult<Stream>(new BreakingStream())));

        (await bench.SendAsync()).ToString().ShouldStartWith("Transient: not sent");
    }

    [Test]
    public async Task Should_try_again_when_it_was_not_reached_in_time()
    {
        var connecting = new TaskCompletionSource();
        using var bench = new SmsBench(new Uri("http://provider.example"), handler: Connecting(async (_, cancellationToken) =>
        {
            connecting.SetResult();
            await Bound.ForeverAsync(cancellationToken);
            return Stream.Null;
        }));

        var sending = bench.SendAsync();
        await connecting.Task.Soon();
        bench.Time.Advance(Sample.Call.Timeout);

        (await sending).ToString().ShouldBe("Transient: not sent: time-out or shutdown");
    }

    [Test]
    public async Task Should_not_know_the_outcome_when_the_answer_takes_too_long()
    {
        await using var provider = await FakeProvider.StartAsync(context => Bound.ForeverAsync(context.RequestAborted));
        using var bench = new SmsBench(provider.Endpoint);

        var sending = bench.SendAsync();
        await provider.Arrived.Task.Soon();
        bench.Time.Advance(Sample.Call.Timeout);

        (await sending).ToString().ShouldBe("Unknown: sent without an answer: time-out or shutdown");
    }

    [Test]
    public async Task Should_not_know_the_outcome_when_the_host_shuts_down_meanwhile()
    {
        await using var provider = await FakeProvider.StartAsync(context => Bound.ForeverAsync(context.RequestAborted));
        using var bench = new SmsBench(provider.Endpoint);
        using var shutdown = new CancellationTokenSource();

        var sending = bench.SendAsync(shutdown.Token);
        await provider.Arrived.Task.Soon();
        await shutdown.CancelAsync();

        (await sending).Kind.ShouldBe(OutcomeKind.Unknown);
    }

    [Test]
    public async Task Should_not_know_the_outcome_when_the_connection_is_cut_after_the_request()
    {
        await using var provider = await FakeProvider.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var bench = new SmsBench(provider.Endpoint);

        (await bench.SendAsync()).ToString().ShouldStartWith("Unknown: sent without an answer");
        provider.Requests.Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_not_know_the_outcome_when_the_answer_is_cut_in_the_middle()
    {
        await using var provider = await FakeProvider.StartAsync(async context =>
        {
            context.Response.ContentLength = 500;
            await context.Response.WriteAsync("<return><message>Insert");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var bench = new SmsBench(provider.Endpoint);

        (await bench.SendAsync()).ToString().ShouldStartWith("Unknown: sent without an answer");
    }

    private static SocketsHttpHandler Connecting(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> connect) =>
        new() { UseProxy = false, ConnectCallback = connect };

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A connection that takes the header and breaks within the body.</summary>
    private sealed class BreakingStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("broken", new SocketException((int)SocketError.ConnectionReset));
    }
}
