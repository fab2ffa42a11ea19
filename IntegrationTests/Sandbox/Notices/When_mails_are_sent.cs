using System.Net.Sockets;
using System.Text;
using DichVuCong.Messaging;
using DichVuCong.Sandbox.Ledger;
using DichVuCong.Sandbox.Tests.Support;

namespace DichVuCong.Sandbox.Tests.Notices;

public class When_mails_are_sent
{
    private const string Dossier = "H29.101-261121-5000001";

    private SandboxFixture _sandbox = null!;
    private Notifier _portal = null!;

    [SetUp]
    public async Task SetUp()
    {
        _sandbox = await SandboxFixture.StartAsync();
        _portal = new Notifier(_sandbox);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _portal.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task Should_find_the_dossier_in_the_subject_and_keep_the_recipient_masked()
    {
        (await _portal.EmailAsync(Dossier)).Kind.ShouldBe(OutcomeKind.Done);

        var notice = (await _sandbox.GetAsync("/sandbox/ledger/email")).EnumerateArray().ShouldHaveSingleItem();
        notice.GetProperty("dossier").GetString().ShouldBe(Dossier);
        notice.GetProperty("recipient").GetString().ShouldBe("a***@nhandan.example");
        notice.GetProperty("taken").GetInt32().ShouldBe(1);
    }

    [Test]
    public async Task Should_deliver_twice_what_comes_twice_and_say_so()
    {
        await _portal.EmailAsync(Dossier);
        await _portal.EmailAsync(Dossier);

        (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("notices").GetProperty("email").GetProperty("takenMoreThanOnce").GetInt32().ShouldBe(1);
    }

    [Test]
    public async Task Should_show_notices_beside_their_dossier()
    {
        using var portal = new Deliveries(_sandbox);
        await portal.PushAsync(Dossier);
        await _portal.EmailAsync(Dossier);
        await _portal.SmsAsync(Dossier);

        var notices = (await _sandbox.GetAsync($"/sandbox/ledger/dossiers/{Dossier}")).GetProperty("notices").EnumerateArray();
        notices.Select(notice => notice.GetProperty("channel").GetString()).ShouldBe(["email", "sms"]);
    }

    [TestCase("slow", OutcomeKind.Done, 1)]
    [TestCase("server-error", OutcomeKind.Transient, 0)]
    [TestCase("too-many", OutcomeKind.Transient, 0)]
    [TestCase("timeout-after", OutcomeKind.Unknown, 1)]
    [TestCase("cut-after", OutcomeKind.Unknown, 1)]
    [TestCase("cut-before", OutcomeKind.Unknown, 0)]
    [TestCase("refuse", OutcomeKind.Refused, 0)]
    [TestCase("down", OutcomeKind.Transient, 0)]
    public async Task Should_misbehave_as_it_is_told(string mode, OutcomeKind seen, int taken)
    {
        _portal.Patience = TimeSpan.FromSeconds(2);
        await _sandbox.FaultAsync("email", mode, delayMs: mode == "slow" ? 50 : mode == "timeout-after" ? 10_000 : null);

        (await _portal.EmailAsync(Dossier)).Kind.ShouldBe(seen);

        (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("notices").GetProperty("email").GetProperty("taken").GetInt32().ShouldBe(taken);
    }

    [Test]
    public async Task Should_speak_the_protocol_with_any_client()
    {
        using var client = new TcpClient("127.0.0.1", _sandbox.MailPort);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "EHLO x\r\nRCPT TO:<a@b.vn>\r\nMAIL FROM:<a@b.vn>\r\nDATA\r\nRSET\r\nMAIL FROM:<a@b.vn>\r\nRCPT TO:<c@d.vn>\r\nDATA\r\nSubject: H29-261121-00001\r\n\r\n..\r\n.\r\nFOO\r\nQUIT\r\n"));
        using var reader = new StreamReader(stream);
        var replies = (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        string.Join(' ', replies.Where(line => line[3] == ' ').Select(line => line[..3])).ShouldBe("220 250 503 250 503 250 250 250 354 250 502 221");
    }

    [TestCase("84912345678", "84***678")]
    [TestCase("an.nguyen@nhandan.example", "a***@nhandan.example")]
    [TestCase("12345", "***")]
    public void Should_show_no_recipient_whole(string recipient, string shown) => NoticeBook.Masked(recipient).ShouldBe(shown);
}
