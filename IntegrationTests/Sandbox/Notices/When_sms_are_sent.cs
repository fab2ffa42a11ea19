using DichVuCong.Messaging;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Tests.Support;

namespace DichVuCong.Sandbox.Tests.Notices;

public class When_sms_are_sent
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
    public async Task Should_take_a_text_once_and_know_it_again()
    {
        (await _portal.SmsAsync(Dossier)).Kind.ShouldBe(OutcomeKind.Done);
        (await _portal.SmsAsync(Dossier)).Kind.ShouldBe(OutcomeKind.Done, "the adapter reads the duplicate as sent");

        var notice = (await _sandbox.GetAsync("/sandbox/ledger/sms"))[0];
        notice.GetProperty("taken").GetInt32().ShouldBe(1);
        notice.GetProperty("duplicatesRefused").GetInt32().ShouldBe(1);
        notice.GetProperty("dossier").GetString().ShouldBe(Dossier);
        notice.ToString().ShouldNotContain(Notifier.Phone);
    }

    [Test]
    public async Task Should_take_a_text_again_after_the_window()
    {
        _sandbox.Change(new SettingsChange { SmsDuplicateWindowSeconds = 0 });
        await _portal.SmsAsync(Dossier);
        await _portal.SmsAsync(Dossier);

        var totals = (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("notices").GetProperty("sms");
        totals.GetProperty("taken").GetInt32().ShouldBe(2);
        totals.GetProperty("takenMoreThanOnce").GetInt32().ShouldBe(1);
    }

    [TestCase("slow", OutcomeKind.Done, 1)]
    [TestCase("server-error", OutcomeKind.Unknown, 0)]
    [TestCase("server-error-after", OutcomeKind.Unknown, 1)]
    [TestCase("too-many", OutcomeKind.Transient, 0)]
    [TestCase("timeout-after", OutcomeKind.Unknown, 1)]
    [TestCase("cut-before", OutcomeKind.Unknown, 0)]
    [TestCase("cut-after", OutcomeKind.Unknown, 1)]
    [TestCase("cut-in-answer", OutcomeKind.Unknown, 1)]
    [TestCase("wrong-json", OutcomeKind.Unknown, 1)]
    [TestCase("refuse", OutcomeKind.Refused, 0)]
    public async Task Should_misbehave_as_it_is_told(string mode, OutcomeKind seen, int taken)
    {
        _portal.Patience = TimeSpan.FromSeconds(2);
        await _sandbox.FaultAsync("sms", mode, delayMs: mode == "slow" ? 50 : mode == "timeout-after" ? 10_000 : null);

        (await _portal.SmsAsync(Dossier)).Kind.ShouldBe(seen);

        (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("notices").GetProperty("sms").GetProperty("taken").GetInt32().ShouldBe(taken);
    }

    [Test]
    public async Task Should_tell_the_balance() => (await _portal.BalanceAsync()).IsAnswered.ShouldBeTrue();

    [Test]
    public async Task Should_refuse_an_account_that_is_not_ours()
    {
        using var body = new StringContent(
            """<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><i:wsCpMt xmlns:i="http://impl.bulkSms.ws/"><User>x</User></i:wsCpMt></e:Body></e:Envelope>""");

        var answer = await _sandbox.Http.PostAsync("/sms/bulkapi", body);

        (await answer.Content.ReadAsStringAsync()).ShouldContain("Authenticate:");
    }
}
