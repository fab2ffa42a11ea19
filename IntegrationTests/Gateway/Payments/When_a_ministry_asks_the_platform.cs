using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Tests.Payments.Support;

namespace DichVuCong.Gateway.Tests.Payments;

/// <summary>The platform's server role: INIT, QUERY and GET_BILL, 1.0.6.</summary>
internal sealed class When_a_ministry_asks_the_platform
{
    /// <summary>The reference of the documented vector (external-parties.md A2).</summary>
    private const string Documented = "dvcH291250701000120250701080000";

    private static readonly string[] InitOrder =
    [
        "LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "SoTien", "LoaiHinhThanhToan", "MaKenhThanhToan", "MaThietBi", "NgonNgu", "MaTienTe",
        "MaNganHang", "ThongTinGiaoDich", "ThoiGianGD", "Ip",
    ];

    private static readonly string[] ReplyOrder =
    [
        "LoaiBanTin", "MaLoi", "MaDoiTac", "MaThamChieu", "SoTien", "MaTienTe", "MaGiaoDich", "MaNganHang", "ThoiGianGD", "ThongTinGiaoDich",
    ];

    private PaymentGateway _gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        await using var probe = await PaymentGateway.StartAsync();
        _gateway = await PaymentGateway.StartAsync($"--GatewayPayments:PlatformSystems:DOITAC1={probe.System}");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _gateway.DisposeAsync();

    [Test]
    public async Task Should_state_an_obligation_and_lead_the_payer_on()
    {
        var reply = await PostAsync(Init("ref-1"));

        reply["MaLoi"]!.GetValue<string>().ShouldBe("00");
        ShouldBeSigned(reply);
        var page = new Uri(reply["UrlThanhToan"]!.GetValue<string>());
        var order = page.Segments[^1];
        var view = await _gateway.ReadAsync(order);
        view["amountVnd"]!.GetValue<long>().ShouldBe(150_000);
        view["dossierCode"]!.GetValue<string>().ShouldBe(_gateway.Dossier);
        view["lines"]!.AsArray().Count.ShouldBe(2);
        (await _gateway.Database.ScalarAsync<string>("select confirm_to from payment.obligation where id = 'DOITAC1/ref-1'")).ShouldBe("DOITAC1");

        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = _gateway.Http.BaseAddress };
        using var response = await browser.GetAsync(new Uri(page.AbsolutePath, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldContain($"vnp_TxnRef={order}");
    }

    [Test]
    public async Task Should_give_the_same_order_again_and_refuse_another_content()
    {
        var first = await PostAsync(Init("ref-2"));
        var again = Init("ref-2");
        again["ThoiGianGD"] = "20250701090000";
        var second = await PostAsync(again);
        var other = Init("ref-2");
        other["ThongTinBienLai"]!["PhiLePhi"]![0]!["SoTien"] = "100001";
        other["SoTien"] = "150001";
        var third = await PostAsync(other);

        second["UrlThanhToan"]!.GetValue<string>().ShouldBe(first["UrlThanhToan"]!.GetValue<string>());
        third["MaLoi"]!.GetValue<string>().ShouldBe("02");
        (await _gateway.Database.ScalarAsync<long>("select count(*) from payment.obligation where id = 'DOITAC1/ref-2'")).ShouldBe(1);
    }

    [TestCase("TKThuHuong", "666666", "beneficiaryAccount")]
    [TestCase("MaHoSo", "H29-261121-9999999", "MaDonVi")]
    [TestCase("MaDichVu", "3", "MaDichVu")]
    public async Task Should_check_what_the_hash_does_not_cover(string field, string value, string named)
    {
        var init = Init($"ref-{field}");
        init["ThongTinBienLai"]![field] = value;

        var reply = await PostAsync(init);

        reply["MaLoi"]!.GetValue<string>().ShouldBe("02");
        reply["MoTaLoi"]!.GetValue<string>().ShouldContain(named);
        (await _gateway.Database.ScalarAsync<long>($"select count(*) from payment.obligation where id = 'DOITAC1/ref-{field}'")).ShouldBe(0);
    }

    [Test]
    public async Task Should_want_lines_that_add_up()
    {
        var init = Init("ref-sum");
        init["SoTien"] = "150001";

        (await PostAsync(init))["MoTaLoi"]!.GetValue<string>().ShouldContain("SoTien");
    }

    [Test]
    public async Task Should_refuse_a_wrong_hash_and_sign_nothing_for_a_stranger()
    {
        var init = Init("ref-forged");
        init["MaXacThuc"] = new string('0', 64);

        var reply = await PostAsync(init, sign: false);

        reply["MaLoi"]!.GetValue<string>().ShouldBe("07");
        reply["MaXacThuc"].ShouldBeNull();
    }

    [Test]
    public async Task Should_answer_the_documented_query_with_each_state()
    {
        var query = new JsonObject
        {
            ["LoaiBanTin"] = "QUERY",
            ["PhienBan"] = "1.0.6",
            ["MaDoiTac"] = "DOITAC1",
            ["MaThamChieu"] = Documented,
            ["ThoiGianGD"] = "20250701080000",
            ["MaXacThuc"] = "2f6781170709c5b613cf1e4bfa604ec4664fb8b655d32a1df651eeb5d28c8463",
        };
        (await PostAsync(query, sign: false))["MaLoi"]!.GetValue<string>().ShouldBe("02");
        var order = new Uri((await PostAsync(Init(Documented)))["UrlThanhToan"]!.GetValue<string>()).Segments[^1];

        (await StateAsync(query)).ShouldBe("03 3");
        await _gateway.SetAsync(order, $"state = {Number(OrderState.Paid)}, partner = 'vnpay', transaction_no = '14000001'");
        (await StateAsync(query)).ShouldBe("00 1");
        await _gateway.SetAsync(order, $"state = {Number(OrderState.Expired)}");
        (await StateAsync(query)).ShouldBe("01 4");
        var reply = await PostAsync(query, sign: false);
        ShouldBeSigned(reply);
        reply["ThongTinGiaoDich"]!.GetValue<string>().ShouldBe("Nộp lệ phí");
    }

    [Test]
    public async Task Should_give_the_agencys_receipt_once_there_is_one()
    {
        var order = new Uri((await PostAsync(Init("ref-bill")))["UrlThanhToan"]!.GetValue<string>()).Segments[^1];
        var ask = new JsonObject
        {
            ["LoaiBanTin"] = "GET_BILL",
            ["PhienBan"] = "1.0.6",
            ["MaDoiTac"] = "DOITAC1",
            ["MaThamChieu"] = "ref-bill",
            ["ThoiGianGD"] = "20250701080000",
        };
        (await PostAsync(ask))["MaLoi"]!.GetValue<string>().ShouldBe("02");
        await _gateway.Database.ScalarAsync<long>(
            $"""
            with kept as (
              insert into payment.receipt (reference, series, number, issued_on, url)
              values ('{order}', '1C26', '7', '2026-11-01', 'https://agency.example.test/7.pdf') returning 1)
            select count(*) from kept
            """);

        (await PostAsync(ask))["URLBienLai"]!.GetValue<string>().ShouldBe("https://agency.example.test/7.pdf");
    }

    private static string Number(OrderState state) => ((int)state).ToString(CultureInfo.InvariantCulture);

    private static string Hash(JsonObject message, IEnumerable<string> order) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('|', order.Select(name => message[name]?.GetValue<string>()).Append("BIMAT-TEST")))));

    private static void ShouldBeSigned(JsonObject reply) => reply["MaXacThuc"]!.GetValue<string>().ShouldBe(Hash(reply, ReplyOrder));

    private async Task<string> StateAsync(JsonObject query)
    {
        var reply = await PostAsync(query, sign: false);
        return $"{reply["MaLoi"]} {reply["TrangThaiGD"]}";
    }

    private async Task<JsonObject> PostAsync(JsonObject message, bool sign = true)
    {
        var sent = message.DeepClone().AsObject();
        string[] order = sent["LoaiBanTin"]!.GetValue<string>() == "INIT" ? InitOrder : ["LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD"];
        if (sign) sent["MaXacThuc"] = Hash(sent, order);
        using var content = new StringContent(sent.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _gateway.Http.PostAsync(new Uri("/platform/payments", UriKind.Relative), content);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!.AsObject();
    }

    private JsonObject Init(string reference) => new()
    {
        ["LoaiBanTin"] = "INIT",
        ["PhienBan"] = "1.0.6",
        ["MaDoiTac"] = "DOITAC1",
        ["MaThamChieu"] = reference,
        ["SoTien"] = "150000",
        ["LoaiHinhThanhToan"] = "PAY",
        ["MaKenhThanhToan"] = "1",
        ["MaThietBi"] = "1",
        ["NgonNgu"] = "vi-VN",
        ["MaTienTe"] = "VND",
        ["MaNganHang"] = "PAYMENT",
        ["ThongTinGiaoDich"] = "Nộp lệ phí",
        ["ThoiGianGD"] = "20250701080000",
        ["Ip"] = "127.0.0.1",
        ["ThongTinBienLai"] = new JsonObject
        {
            ["MaDichVu"] = "2",
            ["MaDVC"] = "1.001193.01",
            ["TenTTHC"] = "Đăng ký khai sinh",
            ["MaTTHC"] = "1.001193",
            ["MaDonVi"] = "X99.999",
            ["TenDonVi"] = "UBND phường",
            ["MaHoSo"] = _gateway.Dossier,
            ["TKThuHuong"] = PaymentGateway.FirstAccount,
            ["MaNHThuHuong"] = PaymentGateway.Bank,
            ["TenTKThuHuong"] = "KBNN mau",
            ["HoTenNguoiNop"] = "Nguyễn Văn Mẫu",
            ["SoCMNDNguoiNop"] = "001000000001",
            ["PhiLePhi"] = new JsonArray(
                new JsonObject { ["LoaiPhiLePhi"] = "1", ["MaPhiLePhi"] = "2", ["TenPhiLePhi"] = "Phí", ["SoTien"] = "100000" },
                new JsonObject { ["LoaiPhiLePhi"] = "2", ["MaPhiLePhi"] = "2", ["TenPhiLePhi"] = "Lệ phí", ["SoTien"] = "50000" }),
            ["DSKhoanNop"] = new JsonArray(new JsonObject { ["NoiDung"] = "Lệ phí", ["SoTien"] = "150000" }),
        },
    };
}
