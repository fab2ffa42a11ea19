using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.OneStop.Tests.Fakes;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.OneStop.Tests.Wire;

internal sealed class When_fields_break_rules
{
    [TestCase("\"MaHoSo\":\"\"", "dossier.MaHoSo.missing", "data[0].MaHoSo")]
    [TestCase("\"MaHoSo\":\"H29/261121/1\"", "dossier.MaHoSo.malformed", "data[0].MaHoSo")]
    [TestCase("\"MaTTHC\":\"KHAISINH\"", "dossier.MaTTHC.malformed", "data[0].MaTTHC")]
    [TestCase("\"TrangThaiHoSo\":null", "dossier.TrangThaiHoSo.missing", "data[0].TrangThaiHoSo")]
    [TestCase("\"TrangThaiHoSo\":\"đang xử lý\"", "dossier.TrangThaiHoSo.malformed", "data[0].TrangThaiHoSo")]
    [TestCase("\"TrangThaiHoSo\":2.5", "dossier.TrangThaiHoSo.malformed", "data[0].TrangThaiHoSo")]
    [TestCase("\"ChuHoSo\":[\"A\"]", "dossier.ChuHoSo.wrongType", "data[0].ChuHoSo")]
    [TestCase("\"MaLinhVuc\":\"G15\\u0007\"", "dossier.MaLinhVuc.malformed", "data[0].MaLinhVuc")]
    [TestCase("\"DanhSachLePhi\":\"miễn phí\"", "dossier.DanhSachLePhi.wrongType", "data[0].DanhSachLePhi")]
    [TestCase("\"DanhSachLePhi\":[7]", "fee.wrongType", "data[0].DanhSachLePhi[0]")]
    [TestCase("\"TaiLieuNop\":[{},{\"IsDeleted\":\"xóa\"}]", "paper.IsDeleted.malformed", "data[0].TaiLieuNop[1].IsDeleted")]
    [TestCase("\"TaiLieuNop\":[{\"DuongDanTaiTepTin\":\"javascript:alert(1)\"}]", "paper.DuongDanTaiTepTin.malformed", "data[0].TaiLieuNop[0].DuongDanTaiTepTin")]
    [TestCase("\"DanhSachTepDinhKemKhac\":[{\"SoLuong\":\"hai\"}]", "otherPaper.SoLuong.malformed", "data[0].DanhSachTepDinhKemKhac[0].SoLuong")]
    [TestCase("\"DanhSachHoSoBoSung\":[{\"DanhSachGiayToBoSung\":[{\"TepDinhKemId\":{}}]}]", "paper.TepDinhKemId.wrongType", "data[0].DanhSachHoSoBoSung[0].DanhSachGiayToBoSung[0].TepDinhKemId")]
    public void Should_refuse_the_item_naming_field_and_rule(string member, string code, string field)
    {
        var item = Bodies.ReadItem(Bodies.SyncWith(member));
        item.Value.ShouldBeNull();
        var fault = item.Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe(code);
        fault.Field.ShouldBe(field);
        fault.Message.ShouldContain(field);
    }

    [Test]
    public void Should_list_all_that_is_wrong_with_an_item()
    {
        var item = Bodies.ReadItem(Bodies.Sync("[{\"MaHoSo\":\"H29-261121-00001\",\"NgayTiepNhan\":\"mai\",\"TrangThaiHoSo\":\"?\"}]"));
        item.MaHoSo.ShouldBe("H29-261121-00001");
        item.Faults.Select(fault => fault.Code).ShouldBe(
            ["dossier.NgayTiepNhan.malformed", "dossier.TrangThaiHoSo.malformed", "dossier.MaTTHC.missing"]);
    }

    [Test]
    public void Should_read_the_other_items_of_the_call()
    {
        var request = Bodies.Read<SyncDossiers>(Bodies.Sync($"[{{}},7,{Bodies.LeastDossier},null]"));
        request.Items.Select(item => item.Value is null).ShouldBe([true, true, false, true]);
        request.Items.Select(item => item.Path).ShouldBe(["data[0]", "data[1]", "data[2]", "data[3]"]);
    }

    [Test]
    public void Should_cut_a_note_of_more_than_2000_characters_and_say_so()
    {
        var item = Bodies.ReadItem(Bodies.SyncWith($"\"GhiChu\":\"{new string('ô', 2001)}\""));
        item.Value!.GhiChu.ShouldBe(new string('ô', 2000));
        item.Notes.ShouldHaveSingleItem().Code.ShouldBe("dossier.GhiChu.trimmed");
    }

    [Test]
    public void Should_never_cut_a_code()
    {
        var item = Bodies.ReadItem(Bodies.SyncWith($"\"MaDoiTuong\":\"{new string('1', 51)}\""));
        var fault = item.Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe("dossier.MaDoiTuong.tooLong");
        fault.Message.ShouldBe("Trường data[0].MaDoiTuong dài quá 50 ký tự.");
    }

    [Test]
    public void Should_not_cut_a_character_in_half()
    {
        var dossier = (G2.Dossier)Bodies.ReadDossier(Bodies.SyncWith($"\"ChuHoSo\":\"{new string('a', 499)}😀\""));
        dossier.ChuHoSo.ShouldBe(new string('a', 499));
    }

    [Test]
    public void Should_take_out_what_no_database_stores_and_say_so()
    {
        var item = Bodies.ReadItem(Bodies.SyncWith("\"ChuHoSo\":\"A\\u0000BC😀\""));
        ((G2.Dossier)item.Value!).ChuHoSo.ShouldBe("ABC😀");
        item.Notes.ShouldHaveSingleItem().Code.ShouldBe("dossier.ChuHoSo.cleaned");
    }

    [TestCase("\\ud800")]
    [TestCase("\\udc00")]
    [TestCase("\\ud800\\ud800")]
    [TestCase("\\udc00\\ud800x")]
    public void Should_let_no_half_of_a_character_through(string escaped)
    {
        var text = ((G2.Dossier)Bodies.ReadDossier(Bodies.SyncWith($"\"ChuHoSo\":\"A{escaped}\""))).ChuHoSo!;
        text.ShouldAllBe(character => !char.IsSurrogate(character));
        text.ShouldContain('\uFFFD');
    }

    [Test]
    public void Should_keep_enumerations_that_no_list_names() =>
        ((G2.Dossier)Bodies.ReadDossier(Bodies.SyncWith("\"KenhThucHien\":\"Trực tuyến\",\"LoaiDoiTuong\":\"9\""))).KenhThucHien.ShouldBe("Trực tuyến");
}
