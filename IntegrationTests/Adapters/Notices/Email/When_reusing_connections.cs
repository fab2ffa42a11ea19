using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Email;

internal sealed class When_reusing_connections
{
    [Test]
    public async Task Should_send_one_mail_after_the_other_over_one_connection()
    {
        await using var server = new FakeMailServer();
        await using var bench = new MailBench(server);

        for (var mail = 0; mail < 20; mail++) (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);

        server.Connections.ShouldBe(1);
        server.Commands.Count(line => line.Contains("EHLO", StringComparison.Ordinal)).ShouldBe(1);
        server.Mails.Count.ShouldBe(20);
    }

    [Test]
    public async Task Should_never_have_more_connections_than_the_setting()
    {
        await using var server = new FakeMailServer { Script = (step, _) => step == FakeMailServer.Dot ? Act.Hold : null };
        await using var bench = new MailBench(MailBench.Settings(server, connections: 3), new ManualTime());

        var sending = Enumerable.Range(0, 12).Select(_ => bench.SendAsync()).ToList();
        await Bound.UntilAsync(() => server.Held == 3);
        server.Connections.ShouldBe(3);
        server.LetGo.SetResult();

        (await Task.WhenAll(sending)).ShouldAllBe(outcome => outcome.Kind == OutcomeKind.Done);
        server.MostOpen.ShouldBe(3);
        server.Connections.ShouldBe(3);
        server.Mails.Count.ShouldBe(12);
    }

    [Test]
    public async Task Should_try_again_when_no_connection_became_free_in_time()
    {
        await using var server = new FakeMailServer { Script = (step, _) => step == FakeMailServer.Dot ? Act.Hold : null };
        await using var bench = new MailBench(MailBench.Settings(server, connections: 1), new ManualTime());

        var first = bench.SendAsync();
        await server.Reached(FakeMailServer.Dot).Soon();
        var second = bench.SendAsync();
        bench.Time.Advance(Sample.Call.Timeout);

        (await second).ToString().ShouldBe("Transient: time-out or shutdown (Connect: TimedOut)");
        (await first).Kind.ShouldBe(OutcomeKind.Unknown);
    }

    [Test]
    public async Task Should_close_a_connection_after_its_number_of_mails()
    {
        await using var server = new FakeMailServer();
        await using var bench = new MailBench(MailBench.Settings(server, mailsPerConnection: 2), new ManualTime());

        for (var mail = 0; mail < 5; mail++) await bench.SendAsync();

        server.Connections.ShouldBe(3);
        await Bound.UntilAsync(() => server.Commands.Count(line => line.EndsWith("QUIT", StringComparison.Ordinal)) == 2);
    }

    [Test]
    public async Task Should_close_connections_that_are_idle_for_too_long()
    {
        await using var server = new FakeMailServer();
        await using var bench = new MailBench(server);
        await bench.SendAsync();

        bench.Time.Advance(TimeSpan.FromSeconds(61));
        await Bound.UntilAsync(() => server.Commands.Contains("1 QUIT", StringComparer.Ordinal));
        await bench.SendAsync();

        server.Connections.ShouldBe(2);
    }

    [Test]
    public async Task Should_ask_a_connection_that_was_idle_whether_it_is_still_good()
    {
        await using var server = new FakeMailServer();
        await using var bench = new MailBench(server);
        await bench.SendAsync();

        bench.Time.Advance(TimeSpan.FromSeconds(5));
        await bench.SendAsync();

        server.Connections.ShouldBe(1);
        server.Commands.ShouldContain("1 RSET");
    }

    [Test]
    public async Task Should_replace_a_connection_that_does_not_answer_well_when_asked()
    {
        await using var server = new FakeMailServer { Script = (step, _) => step == "RSET" ? Act.SayAndHangUp("421 idle for too long") : null };
        await using var bench = new MailBench(server);
        await bench.SendAsync();

        bench.Time.Advance(TimeSpan.FromSeconds(5));
        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);

        server.Connections.ShouldBe(2);
    }

    [Test]
    public async Task Should_replace_a_connection_that_the_server_closed_meanwhile()
    {
        await using var server = new FakeMailServer
        {
            Script = (step, connection) => step == FakeMailServer.Dot && connection == 1 ? Act.SayAndHangUp("250 2.0.0 taken, good-bye") : null,
        };
        await using var bench = new MailBench(server);
        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);
        await server.Closed(1).Soon();

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);

        server.Connections.ShouldBe(2);
        server.Mails.Count.ShouldBe(2);
    }

    [Test]
    public async Task Should_not_reuse_a_connection_whose_mail_is_in_doubt()
    {
        await using var server = new FakeMailServer { Script = (step, connection) => step == FakeMailServer.Dot && connection == 1 ? Act.Say("what?") : null };
        await using var bench = new MailBench(server);
        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Unknown);

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);

        server.Connections.ShouldBe(2);
    }

    [Test]
    public async Task Should_say_good_bye_when_the_host_ends()
    {
        await using var server = new FakeMailServer();
        await using (var bench = new MailBench(server)) await bench.SendAsync();

        await Bound.UntilAsync(() => server.Commands.Contains("1 QUIT", StringComparer.Ordinal));
    }
}
