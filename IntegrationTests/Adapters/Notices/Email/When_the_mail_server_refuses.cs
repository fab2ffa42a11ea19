using DichVuCong.Adapters.Email;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Notices.Tests.Email;

[TestFixture(true)]
[TestFixture(false)]
internal sealed class When_the_mail_server_refuses(bool pipelining)
{
    private IReadOnlyList<string> Offers => pipelining ? ["PIPELINING"] : [];

    [TestCase("greeting", "421 4.3.2 closing")]
    [TestCase("greeting", "450 busy")]
    [TestCase("EHLO", "421 busy")]
    [TestCase("EHLO", "452 busy")]
    [TestCase("MAIL", "421 4.3.0 closing")]
    [TestCase("MAIL", "451 4.3.0 busy")]
    [TestCase("RCPT", "421 closing")]
    [TestCase("RCPT", "450 4.2.0 greylisted")]
    [TestCase("RCPT", "452 4.2.2 full for now")]
    [TestCase("DATA", "421 closing")]
    [TestCase("DATA", "451 busy")]
    [TestCase("DATA", "250 what")]
    [TestCase(".", "421 closing")]
    [TestCase(".", "452 4.3.1 no space")]
    [TestCase("MAIL", "354 what")]
    public async Task Should_try_again_soon_when_it_cannot_now(string step, string reply)
    {
        var outcome = await SendAsync(step, reply, operatorIsTold: false);

        outcome.Kind.ShouldBe(OutcomeKind.Transient);
        outcome.RetryAfter.ShouldBeNull();
    }

    [TestCase("greeting", "554 5.3.2 no service here")]
    [TestCase("EHLO", "550 we do not know you")]
    [TestCase("MAIL", "530 5.7.0 log in first")]
    [TestCase("MAIL", "550 5.7.1 not your address")]
    [TestCase("MAIL", "553 5.1.8 sender unknown")]
    [TestCase("RCPT", "503 5.5.1 bad sequence")]
    [TestCase("RCPT", "530 5.7.0 log in first")]
    [TestCase("RCPT", "554 5.7.1 relay access denied")]
    [TestCase("DATA", "554 5.5.1 no valid recipients")]
    [TestCase(".", "503 bad sequence")]
    [TestCase(".", "530 5.7.57 log in first")]
    [TestCase(".", "554 5.7.60 may not send as this sender")]
    public async Task Should_try_again_slowly_and_tell_the_operator_when_our_set_up_is_wrong(string step, string reply)
    {
        var outcome = await SendAsync(step, reply, operatorIsTold: true);

        outcome.Kind.ShouldBe(OutcomeKind.Transient);
        outcome.RetryAfter.ShouldBe(TimeSpan.FromMinutes(15));
    }

    [TestCase("MAIL", "552 5.3.4 too large", "the mail server refuses the mail (MailFrom: 552 5.3.4)")]
    [TestCase("RCPT", "550 5.1.1 no such user", "the mail server refuses the recipient's address (Recipient: 550 5.1.1)")]
    [TestCase("RCPT", "550 no such user", "the mail server refuses the recipient's address (Recipient: 550)")]
    [TestCase("RCPT", "551 5.1.6 moved", "the mail server refuses the recipient's address (Recipient: 551 5.1.6)")]
    [TestCase("RCPT", "552 5.2.2 mailbox full", "the mail server refuses the recipient's address (Recipient: 552 5.2.2)")]
    [TestCase("RCPT", "553 5.1.3 bad address", "the mail server refuses the recipient's address (Recipient: 553 5.1.3)")]
    [TestCase("RCPT", "554 5.1.10 no such domain", "the mail server refuses the recipient's address (Recipient: 554 5.1.10)")]
    [TestCase(".", "550 5.7.1 looks like spam", "the mail server refuses the mail (Verdict: 550 5.7.1)")]
    [TestCase(".", "554 no", "the mail server refuses the mail (Verdict: 554)")]
    public async Task Should_fail_the_notice_when_it_will_never_take_it(string step, string reply, string reason)
    {
        var outcome = await SendAsync(step, reply, operatorIsTold: false);

        outcome.Kind.ShouldBe(OutcomeKind.Refused);
        outcome.Reply.ShouldBe(new NoticeFailed(Sample.Dossier, Sample.Occasion, NoticeChannels.Email, reason));
    }

    [Test]
    public async Task Should_not_know_the_outcome_of_a_verdict_that_is_none() =>
        (await SendAsync(".", "354 more", operatorIsTold: false)).Kind.ShouldBe(OutcomeKind.Unknown);

    [Test]
    public void Should_have_a_row_for_every_reply_at_every_stage()
    {
        foreach (var stage in Enum.GetValues<SmtpStage>())
        {
            foreach (var code in Enumerable.Range(200, 400)) Should.NotThrow(() => SmtpOutcomes.Judge(SmtpEnd.By(stage, new SmtpReply(code))));
        }

        Enum.GetValues<SmtpFault>().ShouldAllBe(fault => SmtpOutcomes.Faults.ContainsKey(fault));
    }

    [TestCase("RCPT", "550 5.1.1 no such user", 1)]
    [TestCase("RCPT", "450 4.2.0 greylisted", 1)]
    [TestCase(".", "554 no", 1)]
    [TestCase(".", "452 4.3.1 no space", 1)]
    [TestCase("RCPT", "421 closing", 2)]
    [TestCase(".", "421 closing", 2)]
    public async Task Should_send_the_next_mail_over_the_connection_that_is_left(string step, string reply, int connections)
    {
        var refuse = true;
        await using var server = new FakeMailServer { Offers = Offers };
        // After a refused recipient DATA has no recipient either, as a pipelining client finds out.
        server.Script = (at, _) => at == step && refuse ? Act.Say(reply) : at == "DATA" && step == "RCPT" && refuse ? Act.Say("503 5.5.1 no recipient") : null;
        await using var bench = new MailBench(server);
        await bench.SendAsync();

        refuse = false;
        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);

        server.Connections.ShouldBe(connections);
        server.Mails.Last().To.ShouldBe(Recipients.Address);
    }

    [Test]
    public async Task Should_hand_nothing_over_when_the_server_wants_a_mail_for_nobody()
    {
        await using var server = new FakeMailServer { Offers = Offers, Script = (step, _) => step == "RCPT" ? Act.Say("550 5.1.1 no such user") : null };
        await using (var bench = new MailBench(server))
        {
            (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Refused);
        }

        await server.Closed(1).Soon();
        server.Mails.ShouldAllBe(mail => mail.Raw.Length == 0);
    }

    private async Task<Outcome> SendAsync(string step, string reply, bool operatorIsTold)
    {
        await using var server = new FakeMailServer { Offers = Offers, Script = (at, _) => at == step ? Act.Say(reply) : null };
        await using var bench = new MailBench(server);
        var outcome = await bench.SendAsync();
        bench.Log.Lines.Any(line => line.Level == LogLevel.Error).ShouldBe(operatorIsTold);
        return outcome;
    }
}
