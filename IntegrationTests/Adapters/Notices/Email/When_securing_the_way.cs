using DichVuCong.Adapters.Email;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Notices.Tests.Email;

internal sealed class When_securing_the_way
{
    private static readonly string[] StartTls = ["PIPELINING", "STARTTLS"];

    [Test]
    public async Task Should_send_nothing_but_the_greeting_before_starttls()
    {
        using var certificate = new ServerCertificate();
        await using var server = new FakeMailServer { Certificate = certificate.Certificate, Offers = StartTls, OffersSecured = ["PIPELINING", "AUTH PLAIN"] };
        await using var bench = new MailBench(MailBench.Settings(server, SmtpSecurity.StartTls, certificate, "dvc", "s3cret"), new ManualTime());

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);

        server.Commands.Take(4).ShouldBe(["1 EHLO dichvucong.example", "1 STARTTLS", "1 EHLO dichvucong.example", "1 AUTH PLAIN AGR2YwBzM2NyZXQ="]);
        server.Mails.Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_speak_tls_from_the_first_byte_where_the_settings_say_so()
    {
        using var certificate = new ServerCertificate();
        await using var server = new FakeMailServer { Certificate = certificate.Certificate, ImplicitTls = true };
        await using var bench = new MailBench(MailBench.Settings(server, SmtpSecurity.ImplicitTls, certificate), new ManualTime());

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);
        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);

        server.Connections.ShouldBe(1);
    }

    [Test]
    public async Task Should_not_fall_back_to_clear_text_when_starttls_is_not_offered()
    {
        await using var server = new FakeMailServer { Offers = ["PIPELINING", "AUTH PLAIN"] };
        await using var bench = new MailBench(MailBench.Settings(server, SmtpSecurity.StartTls, user: "dvc", password: "s3cret"), new ManualTime());

        var outcome = await bench.SendAsync();

        outcome.ToString().ShouldBe("Transient: the mail server does not offer what the settings require (Secure: NotOffered)");
        await ShouldHaveStoppedAfterAsync(server, bench, outcome, "1 EHLO dichvucong.example");
    }

    [TestCase("454 4.7.0 TLS not available")]
    [TestCase("502 5.5.1 no")]
    public async Task Should_not_fall_back_to_clear_text_when_starttls_is_refused(string reply)
    {
        await using var server = new FakeMailServer { Offers = StartTls, Script = (step, _) => step == "STARTTLS" ? Act.Say(reply) : null };
        await using var bench = new MailBench(MailBench.Settings(server, SmtpSecurity.StartTls, user: "dvc", password: "s3cret"), new ManualTime());

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Transient);

        server.Commands.Where(line => !line.EndsWith('-')).ShouldBe(["1 EHLO dichvucong.example", "1 STARTTLS"]);
    }

    [Test]
    public async Task Should_not_believe_a_certificate_that_nobody_vouches_for([Values(SmtpSecurity.StartTls, SmtpSecurity.ImplicitTls)] SmtpSecurity security)
    {
        using var certificate = new ServerCertificate();
        using var another = new ServerCertificate();
        await using var server = new FakeMailServer { Certificate = certificate.Certificate, Offers = StartTls, ImplicitTls = security == SmtpSecurity.ImplicitTls };
        await using var bench = new MailBench(MailBench.Settings(server, security, another, "dvc", "s3cret"), new ManualTime());

        var outcome = await bench.SendAsync();

        outcome.Reason.ShouldStartWith("the mail server's certificate is not believed, or it speaks no TLS (Secure: Tls");
        await ShouldHaveStoppedAfterAsync(server, bench, outcome, security == SmtpSecurity.StartTls ? "1 STARTTLS" : null);
    }

    [Test]
    public async Task Should_not_believe_a_certificate_of_another_host()
    {
        using var certificate = new ServerCertificate("elsewhere.example");
        await using var server = new FakeMailServer { Certificate = certificate.Certificate, Offers = StartTls };
        await using var bench = new MailBench(MailBench.Settings(server, SmtpSecurity.StartTls, certificate), new ManualTime());

        var outcome = await bench.SendAsync();

        outcome.Reason.ShouldNotBeNull().ShouldContain("RemoteCertificateNameMismatch");
        await ShouldHaveStoppedAfterAsync(server, bench, outcome, "1 STARTTLS");
    }

    [Test]
    public async Task Should_not_take_what_was_said_before_the_handshake_for_the_servers()
    {
        using var certificate = new ServerCertificate();
        await using var server = new FakeMailServer
        {
            Certificate = certificate.Certificate,
            Offers = StartTls,
            Script = (step, _) => step == "STARTTLS" ? Act.Say("220 go\r\n250-mail.example\r\n250 AUTH PLAIN") : null,
        };
        await using var bench = new MailBench(MailBench.Settings(server, SmtpSecurity.StartTls, certificate), new ManualTime());

        (await bench.SendAsync()).ToString().ShouldBe("Transient: the mail server does not speak SMTP (Secure: Protocol)");
    }

    private static async Task ShouldHaveStoppedAfterAsync(FakeMailServer server, MailBench bench, Outcome outcome, string? lastCommand)
    {
        outcome.Kind.ShouldBe(OutcomeKind.Transient);
        outcome.RetryAfter.ShouldBe(TimeSpan.FromMinutes(15));
        bench.Log.Lines.ShouldContain(line => line.Level == LogLevel.Error);
        await server.DisposeAsync();
        server.Commands.Where(line => !line.EndsWith('-')).LastOrDefault().ShouldBe(lastCommand);
        server.Mails.ShouldBeEmpty();
    }
}
