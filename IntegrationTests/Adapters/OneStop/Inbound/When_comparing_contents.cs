using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Inbound;

internal sealed class When_comparing_contents
{
    private static readonly string Body = Golden.Text("g2-sync");

    /// <summary>Stored hashes must mean the same after every release: these values never change.</summary>
    [Test]
    public void Should_stay_the_same_for_ever()
    {
        HashOf(Body).ShouldBe("06c73de19d6bc792b96aae9926ba3ffd0719559ea74f2baa9699b4a9b9ccf74d");
        HashOf(Bodies.Sync($"[{Bodies.LeastDossier}]")).ShouldBe("6c88075722eef78c63c79e479ec3371ff8999e4bbf536fdf7e5b3870c12323d8");
    }

    [TestCase("\"TrangThaiHoSo\": \"10\"", "\"trangthaihoso\": 10")]
    [TestCase("\"NgayTra\": \"20261124103000\"", "\"NgayTra\": \"2026-11-24T10:30:00\"")]
    [TestCase("\"NgayTra\": \"20261124103000\"", "\"NgayTra\": 20261124103000")]
    [TestCase("\"IsDeleted\": \"False\"", "\"IsDeleted\": false")]
    [TestCase("\"TrangThaiBoSung\": true", "\"TrangThaiBoSung\": \"1\"")]
    [TestCase("\"DanhSachLePhiBoSung\": [],", "")]
    [TestCase("\"GhiChu\": \"\",", "")]
    [TestCase("\"SoLuong\": 2", "\"SoLuong\": \"2\"")]
    [TestCase("\"TenTTHC\": \"Cấp phiếu", "\"TenTTHC\": \"  Cấp phiếu")]
    [TestCase("token=mau", "token=moi")]
    [TestCase("\"session\": \"phien-mau-2\"", "\"session\": \"phien-khac\"")]
    [TestCase("\"isUpdating\": \"True\"", "\"isUpdating\": \"False\"")]
    public void Should_know_the_same_dossier_in_another_form(string from, string to) => HashOf(Change(from, to)).ShouldBe(HashOf(Body));

    [TestCase("\"TrangThaiHoSo\": \"10\"", "\"TrangThaiHoSo\": \"9\"")]
    [TestCase("\"NgayTra\": \"20261124103000\"", "\"NgayTra\": \"20261124103001\"")]
    [TestCase("\"GhiChu\": \"\"", "\"GhiChu\": \"x\"")]
    [TestCase("\"Gia\": \"200000\"", "\"Gia\": \"300000\"")]
    [TestCase("\"TepDinhKemId\": \"93\"", "\"TepDinhKemId\": \"94\"")]
    [TestCase("\"DuongDanTepTinKetQua\": \"https://motcua.example.gov.vn/ketqua/KQ1\"", "\"DuongDanTepTinKetQua\": \"\"")]
    [TestCase("\"SoLuong\": 2", "\"SoLuong\": 3")]
    public void Should_see_every_change_of_what_it_says(string from, string to) => HashOf(Change(from, to)).ShouldNotBe(HashOf(Body));

    [Test]
    public void Should_know_a_file_without_an_id_by_its_link()
    {
        var without = Body.Replace("\"GiayToId\": \"KQ1\"", "\"GiayToId\": \"\"");
        HashOf(without.Replace("ketqua/KQ1", "ketqua/KQ2")).ShouldNotBe(HashOf(without));
    }

    [Test]
    public void Should_identify_the_row_by_the_content()
    {
        var dossier = InboundDossier.Map(Bodies.ReadDossier(Body)).Value!;
        dossier.ContentHash.ShouldMatch("^[0-9a-f]{64}$");
        dossier.Row.RowId.ShouldBe(dossier.ContentHash[..16]);
    }

    private static string Change(string from, string to)
    {
        Body.ShouldContain(from);
        return Body.Replace(from, to);
    }

    private static string HashOf(string body) => InboundDossier.Map(Bodies.ReadDossier(body)).Value.ShouldNotBeNull().ContentHash;
}
