using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Banks.Tests.Platform;

internal sealed class When_a_ministry_asks
{
    [Test]
    public void Should_read_an_init_with_its_receipt()
    {
        var init = Sample.Read(Sample.Signed(Sample.Init())).ShouldBeVerified<PlatformRequest.Init>();

        init.Header.ShouldBe(new PlatformHeader("INIT", "DOITAC1", Sample.Reference, "20250701080000"));
        (init.SoTien, init.ThongTinGiaoDich, init.MaNganHang, init.Ip).ShouldBe((new Vnd(150_000), "Nộp lệ phí", "PAYMENT", "127.0.0.1"));
        var receipt = init.ThongTinBienLai;
        (receipt.MaDichVu, receipt.MaHoSo, receipt.TKThuHuong, receipt.MaNHThuHuong).ShouldBe(("2", "H29.101-250701-0001", "0123456789", "VCB"));
        receipt.PhiLePhi.Select(fee => fee.SoTien.Amount).ShouldBe([100_000, 50_000]);
        receipt.DSKhoanNop.ShouldHaveSingleItem().ShouldBe(new KhoanNop { NoiDung = "Lệ phí", SoTien = new Vnd(150_000) });
        $"{init} {receipt}".ShouldNotContain("Nguyễn");
    }

    // external-parties.md A2, the vector of QUERY.
    [Test]
    public void Should_read_the_documents_query()
    {
        var query = Sample.Query();
        query["MaXacThuc"] = "2f6781170709c5b613cf1e4bfa604ec4664fb8b655d32a1df651eeb5d28c8463";
        Sample.Read(query).ShouldBeVerified<PlatformRequest.Query>().Header.MaThamChieu.ShouldBe(Sample.Reference);
    }

    [Test]
    public void Should_read_a_request_for_a_receipt() => Sample.Read(Sample.Signed(Sample.Query("GET_BILL"))).ShouldBeVerified<PlatformRequest.GetBill>();

    [Test]
    public void Should_take_amounts_as_numbers_and_names_in_the_wrong_case()
    {
        var init = Sample.Signed(Sample.Init());
        init["SoTien"] = 150000;
        Sample.Read(init).ShouldBeVerified<PlatformRequest.Init>().SoTien.ShouldBe(new Vnd(150_000));
        var lower = Sample.Signed(Sample.Init()).ToString().Replace("\"MaThamChieu\"", "\"mathamchieu\"", StringComparison.Ordinal)
            .Replace("\"PhiLePhi\"", "\"philephi\"", StringComparison.Ordinal);
        Sample.Read(lower).ShouldBeVerified<PlatformRequest.Init>().ThongTinBienLai.PhiLePhi.Count.ShouldBe(2);
    }

    [Test]
    public void Should_take_json_inside_a_string()
    {
        var init = Sample.Signed(Sample.Init());
        Sample.Read(new JValue(init.ToString()).ToString(Newtonsoft.Json.Formatting.None)).ShouldBeVerified<PlatformRequest.Init>();
        init["ThongTinBienLai"] = init["ThongTinBienLai"]!.ToString();
        Sample.Read(init).ShouldBeVerified<PlatformRequest.Init>().ThongTinBienLai.MaHoSo.ShouldBe("H29.101-250701-0001");
    }

    [Test]
    public void Should_not_take_an_init_signed_in_the_callbacks_order()
    {
        // The trap (5.6): the callback has ThoiGianGD before ThongTinGiaoDich.
        var init = Sample.Init();
        init["MaXacThuc"] = Sample.Hash("INIT", "1.0.6", "DOITAC1", Sample.Reference, "150000", "PAY", "1", "1", "vi-VN", "VND", "PAYMENT", "20250701080000",
            "Nộp lệ phí", "127.0.0.1", "BIMAT-TEST");
        Sample.Read(init).ShouldBeRefused(CallbackOutcome.BadSignature, "platform.MaXacThuc.wrong");
    }

    [Test]
    public void Should_refuse_who_is_no_partner_or_has_another_secret()
    {
        var stranger = Sample.Query();
        stranger["MaDoiTac"] = "DOITAC9";
        Sample.Read(Sample.Signed(stranger)).ShouldBeRefused(CallbackOutcome.BadSignature, "platform.MaDoiTac.wrong");
        Sample.Read(Sample.Signed(Sample.Query(), "OTHER")).ShouldBeRefused(CallbackOutcome.BadSignature, "platform.MaXacThuc.wrong");
        Sample.Read(Sample.Query()).ShouldBeRefused(CallbackOutcome.BadSignature, "platform.MaXacThuc.wrong");
    }

    [Test]
    public void Should_take_both_secrets_in_the_overlap()
    {
        var settings = Sample.With(secrets: Secrets.Rotating("OLD", "NEW"));
        var (old, next) = (Sample.Signed(Sample.Query(), "OLD"), Sample.Signed(Sample.Query(), "NEW"));
        Sample.Read(old, settings, Secrets.Overlap).ShouldBeOfType<PlatformReading.Verified>().KeyId.ShouldBe("old");
        Sample.Read(next, settings, Secrets.Overlap).ShouldBeOfType<PlatformReading.Verified>().KeyId.ShouldBe("new");
        Sample.Read(old, settings, Secrets.After).ShouldBeRefused(CallbackOutcome.BadSignature, "platform.MaXacThuc.wrong");
        Sample.Read(next, settings, Secrets.Before).ShouldBeRefused(CallbackOutcome.BadSignature, "platform.MaXacThuc.wrong");
    }

    [Test]
    public void Should_not_let_a_pipe_move_the_borders_of_fields()
    {
        var query = Sample.Query();
        query["MaDoiTac"] = "DOITAC1";
        query["MaThamChieu"] = "A|B";
        Sample.Read(Sample.Signed(query)).ShouldBeRefused(CallbackOutcome.BadSignature, "platform.MaXacThuc.wrong");
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Should_never_read_another_request_from_a_body_with_one_byte_changed(ushort at, byte by)
    {
        var body = Encoding.UTF8.GetBytes(Sample.Signed(Sample.Query()).ToString(Newtonsoft.Json.Formatting.None));
        var reader = new PlatformReader(Sample.Settings, new PlatformPartners(Sample.Settings));
        return reader.Read(Calls.WithByteChanged(body, at, by), Calls.Now) is not PlatformReading.Verified verified
            || verified.Request.Header == new PlatformHeader("QUERY", "DOITAC1", Sample.Reference, "20250701080000");
    }
}
