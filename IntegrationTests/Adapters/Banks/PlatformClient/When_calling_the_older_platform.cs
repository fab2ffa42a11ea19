using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.PlatformClient;

internal sealed class When_calling_the_older_platform
{
    private static readonly PlatformOrder Order = new()
    {
        Reference = "D25070100000000001",
        Amount = new Vnd(150_000),
        Info = "Nộp lệ phí",
        Receipt = new ThongTinBienLai
        {
            MaDichVu = "2",
            MaHoSo = "H29.101-250701-0001",
            TKThuHuong = "0123456789",
            MaNHThuHuong = "VCB",
            PhiLePhi = [new PhiLePhi { LoaiPhiLePhi = "2", SoTien = new Vnd(150_000) }],
        },
    };

    [Test]
    public async Task Should_send_an_init_that_our_side_as_server_reads()
    {
        await using var platform = await FakePartner.StartAsync();
        platform.Answers(200, """{"MaLoi":"00","UrlThanhToan":"https://pay.example.test/1"}""");

        var done = (await CallsOf(platform).InitAsync(Order, default)).ShouldBeOfType<PartnerAnswer<PlatformPayment>.Done>();

        done.Value.PayUrl.ShouldBe(new Uri("https://pay.example.test/1"));
        var request = platform.Requests.ShouldHaveSingleItem();
        (request.Path, request.Headers["Authorization"]).ShouldBe(("/init", "Bearer t"));
        var reader = new PlatformReader(Platform.Sample.Settings, new PlatformPartners(Platform.Sample.Settings));
        var init = reader.Read(Encoding.UTF8.GetBytes(request.Body), Calls.Now).ShouldBeOfType<PlatformReading.Verified>().Request.ShouldBeOfType<PlatformRequest.Init>();
        (init.Header.MaThamChieu, init.SoTien, init.ThongTinGiaoDich, init.ThongTinBienLai.PhiLePhi[0].SoTien).ShouldBe(
            ("D25070100000000001", new Vnd(150_000), "Nop le phi", new Vnd(150_000)));
    }

    [Test]
    public async Task Should_read_a_reply_that_is_encoded_twice()
    {
        await using var platform = await FakePartner.StartAsync();
        platform.Answers(200, """{"error_code":"0","message":"{\"MaLoi\":\"00\",\"UrlThanhToan\":\"https://pay.example.test/1\"}"}""");
        (await CallsOf(platform).InitAsync(Order, default)).ShouldBeOfType<PartnerAnswer<PlatformPayment>.Done>();
        platform.Answers(200, """{"error_code":0,"message":"{\"UrlThanhToan\":\"https://pay.example.test/1\"}"}""");
        (await CallsOf(platform).InitAsync(Order, default)).ShouldBeOfType<PartnerAnswer<PlatformPayment>.Done>();
    }

    [TestCase("""{"MaLoi":"02"}""", typeof(PartnerAnswer<PlatformPayment>.Refused))]
    [TestCase("""{"MaLoi":"07"}""", typeof(PartnerAnswer<PlatformPayment>.Refused))]
    [TestCase("""{"error_code":"-1","message":"x"}""", typeof(PartnerAnswer<PlatformPayment>.Unknown))]
    [TestCase("""{"MaLoi":"99"}""", typeof(PartnerAnswer<PlatformPayment>.Unknown))]
    [TestCase("""{"MaLoi":"00"}""", typeof(PartnerAnswer<PlatformPayment>.Unknown))]
    [TestCase("""{"MaLoi":"00","UrlThanhToan":"javascript:alert(1)"}""", typeof(PartnerAnswer<PlatformPayment>.Unknown))]
    [TestCase("x", typeof(PartnerAnswer<PlatformPayment>.Unknown))]
    public async Task Should_read_what_became_of_an_init(string reply, Type expected)
    {
        await using var platform = await FakePartner.StartAsync();
        platform.Answers(200, reply);
        (await CallsOf(platform).InitAsync(Order, default)).ShouldBeOfType(expected);
    }

    [Test]
    public async Task Should_not_believe_an_unsigned_success_in_an_errors_clothes()
    {
        await using var platform = await FakePartner.StartAsync();
        platform.Answers(500, """{"MaLoi":"00","UrlThanhToan":"https://pay.example.test/1"}""");
        (await CallsOf(platform).InitAsync(Order, default)).ShouldBeOfType<PartnerAnswer<PlatformPayment>.Unknown>();
    }

    // external-parties.md A2, the vector of QUERY.
    [Test]
    public async Task Should_send_the_documents_query()
    {
        await using var platform = await FakePartner.StartAsync();
        await CallsOf(platform, hour: 8).QueryAsync(Sample.Reference, default);
        platform.Requests.ShouldHaveSingleItem().Body.ShouldBe(
            """{"LoaiBanTin":"QUERY","PhienBan":"1.0.6","MaDoiTac":"DOITAC1","MaThamChieu":"dvcH291250701000120250701080000","ThoiGianGD":"20250701080000","MaXacThuc":"2f6781170709c5b613cf1e4bfa604ec4664fb8b655d32a1df651eeb5d28c8463"}""");
    }

    [TestCase("00", "1", PaymentResult.Paid)]
    [TestCase("01", "1", PaymentResult.Unknown)]
    [TestCase("01", "4", PaymentResult.Failed)]
    [TestCase("00", "4", PaymentResult.Unknown)]
    [TestCase("24", "4", PaymentResult.Unknown)]
    [TestCase("03", "4", PaymentResult.Unknown)]
    [TestCase("03", "3", PaymentResult.Unknown)]
    [TestCase("00", "3", PaymentResult.Unknown)]
    [TestCase("00", "2", PaymentResult.Unknown)]
    public async Task Should_read_where_a_payment_stands(string code, string state, PaymentResult expected)
    {
        await using var platform = await FakePartner.StartAsync();
        platform.Answers(200, Sample.Callback(("MaLoi", code), ("TrangThaiGD", state)).ToString());
        (await CallsOf(platform).QueryAsync(Sample.Reference, default)).ShouldBeOfType<PartnerAnswer<PartnerPayment>.Done>().Value.Result.ShouldBe(expected);
    }

    [Test]
    public async Task Should_not_believe_a_state_that_is_not_signed_or_about_something_else()
    {
        await using var platform = await FakePartner.StartAsync();
        platform.Answers(200, Sample.Signed(Sample.Callback(("TrangThaiGD", "1")), "OTHER").ToString());
        (await CallsOf(platform).QueryAsync(Sample.Reference, default)).ShouldBeOfType<PartnerAnswer<PartnerPayment>.Unknown>();
        platform.Answers(200, Sample.Callback(("TrangThaiGD", "1")).ToString());
        (await CallsOf(platform).QueryAsync("D25070100000000001", default)).ShouldBeOfType<PartnerAnswer<PartnerPayment>.Unknown>();
        platform.Answers(200, """{"MaLoi":"02"}""");
        (await CallsOf(platform).QueryAsync(Sample.Reference, default)).ShouldBeOfType<PartnerAnswer<PartnerPayment>.Refused>();
    }

    [Test]
    public async Task Should_not_take_the_reply_to_an_init_for_a_state()
    {
        await using var platform = await FakePartner.StartAsync();
        platform.Answers(200, Sample.Callback(("LoaiBanTin", "INIT"), ("TrangThaiGD", "1")).ToString());
        (await CallsOf(platform).QueryAsync(Sample.Reference, default)).ShouldBeOfType<PartnerAnswer<PartnerPayment>.Unknown>();
    }

    [Test]
    public async Task Should_send_nothing_while_it_is_switched_off()
    {
        await using var platform = await FakePartner.StartAsync();
        new PlatformClientSettings().Enabled.ShouldBeFalse();
        var calls = new PlatformClientCalls(platform.Http, SettingsOf(platform) with { Enabled = false }, TimeProvider.System);
        (await calls.InitAsync(Order, default)).ShouldBeOfType<PartnerAnswer<PlatformPayment>.NotSent>();
        platform.Requests.ShouldBeEmpty();
    }

    private static PlatformClientSettings SettingsOf(FakePartner platform) =>
        Sample.Settings with { InitUrl = new Uri(platform.BaseUrl, "/init"), QueryUrl = new Uri(platform.BaseUrl, "/query") };

    private static PlatformClientCalls CallsOf(FakePartner platform, int hour = 9) => new(
        platform.Http, SettingsOf(platform), new FixedTime(new DateTimeOffset(2025, 7, 1, hour, 0, 0, TimeSpan.FromHours(7))), () => "Bearer t");
}
