using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Platform;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Banks.Tests.Platform;

internal sealed class When_a_request_breaks_rules
{
    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("<x/>")]
    [TestCase("""{"SoTien":1,"SoTien":2}""")]
    [TestCase("""{"SoTien":1,"sotien":2}""")]
    [TestCase("""{"SoTien":0150000}""")]
    [TestCase("""{"LoaiBanTin":"QUERY"} {}""")]
    public void Should_not_read_what_is_no_object_of_one_meaning(string body) => Sample.Read(body).ShouldBeRefused(CallbackOutcome.Malformed, "body.malformed");

    [Test]
    public void Should_not_read_what_is_too_large_or_too_deep()
    {
        Sample.Read($$"""{"a":"{{new string('x', 300_000)}}"}""").ShouldBeRefused(CallbackOutcome.Malformed, "body.malformed");
        Sample.Read(string.Concat(Enumerable.Repeat("""{"a":""", 50)) + "1" + new string('}', 50)).ShouldBeRefused(CallbackOutcome.Malformed, "body.malformed");
    }

    [TestCase("")]
    [TestCase("CONFIRM")]
    [TestCase(null)]
    public void Should_not_know_another_type_of_message(string? type)
    {
        var query = Sample.Query();
        query["LoaiBanTin"] = type;
        Sample.Read(query).ShouldBeRefused(CallbackOutcome.Malformed, "platform.LoaiBanTin.malformed");
    }

    [TestCase("PhienBan", "1.0.7", "malformed")]
    [TestCase("MaThamChieu", "", "missing")]
    [TestCase("MaThamChieu", "a b", "malformed")]
    [TestCase("SoTien", "150000.5", "malformed")]
    [TestCase("SoTien", "0", "malformed")]
    [TestCase("SoTien", "-5", "malformed")]
    [TestCase("SoTien", "1234567890123456", "tooLong")]
    [TestCase("MaTienTe", "USD", "malformed")]
    [TestCase("ThoiGianGD", "2025-07-01", "malformed")]
    [TestCase("ThoiGianGD", "20250701250000", "malformed")]
    [TestCase("ThongTinGiaoDich", "", "missing")]
    [TestCase("Ip", "1234567890123456789012345678901234567890123456", "tooLong")]
    public void Should_name_the_field_and_the_rule(string field, string value, string rule)
    {
        var init = Sample.Init();
        init[field] = value;
        Sample.Read(Sample.Signed(init)).ShouldBeRefused(CallbackOutcome.Malformed, $"INIT.{field}.{rule}");
    }

    [Test]
    public void Should_bound_the_lengths_that_the_documents_name()
    {
        TooLong("ThongTinGiaoDich", 210);
        TooLong("MaThamChieu", 255);
        Sample.Read(Sample.Signed(Sample.Query()), Sample.Settings with { MaxReferenceLength = 20 }).ShouldBeRefused(CallbackOutcome.Malformed, "QUERY.MaThamChieu.tooLong");

        static void TooLong(string field, int most)
        {
            var init = Sample.Init();
            init[field] = new string('x', most);
            Sample.Read(Sample.Signed(init)).ShouldBeVerified<PlatformRequest.Init>();
            init[field] = new string('x', most + 1);
            Sample.Read(Sample.Signed(init)).ShouldBeRefused(CallbackOutcome.Malformed, $"INIT.{field}.tooLong");
        }
    }

    [TestCase("$.ThongTinBienLai.MaDichVu", null, "INIT.MaDichVu.missing", "ThongTinBienLai.MaDichVu")]
    [TestCase("$.ThongTinBienLai.TKThuHuong", null, "INIT.TKThuHuong.missing", "ThongTinBienLai.TKThuHuong")]
    [TestCase("$.ThongTinBienLai.MaHoSo", "", "INIT.MaHoSo.missing", "ThongTinBienLai.MaHoSo")]
    [TestCase("$.ThongTinBienLai.PhiLePhi[1].SoTien", "50000.0", "INIT.SoTien.malformed", "ThongTinBienLai.PhiLePhi[1].SoTien")]
    [TestCase("$.ThongTinBienLai.DSKhoanNop[0].SoTien", null, "INIT.SoTien.malformed", "ThongTinBienLai.DSKhoanNop[0].SoTien")]
    [TestCase("$.ThongTinBienLai.PhiLePhi", "x", "INIT.PhiLePhi.malformed", "ThongTinBienLai.PhiLePhi")]
    public void Should_name_the_place_inside_the_receipt(string path, string? value, string code, string field)
    {
        var init = Sample.Signed(Sample.Init());
        init.SelectToken(path)!.Replace(value is null ? JValue.CreateNull() : new JValue(value));
        var fault = Sample.Read(init).ShouldBeOfType<PlatformReading.Refused>().Fault;
        (fault.Code, fault.Field).ShouldBe((code, field));
    }

    [Test]
    public void Should_miss_the_receipt_and_bound_the_procedures_name()
    {
        var init = Sample.Signed(Sample.Init());
        init["ThongTinBienLai"]!["TenTTHC"] = new string('x', 251);
        Sample.Read(init).ShouldBeRefused(CallbackOutcome.Malformed, "INIT.TenTTHC.tooLong");
        init.Remove("ThongTinBienLai");
        Sample.Read(init).ShouldBeRefused(CallbackOutcome.Malformed, "INIT.ThongTinBienLai.missing");
    }

    [Test]
    public void Should_ask_a_fine_for_its_decision()
    {
        var init = Sample.Signed(Sample.Init());
        init["ThongTinBienLai"]!["MaDichVu"] = "1";
        Sample.Read(init).ShouldBeRefused(CallbackOutcome.Malformed, "INIT.NgayQD.missing");
    }
}
