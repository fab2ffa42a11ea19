using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.OneStop.Tests.Fakes;
using G1 = DichVuCong.Adapters.OneStop.Wire.G1;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.OneStop.Tests.Wire;

internal sealed class When_reading_a_whole_dossier
{
    [Test]
    public void Should_read_what_a_system_of_the_first_generation_sends()
    {
        var request = Bodies.Read<SyncDossiers>(Golden.Text("g1-sync"), WireGeneration.G1);

        request.Session.ShouldBe("phien-mau-1");
        request.MaDonVi.ShouldBe("000.00.00.H22");
        request.Service.ShouldBe("DongBoHoSoMC");
        request.IsUpdating.ShouldBe(false);
        var item = request.Items.ShouldHaveSingleItem();
        item.Faults.ShouldBeEmpty();
        item.Notes.ShouldBeEmpty();
        item.MaHoSo.ShouldBe("000.00.01.H22-201015-0007");
        var dossier = item.Value.ShouldBeOfType<G1.Dossier>();
        dossier.TenTTHC.ShouldBe("Thủ tục đăng ký khai sinh");
        dossier.ChuHoSo.ShouldBe("NGUYỄN VĂN A");
        dossier.NgayHenTra.ShouldBe("20201016170000");
        dossier.NgayTra.ShouldBeNull();
        dossier.TaiLieuNop.ShouldHaveSingleItem().DuongDanTaiTepTin.ShouldBe("https://motcua.example.gov.vn/tep/7001");
        dossier.DanhSachLePhi.ShouldBeEmpty();
    }

    [Test]
    public void Should_read_what_a_system_of_the_second_generation_sends()
    {
        var dossier = Bodies.ReadDossier(Golden.Text("g2-sync")).ShouldBeOfType<G2.Dossier>();

        dossier.KenhThucHien.ShouldBe("2");
        dossier.DinhDanhCHS.ShouldHaveSingleItem().SoDinhDanh.ShouldBe("001000000001");
        dossier.DSKetNoiCSDL.ShouldHaveSingleItem().MaCSDL.ShouldBe("7");
        dossier.TaiLieuNop.Select(paper => paper.DuocLayTuKhoDMQG).ShouldBe(["0", "1"]);
        dossier.DanhSachLePhi.ShouldHaveSingleItem().Gia.ShouldBe("200000");
        dossier.DanhSachTepDinhKemKhac.ShouldHaveSingleItem().SoLuong.ShouldBe(2);
        dossier.DanhSachGiayToKetQua.ShouldHaveSingleItem().MaGiayToKetQua.ShouldBe("KQ.G15.000122");
        var supplement = dossier.DanhSachHoSoBoSung.ShouldHaveSingleItem();
        supplement.HoSoBoSungId.ShouldBe(1);
        supplement.TrangThaiBoSung.ShouldBe(true);
        supplement.NgayBoSung.ShouldBe("20261119080000");
        supplement.DanhSachGiayToBoSung.ShouldHaveSingleItem().TenTepDinhKem.ShouldBe("anh.jpg");
    }

    [Test]
    public void Should_keep_the_generations_apart() =>
        Bodies.ReadDossier(Golden.Text("g2-sync"), WireGeneration.G1).KenhThucHien.ShouldBeNull();

    [Test]
    public void Should_read_progress_row_by_row()
    {
        var request = Bodies.Read<RecordProgress>(Golden.Text("g2-progress"));

        request.Items.Select(item => item.Value!.TrangThai).ShouldBe(["2", "4"]);
        request.Items[0].Value!.PhongBanXuLy.ShouldBe("Bộ phận Một cửa");
        request.Items[1].Value!.ChucDanh.ShouldBeNull();
    }

    [Test]
    public void Should_read_the_status_of_a_dossier_of_the_portal()
    {
        var status = Bodies.Read<SyncStatus>(Golden.Text("g1-status")).Items.ShouldHaveSingleItem().Value.ShouldNotBeNull();

        status.MaHoSoDonVi.ShouldBe("BCT-KM-2026-0311");
        status.TaiLieuXuLy.ShouldHaveSingleItem().TepDinhKemId.ShouldBe("5");
    }
}
