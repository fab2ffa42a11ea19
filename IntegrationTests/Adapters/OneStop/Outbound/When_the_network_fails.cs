using System.Net;
using System.Net.Sockets;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Messaging;
using DichVuCong.OneStop.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace DichVuCong.OneStop.Tests.Outbound;

internal sealed class When_the_network_fails
{
    [Test]
    public async Task Should_know_that_nothing_was_done_when_nobody_listens()
    {
        using var delivery = new Delivery(Contents.System(new Uri($"http://127.0.0.1:{FreePort()}")));
        var outcome = await delivery.CallAsync();
        (outcome.Kind, outcome.Reason).ShouldBe((OutcomeKind.Transient, "ConnectionError before sending"));
    }

    [Test]
    public async Task Should_know_that_nothing_was_done_when_the_name_is_not_known()
    {
        using var delivery = new Delivery(Contents.System(new Uri("http://khong-co-that.invalid")));
        var outcome = await delivery.CallAsync();
        outcome.Kind.ShouldBe(OutcomeKind.Transient);

        // A machine without a resolver may find out by time-out.
        outcome.Reason.ShouldBeOneOf("NameResolutionError before sending", "timed out before sending");
    }

    [Test]
    public async Task Should_know_that_nothing_was_done_when_the_certificate_is_not_trusted()
    {
        await using var agency = await FakeAgency.StartAsync(tls: true);
        using var delivery = new Delivery(Contents.System(agency.BaseUrl));
        var outcome = await delivery.CallAsync();
        (outcome.Kind, outcome.Reason).ShouldBe((OutcomeKind.Transient, "SecureConnectionError before sending"));
        agency.Requests.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_know_that_nothing_was_done_when_connecting_takes_too_long()
    {
        var handler = OneStopHttp.CreateHandler();
        handler.ConnectTimeout = TimeSpan.FromMilliseconds(20);
        handler.ConnectCallback = async (_, cancellationToken) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return Stream.Null;
        };
        using var delivery = new Delivery(Contents.System(new Uri("http://127.0.0.1:9")), handler: handler);
        var outcome = await delivery.CallAsync();
        (outcome.Kind, outcome.Reason).ShouldBe((OutcomeKind.Transient, "timed out before sending"));
    }

    [Test]
    public async Task Should_know_that_nothing_was_done_when_the_connection_is_reset_the_moment_it_stands()
    {
        var handler = OneStopHttp.CreateHandler();
        handler.ConnectCallback = async (_, cancellationToken) =>
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(listener.LocalEndpoint, cancellationToken);
            var stream = new NetworkStream(socket, ownsSocket: true);
            using (var peer = await listener.AcceptSocketAsync(cancellationToken)) peer.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Poll(TimeSpan.FromSeconds(30), SelectMode.SelectRead).ShouldBeTrue();
            return stream;
        };
        using var delivery = new Delivery(Contents.System(new Uri("http://127.0.0.1:9")), handler: handler);

        var outcome = await delivery.CallAsync();

        (outcome.Kind, outcome.Reason).ShouldBe((OutcomeKind.Transient, "connection cut before sending"));
    }

    [Test]
    public async Task Should_know_that_nothing_was_done_when_the_content_cannot_be_read()
    {
        using var delivery = new Delivery(Contents.System(new Uri("http://127.0.0.1:9"))) { WhenReading = new TimeoutException() };

        var outcome = await delivery.CallAsync();

        (outcome.Kind, outcome.Reason).ShouldBe((OutcomeKind.Transient, "the content could not be read: TimeoutException"));
    }

    [Test]
    public async Task Should_not_know_when_the_connection_is_cut_before_the_answer()
    {
        await using var agency = await FakeAgency.StartAsync();
        agency.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        using var delivery = new Delivery(Contents.System(agency.BaseUrl));
        (await delivery.CallAsync()).Kind.ShouldBe(OutcomeKind.Unknown);
        agency.Requests.Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_not_know_when_the_connection_is_cut_in_the_middle_of_the_answer()
    {
        await using var agency = await FakeAgency.StartAsync();
        agency.Answer = async context =>
        {
            context.Response.ContentLength = 200;
            await context.Response.WriteAsync("""{"error_code":0,"message":"H29""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        using var delivery = new Delivery(Contents.System(agency.BaseUrl));
        (await delivery.CallAsync()).Kind.ShouldBe(OutcomeKind.Unknown);
    }

    [Test]
    public async Task Should_never_send_twice_when_a_used_connection_is_cut()
    {
        await using var agency = await FakeAgency.StartAsync();
        agency.Answers(200, """{"error_code":0}""");
        using var delivery = new Delivery(Contents.System(agency.BaseUrl));
        (await delivery.CallAsync()).Kind.ShouldBe(OutcomeKind.Done);
        agency.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        (await delivery.CallAsync()).Kind.ShouldBe(OutcomeKind.Unknown);
        agency.Requests.Count.ShouldBe(2);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Should_not_read_an_answer_without_end(bool announced)
    {
        await using var agency = await FakeAgency.StartAsync();
        agency.Answer = async context =>
        {
            if (announced) context.Response.ContentLength = 3L << 30;
            var chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        };
        using var delivery = new Delivery(Contents.System(agency.BaseUrl));
        (await delivery.CallAsync()).Kind.ShouldBe(OutcomeKind.Unknown);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
