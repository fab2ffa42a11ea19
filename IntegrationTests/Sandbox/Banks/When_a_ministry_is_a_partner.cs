using System.Net.Http.Json;
using System.Text.Json;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Contracts.Payments;
using DichVuCong.Testing;

namespace DichVuCong.Sandbox.Tests.Banks;

public class When_a_ministry_is_a_partner
{
    private const string Partner = DevelopmentDefaults.PlatformPartner;

    private BankFixture _sandbox = null!;

    [SetUp]
    public async Task SetUp() => _sandbox = await BankFixture.StartAsync();

    [TearDown]
    public async Task TearDown() => await _sandbox.DisposeAsync();

    [TestCase("callback")]
    [TestCase("ppdvcqg/dpnhankqthanhtoanhs")]
    [TestCase("DvcPayment/Confirm")]
    public async Task Should_take_a_callback_once_however_often_it_comes(string path)
    {
        var client = Callbacks(path, DevelopmentDefaults.PlatformSecret, out var endpoint);

        for (var time = 0; time < 2; time++)
            (await client.SendAsync(State(), endpoint, default)).ShouldBeOfType<PartnerAnswer<MinistryReceipt>.Done>().Value.MaLoi.ShouldBe("00");

        var payment = (await _sandbox.Http.GetFromJsonAsync<JsonElement>($"/sandbox/ministries/{Partner}/payments"))[0];
        payment.GetProperty("callbacks").GetInt32().ShouldBe(2);
        payment.GetProperty("paid").GetInt64().ShouldBe(150_000);
    }

    [Test]
    public async Task Should_refuse_a_callback_that_is_not_the_portals()
    {
        var client = Callbacks("callback", "another secret", out var endpoint);

        (await client.SendAsync(State(), endpoint, default)).ShouldBeOfType<PartnerAnswer<MinistryReceipt>.Refused>().Code.ShouldBe("99");
    }

    [Test]
    public async Task Should_send_an_init_that_the_portal_can_prove()
    {
        var body = new { reference = "BTP0001", dossier = "G15.1-261122-0000001", agency = "G15", charge = 100_000, fee = 50_000 };
        var answer = await (await _sandbox.Http.PostAsJsonAsync($"/sandbox/ministries/{Partner}/init", body)).Content.ReadFromJsonAsync<JsonElement>();

        answer.GetProperty("status").GetInt32().ShouldBe(200);
        var init = _sandbox.Portal.Platform.Single().ShouldBeOfType<PlatformReading.Verified>().Request.ShouldBeOfType<PlatformRequest.Init>();
        init.SoTien.ShouldBe(new Vnd(150_000));
        init.ThongTinBienLai.PhiLePhi.Select(line => line.SoTien.Amount).ShouldBe([100_000, 50_000]);
    }

    [TestCase("query")]
    [TestCase("bill")]
    public async Task Should_ask_the_portal(string question)
    {
        (await _sandbox.Http.PostAsync(new Uri($"/sandbox/ministries/{Partner}/{question}/BTP0001", UriKind.Relative), content: null))
            .EnsureSuccessStatusCode();

        _sandbox.Portal.Platform.Single().ShouldBeOfType<PlatformReading.Verified>().Request.Header.MaThamChieu.ShouldBe("BTP0001");
    }

    [Test]
    public async Task Should_play_the_older_platform_for_a_client()
    {
        var settings = new PlatformClientSettings
        {
            Enabled = true,
            InitUrl = new Uri(_sandbox.Http.BaseAddress!, "/banks/platform/init"),
            QueryUrl = new Uri(_sandbox.Http.BaseAddress!, "/banks/platform/query"),
            MaDoiTac = Partner,
            Secrets = [new SecretSetting { KeyId = "development", Secret = DevelopmentDefaults.PlatformSecret }],
        };
        _sandbox.Portal.Take("/callbacks/platform", new PlatformCallbackForm(settings));
        var client = new PlatformClientCalls(_sandbox.Partner, settings, TimeProvider.System);
        var reference = BankFixture.Reference();
        var receipt = new ThongTinBienLai { MaDichVu = "2", TKThuHuong = BankFixture.Account, NoiDungThanhToan = "Le phi" };

        var made = (await client.InitAsync(new PlatformOrder { Reference = reference, Amount = new Vnd(40_000), Info = "Le phi", Receipt = receipt }, default))
            .ShouldBeOfType<PartnerAnswer<PlatformPayment>.Done>();
        (await client.QueryAsync(reference, default))
            .ShouldBeOfType<PartnerAnswer<Adapters.Banks.Callbacks.PartnerPayment>.Done>().Value.Result.ShouldBe(PaymentResult.Unknown);
        await _sandbox.Http.GetAsync(made.Value.PayUrl);

        await _sandbox.ToldAsync(reference);
        var state = (await client.QueryAsync(reference, default)).ShouldBeOfType<PartnerAnswer<Adapters.Banks.Callbacks.PartnerPayment>.Done>();
        state.Value.Result.ShouldBe(PaymentResult.Paid);
        await Eventually.HoldsAsync(
            async () => (await _sandbox.SumsAsync("platform")).GetProperty("callbacks").GetProperty("taken").GetInt32() == 1, "the callback is taken");
    }

    private MinistryCallbackClient Callbacks(string path, string secret, out MinistryEndpoint endpoint)
    {
        var settings = PlatformSettings.Development with
        {
            Partners = [new PlatformPartnerSettings { MaDoiTac = Partner, Secrets = [new SecretSetting { KeyId = "k", Secret = secret }] }],
        };
        endpoint = new MinistryEndpoint(new Uri(_sandbox.Http.BaseAddress!, $"/ministries/{Partner}/{path}"), new Dictionary<string, string>());
        return new MinistryCallbackClient(_sandbox.Partner, settings, new PlatformPartners(settings), TimeProvider.System);
    }

    private static PlatformState State() => new()
    {
        MaDoiTac = Partner,
        MaThamChieu = "BTP0001",
        SoTien = new Vnd(150_000),
        MaGiaoDich = "GD0001",
        MaNganHang = "VCB",
        ThoiGianGD = DateTimeOffset.UtcNow,
        ThongTinGiaoDich = "Nop le phi",
        Result = PaymentResult.Paid,
    };
}
