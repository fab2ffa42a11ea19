using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Email;

internal sealed class When_sending_an_email
{
    [Test]
    public async Task Should_hand_it_over_in_one_go_to_a_server_that_pipelines()
    {
        await using var server = new FakeMailServer();
        await using var bench = new MailBench(server);

        var outcome = await bench.SendAsync();

        outcome.Kind.ShouldBe(OutcomeKind.Done);
        outcome.Reply.ShouldBe(new NoticeSent(Sample.Dossier, Sample.Occasion, NoticeChannels.Email));
        outcome.Reason.ShouldBe("taken by the mail server (Verdict: 250 2.0.0)");
        var mail = server.Mails.ShouldHaveSingleItem();
        (mail.From, mail.To).ShouldBe(("khong-tra-loi@dichvucong.example", Recipients.Address));
        mail.Decoded("Subject").ShouldBe("Hồ sơ H29.101-261121-5000001 đã được tiếp nhận");
        mail.Text.ShouldBe("Kính gửi Nguyễn Thị Ánh Tuyết,\r\n\r\nHồ sơ H29.101-261121-5000001 đã được Ủy ban nhân dân phường Sài Gòn tiếp nhận.");
        server.Commands.ShouldBe([
            "1 EHLO dichvucong.example",
            $"1 MAIL FROM:<khong-tra-loi@dichvucong.example> SIZE={mail.Raw.Length}",
            $"1 RCPT TO:<{Recipients.Address}>",
            "1 DATA",
        ]);
    }

    [Test]
    public async Task Should_wait_for_each_answer_of_a_server_that_does_not()
    {
        await using var server = new FakeMailServer { Offers = [], Script = (step, _) => step is "MAIL" ? Act.Hold : null };
        await using var bench = new MailBench(server);

        var sending = bench.SendAsync();
        await server.Reached("MAIL").Soon();
        server.LetGo.SetResult();

        (await sending).Kind.ShouldBe(OutcomeKind.Done);
        server.Commands.ShouldBe([
            "1 EHLO dichvucong.example",
            "1 MAIL FROM:<khong-tra-loi@dichvucong.example>",
            $"1 RCPT TO:<{Recipients.Address}>",
            "1 DATA",
        ]);
    }

    [Test]
    public async Task Should_carry_the_same_message_id_in_every_attempt()
    {
        await using var server = new FakeMailServer();
        await using var bench = new MailBench(server);

        await bench.Operation.CallAsync(Sample.Email, Sample.Call, CancellationToken.None).Soon();
        await bench.Operation.CallAsync(Sample.Email, Sample.Call with { Attempt = 2 }, CancellationToken.None).Soon();

        server.Mails.Select(mail => mail.Field("Message-ID")).Distinct().ShouldBe(["<H29.101-261121-5000001~state-2~019aa4f0000080008000000000000001@dichvucong.example>"]);
    }

    [Test]
    public async Task Should_refuse_without_an_address_and_call_nobody()
    {
        await using var server = new FakeMailServer();
        await using var bench = new MailBench(server, new Recipients(Recipients.Of(address: null)));

        var outcome = await bench.SendAsync();

        outcome.Kind.ShouldBe(OutcomeKind.Refused);
        outcome.Reply.ShouldBe(new NoticeFailed(Sample.Dossier, Sample.Occasion, NoticeChannels.Email, "no e-mail address"));
        server.Connections.ShouldBe(0);
    }

    [Test]
    public async Task Should_refuse_for_a_dossier_of_which_nothing_is_stored()
    {
        await using var server = new FakeMailServer();
        await using var bench = new MailBench(server, new Recipients(recipient: null));

        (await bench.SendAsync()).ToString().ShouldBe("Refused: nothing is stored about the dossier");
    }

    [Test]
    public async Task Should_try_again_when_the_recipient_cannot_be_read()
    {
        await using var server = new FakeMailServer();
        await using var bench = new MailBench(server, new Recipients(recipient: null) { Failure = new TimeoutException(Recipients.Address) });

        (await bench.SendAsync()).ToString().ShouldBe("Transient: the recipient could not be read: TimeoutException");
    }

    [Test]
    public async Task Should_declare_that_a_mail_server_knows_no_repeated_mail()
    {
        await using var server = new FakeMailServer();
        await using var bench = new MailBench(server);

        bench.Operation.RepeatabilityOf(Sample.Email).ShouldBe(Repeatability.Neither(WhenUnknown.GiveUpAndShow));
    }
}
