using System.Collections.Concurrent;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Sandbox.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Sandbox.Tests.Notices;

/// <summary>The real operations against the simulated VNPT, FPT and eSMS.</summary>
public class When_providers_are_several
{
    private const string Dossier = "H29.101-261121-5000001";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> _reports = [];
    private SandboxFixture _sandbox = null!;
    private Notifier _recipients = null!;
    private HttpClient _http = null!;
    private WebApplication _gateway = null!;
    private SmsTraffic _traffic = null!;
    private int _calls;

    [SetUp]
    public async Task SetUp()
    {
        _sandbox = await SandboxFixture.StartAsync();
        _recipients = new Notifier(_sandbox);
        _http = SmsHttp.CreateClient(connections: 4);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _gateway = builder.Build();
        _gateway.Urls.Add("http://127.0.0.1:0");
        _gateway.Run(context =>
        {
            _reports.Enqueue(context.Request.QueryString.Value!);
            return Task.CompletedTask;
        });
        await _gateway.StartAsync();
        _reports.Clear();
        _traffic = new SmsTraffic(_http, Settings(), _recipients, TimeProvider.System, NullLogger<SendSmsOperation>.Instance);
    }

    [TearDown]
    public async Task TearDown()
    {
        _traffic.Dispose();
        _http.Dispose();
        await _gateway.DisposeAsync();
        await _recipients.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [TestCase("vnpt", 2)]
    [TestCase("fpt", 1)]
    [TestCase("esms", 2)]
    public async Task Should_take_a_message_and_know_it_again_as_documented(string provider, int taken)
    {
        (await SendAsync(provider)).Kind.ShouldBe(OutcomeKind.Done);
        (await SendAsync(provider)).Kind.ShouldBe(OutcomeKind.Done, "FPT's duplicate counts as sent");

        var notice = (await _sandbox.GetAsync("/sandbox/ledger/sms"))[0];
        notice.GetProperty("taken").GetInt32().ShouldBe(taken);
        notice.GetProperty("dossier").GetString().ShouldBe(Dossier);
        notice.ToString().ShouldNotContain(Notifier.Phone);
    }

    [Test]
    public async Task Should_count_as_told_twice_what_two_providers_took()
    {
        await SendAsync("fpt");
        await SendAsync("esms");

        (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("notices").GetProperty("sms").GetProperty("takenMoreThanOnce").GetInt32().ShouldBe(1);
    }

    [TestCase("server-error", OutcomeKind.Unknown, 0)]
    [TestCase("server-error-after", OutcomeKind.Unknown, 1)]
    [TestCase("too-many", OutcomeKind.Transient, 0)]
    [TestCase("cut-before", OutcomeKind.Unknown, 0)]
    [TestCase("cut-after", OutcomeKind.Unknown, 1)]
    [TestCase("cut-in-answer", OutcomeKind.Unknown, 1)]
    [TestCase("wrong-json", OutcomeKind.Unknown, 1)]
    public async Task Should_misbehave_as_it_is_told(string mode, OutcomeKind seen, int taken)
    {
        foreach (var provider in new[] { "vnpt", "esms" })
        {
            await _sandbox.FaultAsync($"sms:{provider}", mode);

            (await SendAsync(provider)).Kind.ShouldBe(seen, provider);
        }

        (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("notices").GetProperty("sms").GetProperty("taken").GetInt32().ShouldBe(2 * taken);
    }

    [TestCase("vnpt", OutcomeKind.Transient)]
    [TestCase("fpt", OutcomeKind.Refused)]
    [TestCase("esms", OutcomeKind.Refused)]
    public async Task Should_refuse_as_each_does(string provider, OutcomeKind seen)
    {
        await _sandbox.FaultAsync($"sms:{provider}", "refuse");

        (await SendAsync(provider)).Kind.ShouldBe(seen, "VNPT's table of errors is not public: what it says may be got around");
    }

    [Test]
    public async Task Should_take_the_message_with_a_new_token_when_the_old_one_is_not_good_any_more()
    {
        await SendAsync("fpt");
        await _sandbox.FaultAsync("sms:fpt", "token-ended", times: 1);

        (await SendAsync("fpt", "state-3")).Kind.ShouldBe(OutcomeKind.Done);
    }

    [Test]
    public async Task Should_strike_one_provider_and_not_the_others()
    {
        await _sandbox.FaultAsync("sms:vnpt", "down");

        (await SendAsync("vnpt")).Kind.ShouldBe(OutcomeKind.Unknown);
        (await SendAsync("esms")).Kind.ShouldBe(OutcomeKind.Done);
    }

    [TestCase(null, "SendSuccess=1", 1)]
    [TestCase("undelivered", "SendFailed=1", 1)]
    [TestCase("report-twice", "SendSuccess=1", 2)]
    public async Task Should_report_what_became_of_a_message(string? mode, string says, int times)
    {
        if (mode is not null) await _sandbox.FaultAsync("sms:esms", mode);

        await SendAsync("esms");

        using var patience = new CancellationTokenSource(Patience);
        while (_reports.Count < times) await Task.Delay(10, patience.Token);
        _reports.ShouldAllBe(report => report.Contains(says) && report.Contains("SendStatus=5") && report.Contains($"RequestId={Dossier}~state-2"));
    }

    [Test]
    public async Task Should_be_told_what_the_operation_makes_of_a_wrong_account()
    {
        using var traffic = new SmsTraffic(
            _http, new SmsTrafficSettings { Esms = Esms("another") }, _recipients, TimeProvider.System, NullLogger<SendSmsOperation>.Instance);

        var outcome = await traffic.CallAsync(Command(provider: null, "state-2"), Call(), default);

        outcome.ToString().ShouldBe("Transient: the provider refuses our keys (101)");
    }

    private Task<Outcome> SendAsync(string provider, string occasion = "state-2") => _traffic.CallAsync(Command(provider, occasion), Call(), default);

    private static SendSms Command(string? provider, string occasion) => new(DossierCode.Parse(Dossier), occasion, $"Ho so {Dossier} da duoc {occasion}.", provider);

    private PartnerCall Call() => new(new Guid(Interlocked.Increment(ref _calls), 0, 0, new byte[8]), "sms", 1, DateTimeOffset.UtcNow, Patience);

    private SmsTrafficSettings Settings() => new()
    {
        Vnpt = new VnptSettings
        {
            Endpoint = new Uri(_sandbox.Address, "/sms/vnpt"),
            Brandname = "DVCQG",
            LabelId = "1",
            ContractId = "1",
            AgentId = "1",
            ApiUser = "dev-vnpt",
            ApiPass = "dev-vnpt",
            UserName = "x",
            Templates = [new SmsTemplate("1001", "Hồ sơ {code} đã được {what}.")],
        },
        Fpt = new FptSettings { Endpoint = new Uri(_sandbox.Address, "/sms/fpt"), Brandname = "DVCQG", ClientId = "dev-fpt", ClientSecret = "dev-fpt" },
        Esms = Esms("dev-esms"),
        // Here every fault is to be seen, and none got out of the way of.
        Gate = new SmsGateSettings { ClosesAfter = 1000 },
    };

    private EsmsSettings Esms(string key) => new()
    {
        Endpoint = new Uri(_sandbox.Address, "/sms/esms"),
        Brandname = "DVCQG",
        ApiKey = key,
        SecretKey = key,
        CallbackUrl = new Uri(new Uri(_gateway.Urls.Single()), "/callbacks/esms/x"),
    };
}
