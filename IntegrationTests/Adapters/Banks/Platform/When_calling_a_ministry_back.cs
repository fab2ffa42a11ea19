using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.Platform;

internal sealed class When_calling_a_ministry_back
{
    // external-parties.md A2, the vector of the callback with its placeholder CONFIRM.
    [Test]
    public async Task Should_send_the_documents_callback()
    {
        await using var ministry = await FakePartner.StartAsync();
        ministry.Answers(200, """{"MaLoi":"00"}""");

        await SendAsync(ministry, Sample.Paid);

        var request = ministry.Requests.ShouldHaveSingleItem();
        request.Body.ShouldBe(
            """{"LoaiBanTin":"CONFIRM","MaLoi":"00","MaDoiTac":"DOITAC1","MaThamChieu":"dvcH291250701000120250701080000","SoTien":150000,"MaTienTe":"VND","MaGiaoDich":"GD0001","MaNganHang":"VCB","ThoiGianGD":"20250701080530","ThongTinGiaoDich":"Nop le phi","MaXacThuc":"d5d2d75d0390f7628aaaeaab67d312913c7bf487850d7c8af41699ef891893e8"}""");
        (request.Path, request.Headers["Authorization"]).ShouldBe(("/ppdvcqg/dpnhankqthanhtoanhs", "Bearer t"));
    }

    [TestCase("""{"MaLoi":"00"}""")]
    [TestCase("""{"maloi":"00","MaXacThuc":"anything"}""")]
    [TestCase("""{"error_code":0,"message":""}""")]
    [TestCase("""{"error_code":"0","message":"{\"MaLoi\":\"00\"}"}""")]
    public async Task Should_know_that_it_was_taken(string reply)
    {
        await using var ministry = await FakePartner.StartAsync();
        ministry.Answers(200, reply);
        (await SendAsync(ministry, Sample.Paid)).ShouldBeOfType<PartnerAnswer<MinistryReceipt>.Done>().Value.MaLoi.ShouldBe("00");
    }

    [Test]
    public async Task Should_take_our_own_code_repeated_for_taken_when_so_set()
    {
        await using var ministry = await FakePartner.StartAsync();
        ministry.Answers(200, """{"MaLoi":"01"}""");
        var failed = Sample.Paid with { Result = PaymentResult.Failed };
        (await SendAsync(ministry, failed)).ShouldBeOfType<PartnerAnswer<MinistryReceipt>.Done>();
        (await SendAsync(ministry, failed, Sample.Settings with { RepeatedCodeIsTaken = false })).ShouldBeOfType<PartnerAnswer<MinistryReceipt>.Refused>();
        (await SendAsync(ministry, Sample.Paid)).ShouldBeOfType<PartnerAnswer<MinistryReceipt>.Refused>();
    }

    [TestCase("""{"MaLoi":"99","MoTaLoi":"x"}""", "99")]
    [TestCase("""{"error_code":-1,"message":"Lỗi"}""", "-1")]
    [TestCase("""{"error_code":"0","message":"{\"MaLoi\":\"99\"}"}""", "99")]
    public async Task Should_know_that_it_was_not_taken(string reply, string code)
    {
        await using var ministry = await FakePartner.StartAsync();
        ministry.Answers(200, reply);
        (await SendAsync(ministry, Sample.Paid)).ShouldBeOfType<PartnerAnswer<MinistryReceipt>.Refused>().Code.ShouldBe(code);
    }

    [TestCase(200, "<html/>")]
    [TestCase(500, """{"Message":"An error has occurred."}""")]
    public async Task Should_not_know_from_anything_else(int status, string reply)
    {
        await using var ministry = await FakePartner.StartAsync();
        ministry.Answers(status, reply);
        (await SendAsync(ministry, Sample.Paid)).ShouldBeOfType<PartnerAnswer<MinistryReceipt>.Unknown>();
    }

    [Test]
    public async Task Should_send_nothing_for_a_partner_without_a_valid_secret()
    {
        await using var ministry = await FakePartner.StartAsync();
        (await SendAsync(ministry, Sample.Paid with { MaDoiTac = "DOITAC9" })).ShouldBeOfType<PartnerAnswer<MinistryReceipt>.NotSent>();
        ministry.Requests.ShouldBeEmpty();
    }

    private static Task<PartnerAnswer<MinistryReceipt>> SendAsync(FakePartner ministry, PlatformState state, PlatformSettings? settings = null)
    {
        settings ??= Sample.Settings;
        var endpoint = new MinistryEndpoint(
            new Uri(ministry.BaseUrl, "/ppdvcqg/dpnhankqthanhtoanhs"), new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = "Bearer t" });
        return new MinistryCallbackClient(ministry.Http, settings, new PlatformPartners(settings), new FixedTime(Calls.Now)).SendAsync(state, endpoint, default);
    }
}
