using System.Net;
using System.Net.Sockets;
using DichVuCong.Adapters.Email;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Email;

[TestFixture(true)]
[TestFixture(false)]
internal sealed class When_the_way_to_the_mail_server_breaks(bool pipelining)
{
    private IReadOnlyList<string> Offers => pipelining ? ["PIPELINING"] : [];

    [Test]
    public async Task Should_try_again_when_nobody_listens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var bench = new MailBench(
            new EmailSettings { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None, From = "a@b.example" }, new ManualTime());

        (await bench.SendAsync()).ToString().ShouldBe("Transient: the mail server was not reached, or hung up (Connect: Network, ConnectionRefused)");
    }

    [TestCase("greeting", "Greeting")]
    [TestCase("EHLO", "Hello")]
    [TestCase("MAIL", "MailFrom")]
    [TestCase("RCPT", "Recipient")]
    [TestCase("DATA", "Data")]
    public async Task Should_try_again_when_the_server_hangs_up_before_the_mail(string step, string stage)
    {
        await using var server = new FakeMailServer { Offers = Offers, Script = (at, _) => at == step ? Act.HangUp : null };
        await using var bench = new MailBench(server);

        (await bench.SendAsync()).ToString().ShouldStartWith($"Transient: the mail server was not reached, or hung up ({stage}: Network");
    }

    [Test]
    public async Task Should_try_again_when_the_server_hangs_up_in_the_middle_of_the_mail()
    {
        await using var server = new FakeMailServer { Offers = Offers, Script = (at, _) => at == FakeMailServer.Content ? Act.HangUp : null };
        await using var bench = new MailBench(server);

        // More than all buffers between here and the server hold.
        (await bench.SendAsync(Sample.Email with { Text = new string('x', 8_000_000) })).ToString()
            .ShouldStartWith("Transient: the mail server was not reached, or hung up (Content: Network");
    }

    [Test]
    public async Task Should_not_send_the_dot_to_a_server_that_said_good_bye_before_it()
    {
        await using var server = new FakeMailServer { Offers = Offers, Script = (at, _) => at == "DATA" ? Act.SayAndHangUp("354 go\r\n421 but I am leaving") : null };
        await using var bench = new MailBench(server);

        (await bench.SendAsync()).ToString().ShouldStartWith("Transient: the mail server was not reached, or hung up (Content: Network");
    }

    [Test]
    public async Task Should_not_know_the_outcome_when_the_server_hangs_up_after_the_dot()
    {
        await using var server = new FakeMailServer { Offers = Offers, Script = (at, _) => at == FakeMailServer.Dot ? Act.HangUp : null };
        await using var bench = new MailBench(server);

        (await bench.SendAsync()).ToString().ShouldStartWith("Unknown: the whole mail was sent, and no verdict came (Verdict: Network");
        server.Mails.Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_not_know_the_outcome_when_the_verdict_cannot_be_read()
    {
        await using var server = new FakeMailServer { Offers = Offers, Script = (at, _) => at == FakeMailServer.Dot ? Act.Say("fine, thank you") : null };
        await using var bench = new MailBench(server);

        (await bench.SendAsync()).ToString().ShouldBe("Unknown: the whole mail was sent, and no verdict came (Verdict: Protocol)");
    }

    [TestCase("greeting", "HTTP/1.1 400 Bad Request")]
    [TestCase("EHLO", "250-a\r\n550 b")]
    [TestCase("MAIL", "what?")]
    [TestCase("RCPT", "what?")]
    [TestCase("DATA", "what?")]
    public async Task Should_try_again_when_the_server_speaks_something_else(string step, string reply)
    {
        await using var server = new FakeMailServer { Offers = Offers, Script = (at, _) => at == step ? Act.Say(reply) : null };
        await using var bench = new MailBench(server);

        (await bench.SendAsync()).ToString().ShouldStartWith("Transient: the mail server does not speak SMTP");
    }

    [TestCase("greeting", "Transient: time-out or shutdown (")]
    [TestCase("EHLO", "Transient: time-out or shutdown (")]
    [TestCase("MAIL", "Transient: time-out or shutdown (")]
    [TestCase("RCPT", "Transient: time-out or shutdown (")]
    [TestCase("DATA", "Transient: time-out or shutdown (")]
    [TestCase(".", "Unknown: the whole mail was sent, and no verdict came (Verdict: TimedOut)")]
    public async Task Should_stop_waiting_at_the_calls_time_out(string step, string expected)
    {
        await using var server = new FakeMailServer { Offers = Offers, Script = (at, _) => at == step ? Act.Hold : null };
        await using var bench = new MailBench(server);

        var sending = bench.SendAsync();
        await server.Reached(step).Soon();
        bench.Time.Advance(Sample.Call.Timeout);

        // At which stage is a matter of who is faster: the server reaches a step before we read the answer to the one before.
        (await sending).ToString().ShouldStartWith(expected);
    }

    [TestCase("RCPT", OutcomeKind.Transient)]
    [TestCase(".", OutcomeKind.Unknown)]
    public async Task Should_stop_waiting_when_the_host_shuts_down(string step, OutcomeKind expected)
    {
        await using var server = new FakeMailServer { Offers = Offers, Script = (at, _) => at == step ? Act.Hold : null };
        await using var bench = new MailBench(server);
        using var shutdown = new CancellationTokenSource();

        var sending = bench.SendAsync(shutdown.Token);
        await server.Reached(step).Soon();
        await shutdown.CancelAsync();

        (await sending).Kind.ShouldBe(expected);
    }

    [Test]
    public async Task Should_give_a_server_that_does_not_greet_less_time_than_the_call()
    {
        await using var server = new FakeMailServer { Script = (at, _) => at == FakeMailServer.Greeting ? Act.Hold : null };
        await using var bench = new MailBench(server);

        var sending = bench.SendAsync();
        await server.Reached(FakeMailServer.Greeting).Soon();
        bench.Time.Advance(TimeSpan.FromSeconds(15));

        (await sending).ToString().ShouldStartWith("Transient: time-out or shutdown (");
    }
}
