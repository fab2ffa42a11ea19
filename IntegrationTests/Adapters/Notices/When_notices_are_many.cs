using System.Buffers;
using System.Diagnostics;
using System.Text;
using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;
using DichVuCong.Notices.Tests.Email;
using DichVuCong.Notices.Tests.Sms;

namespace DichVuCong.Notices.Tests;

internal sealed class When_notices_are_many
{
    private const int Rounds = 1000;

    /// <summary>What a notice may allocate on its way from text to bytes, and back from the answer: hundreds a second must not keep the collector busy.</summary>
    private const int MostBytesPerNotice = 24 * 1024;

    [Test]
    public void Should_write_and_read_an_sms_without_much_ado()
    {
        var composer = new SmsComposer(SmsBench.Settings(new Uri("http://provider.example")));
        var answer = new ArraySegment<byte>(Encoding.UTF8.GetBytes(FakeProvider.Answer("Insert MT_QUEUE: OK", "1")));

        AllocatedBy(() =>
        {
            var content = composer.Compose(Sample.Text, Recipients.Agency, Sample.Dossier);
            SoapEnvelope.Write("http://impl.bulkSms.ws/", "wsCpMt", [("Content", content.Text), ("UserID", Recipients.Phone)]);
            ProviderAnswers.Judge(SoapAnswer.TryRead(answer)!, "1");
        }).ShouldBeLessThan(MostBytesPerNotice);
    }

    [Test]
    public void Should_write_a_mail_without_much_ado()
    {
        var writer = new MailWriter(EmailSender.Of(new EmailSettings { From = "a@b.example" }), new ManualTime());
        var recipient = Recipients.Of();

        AllocatedBy(() =>
        {
            var mail = new Mail(Guid.Empty, recipient.Email!, recipient.Name, Sample.Email.Subject, NoticeWords.Fill(Sample.Email.Text, recipient), "H29.101-261121-5000001~state-9");
            writer.Write(new ArrayBufferWriter<byte>(4096), mail);
        }).ShouldBeLessThan(MostBytesPerNotice);
    }

    [Test]
    [Explicit("A measurement: dotnet test --filter FullyQualifiedName~When_notices_are_many")]
    public async Task Should_send_several_hundred_sms_a_second()
    {
        await using var provider = await FakeProvider.AnsweringAsync(FakeProvider.Answer("Insert MT_QUEUE: OK", "1"));
        using var bench = new SmsBench(provider.Endpoint);

        (await RateAsync("SMS", callers: 4, () => bench.SendAsync())).ShouldBeGreaterThan(500);
    }

    [Test]
    [Explicit("A measurement: dotnet test --filter FullyQualifiedName~When_notices_are_many")]
    public async Task Should_send_several_hundred_mails_a_second([Values(SmtpSecurity.None, SmtpSecurity.StartTls)] SmtpSecurity security)
    {
        using var certificate = new ServerCertificate();
        await using var server = new FakeMailServer { Certificate = certificate.Certificate, Offers = ["PIPELINING", "STARTTLS"] };
        await using var bench = new MailBench(
            MailBench.Settings(server, security, security == SmtpSecurity.None ? null : certificate, mailsPerConnection: 100_000), new ManualTime());

        (await RateAsync($"e-mail, {security}", callers: 4, () => bench.SendAsync())).ShouldBeGreaterThan(500);
        server.Connections.ShouldBeLessThanOrEqualTo(4);
    }

    private static long AllocatedBy(Action notice)
    {
        for (var round = 0; round < 50; round++) notice();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++) notice();
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
        TestContext.Out.WriteLine($"{each} bytes each");
        return each;
    }

    private static async Task<double> RateAsync(string what, int callers, Func<Task<Outcome>> send)
    {
        await SendAsync(callers, TimeSpan.FromSeconds(2), send);
        var watch = Stopwatch.StartNew();
        var allocated = GC.GetTotalAllocatedBytes();
        var sent = await SendAsync(callers, TimeSpan.FromSeconds(5), send);
        var rate = sent / watch.Elapsed.TotalSeconds;
        TestContext.Out.WriteLine($"{what}: {rate:F0} /s, {(GC.GetTotalAllocatedBytes() - allocated) / sent} bytes each, server included");
        return rate;
    }

    private static async Task<int> SendAsync(int callers, TimeSpan time, Func<Task<Outcome>> send)
    {
        var sent = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            while (watch.Elapsed < time)
            {
                (await send()).Kind.ShouldBe(OutcomeKind.Done);
                Interlocked.Increment(ref sent);
            }
        }));
        return sent;
    }
}
