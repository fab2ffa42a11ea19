using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Notices.Tests.Email;

internal sealed class When_logging_in
{
    [TestCase("AUTH LOGIN PLAIN", "1 AUTH PLAIN AGR2YwBt4bqtdCBraOG6qXU=")]
    [TestCase("AUTH LOGIN", "1 AUTH LOGIN|1 ZHZj|1 beG6rXQga2jhuql1")]
    [TestCase("AUTH=LOGIN", "1 AUTH LOGIN|1 ZHZj|1 beG6rXQga2jhuql1")]
    public async Task Should_use_what_the_server_offers(string offer, string expected)
    {
        await using var server = new FakeMailServer { Offers = [offer] };
        await using var bench = Bench(server);

        (await bench.SendAsync()).Kind.ShouldBe(OutcomeKind.Done);

        string.Join('|', server.Commands.Skip(1).TakeWhile(line => !line.Contains("MAIL", StringComparison.Ordinal))).ShouldBe(expected);
    }

    [TestCase("AUTH", "AUTH PLAIN", "535 5.7.8 wrong", true)]
    [TestCase("AUTH LOGIN", "AUTH LOGIN", "504 unknown", true)]
    [TestCase("USER", "AUTH LOGIN", "535 5.7.8 wrong", true)]
    [TestCase("PASSWORD", "AUTH LOGIN", "535 5.7.8 wrong", true)]
    [TestCase("AUTH", "AUTH PLAIN", "454 4.7.0 not now", false)]
    [TestCase("PASSWORD", "AUTH LOGIN", "421 closing", false)]
    [TestCase("AUTH", "AUTH PLAIN", "334 more", false)]
    public async Task Should_keep_the_mail_when_it_is_not_admitted(string step, string offer, string reply, bool slowly)
    {
        await using var server = new FakeMailServer { Offers = [offer], Script = (at, _) => at == step ? Act.Say(reply) : null };
        await using var bench = Bench(server);

        var outcome = await bench.SendAsync();

        outcome.Kind.ShouldBe(OutcomeKind.Transient);
        outcome.RetryAfter.ShouldBe(slowly ? TimeSpan.FromMinutes(15) : null);
        bench.Log.Lines.Any(line => line.Level == LogLevel.Error).ShouldBe(slowly);
        server.Mails.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_keep_the_mail_when_no_known_way_is_offered()
    {
        await using var server = new FakeMailServer { Offers = ["AUTH XOAUTH2"] };
        await using var bench = Bench(server);

        (await bench.SendAsync()).ToString().ShouldBe("Transient: the mail server does not offer what the settings require (Authentication: NotOffered)");
    }

    private static MailBench Bench(FakeMailServer server) => new(MailBench.Settings(server, user: "dvc", password: "mật khẩu"), new ManualTime());
}
