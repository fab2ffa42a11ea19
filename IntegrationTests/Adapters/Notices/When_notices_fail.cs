using System.Net;
using System.Net.Sockets;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;
using DichVuCong.Notices.Tests.Email;
using DichVuCong.Notices.Tests.Sms;

namespace DichVuCong.Notices.Tests;

/// <summary>
/// Partners that repeat everything they were told, at every step and in every way, and a database that does so too: nothing of it may reach
/// a log line, the journal's reason or the saga's reply.
/// </summary>
internal sealed class When_notices_fail
{
    private const string Echo = Recipients.Phone + " " + Recipients.Address + " " + Recipients.Name + " NGUYEN THI ANH TUYET, da duoc tiep nhan, p<&>w s3cret ";

    /// <summary>What must not be seen: number, address, name, the texts' own words, and secrets.</summary>
    private static readonly string[] Personal =
        ["912345678", "nguyen", "nhandan", "Nguyễn", "Tuyết", "TUYET", "Ánh", "Kính gửi", "tiếp nhận", "tiep nhan", "p<&>w", "s3cret"];

    private static readonly string[] SmsAnswers =
    [
        "Insert MT_QUEUE: OK", "Authenticate: IP_INVALID", "Check RequestID:", "Check CommandCode:", "Check UserID:", "Check ReceiverID:",
        "UserID_NOT_EQUAL_ReceiverID", "Unable to check telco from input receiver", "Check ServiceID: DUPLICATE MESSAGE", "Check ServiceID: ALIAS_INVALID",
        "Check ServiceID:", "Check Content: MSG_ERROR_CONTAIN_BLACKLIST", "Check template:", "Check information error", "Something else:",
    ];

    private static readonly Act[] MailAnswers =
    [
        Act.Say($"421 {Echo}"), Act.Say($"450 4.2.0 {Echo}"), Act.Say($"550 5.1.1 {Echo}"), Act.Say($"554 5.7.1 {Echo}"), Act.Say(Echo), Act.HangUp,
    ];

    [Test]
    public async Task Should_keep_personal_data_out_of_everything_when_the_sms_provider_fails()
    {
        var seen = new List<string>();
        foreach (var answer in SmsAnswers) await SendSmsAsync(await FakeProvider.AnsweringAsync(FakeProvider.Answer($"{answer} {WebUtility.HtmlEncode(Echo)}")), seen);
        foreach (var status in new[] { 200, 302, 401, 404, 500, 503 }) await SendSmsAsync(await FakeProvider.AnsweringAsync(Echo, status), seen);
        await SendSmsAsync(await FakeProvider.StartAsync(context => { context.Abort(); return Task.CompletedTask; }), seen);
        using (var bench = new SmsBench(new Uri("http://127.0.0.1:1/bulkapi"))) Note(await bench.SendAsync(), bench.Log.Lines, seen);
        using (var bench = new SmsBench(new Uri("http://127.0.0.1:1/bulkapi"), Failing())) Note(await bench.SendAsync(), bench.Log.Lines, seen);

        ShouldHoldNothingPersonal(seen, atLeast: 25);
    }

    [Test]
    public async Task Should_keep_personal_data_out_of_everything_when_the_mail_server_fails()
    {
        var seen = new List<string>();
        foreach (var step in new[] { "greeting", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "." })
        {
            foreach (var act in MailAnswers)
            {
                await SendEmailAsync(new FakeMailServer { Offers = ["PIPELINING", "AUTH PLAIN"], Script = (at, _) => at == step ? act : null }, Recipients.Known, seen);
            }
        }

        await SendEmailAsync(new FakeMailServer { Offers = [Echo] }, Recipients.Known, seen);
        await SendEmailAsync(new FakeMailServer(), Failing(), seen);

        ShouldHoldNothingPersonal(seen, atLeast: 40);
    }

    private static Recipients Failing() => new(recipient: null) { Failure = new InvalidOperationException(Echo, new SocketException((int)SocketError.TimedOut)) };

    private static async Task SendSmsAsync(FakeProvider provider, List<string> seen)
    {
        await using (provider)
        {
            using var bench = new SmsBench(provider.Endpoint);
            Note(await bench.SendAsync(), bench.Log.Lines, seen);
        }
    }

    private static async Task SendEmailAsync(FakeMailServer server, INoticeRecipients recipients, List<string> seen)
    {
        await using (server)
        {
            await using var bench = new MailBench(MailBench.Settings(server, user: "dvc", password: "s3cret"), new ManualTime(), recipients);
            Note(await bench.SendAsync(), bench.Log.Lines, seen);
        }
    }

    private static void Note(Outcome outcome, IEnumerable<(Microsoft.Extensions.Logging.LogLevel Level, string Line)> log, List<string> seen) =>
        seen.AddRange([.. log.Select(line => line.Line), outcome.ToString(), outcome.Reply?.ToString() ?? ""]);

    private static void ShouldHoldNothingPersonal(List<string> seen, int atLeast)
    {
        seen.Count(line => line.Length > 0).ShouldBeGreaterThan(atLeast);
        foreach (var word in Personal) seen.ShouldNotContain(line => line.Contains(word, StringComparison.OrdinalIgnoreCase), word);
    }
}
