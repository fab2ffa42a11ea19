using System.Text;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.OneStop.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;
using G1 = DichVuCong.Adapters.OneStop.Wire.G1;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;
using Property = FsCheck.Property;

namespace DichVuCong.OneStop.Tests.Wire;

internal sealed class When_writing_and_reading_again
{
    private static readonly RequestEnvelope Create = new() { Session = "s", MaDonVi = "H29", Service = "DongBoHoSoMC", IsUpdating = "False" };

    [Test]
    public void Should_write_the_first_generation_as_it_was_sent()
    {
        var sent = Golden.Text("g1-sync");
        var dossier = (G1.Dossier)Bodies.ReadDossier(sent, WireGeneration.G1);
        var envelope = new RequestEnvelope { Session = "phien-mau-1", MaDonVi = "000.00.00.H22", Service = "DongBoHoSoMC", IsUpdating = "False" };
        ShouldBeAlike(ClientRequests.SyncDossiers(envelope, [dossier]), sent, "SoBienNhan");
    }

    [Test]
    public void Should_write_the_second_generation_with_its_own_fields()
    {
        var dossier = (G2.Dossier)Bodies.ReadDossier(Golden.Text("g2-sync"));
        var written = Encoding.UTF8.GetString(ClientRequests.BareDossiers([dossier]));
        var again = (G2.Dossier)InboundEnvelope.ReadBare(Encoding.UTF8.GetBytes(written), new("DongBoHoSoMC")).Value!
            .Bind(WireGeneration.G2).Value.ShouldBeOfType<SyncDossiers>().Items[0].Value!;
        ClientRequests.BareDossiers([again]).ShouldBe(Encoding.UTF8.GetBytes(written));
        written.ShouldContain("\"KenhThucHien\":\"2\"");
        written.ShouldContain("\"SoLuong\":2");
        written.ShouldContain("\"NgayTuChoi\":\"\"");
        written.ShouldContain("TRẦN THỊ B");
    }

    [Test]
    public void Should_write_progress_and_status_as_they_were_sent()
    {
        var rows = Bodies.Read<RecordProgress>(Golden.Text("g2-progress")).Items.Select(item => item.Value!).ToList();
        ShouldBeAlike(ClientRequests.RecordProgress(new() { Session = "phien-mau-2", MaDonVi = "H29", Service = "CapNhatTienDoHoSoMC" }, rows), Golden.Text("g2-progress"));
        var status = Bodies.Read<SyncStatus>(Golden.Text("g1-status")).Items[0].Value!;
        ShouldBeAlike(ClientRequests.SyncStatus(new() { Session = "phien-mau-1", MaDonVi = "G13", Service = "DongBoTrangThaiHoSo", Type = "2" }, status), Golden.Text("g1-status"));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Should_bring_back_every_text() => Prop.ForAll(Texts(), text =>
    {
        var dossier = new G2.Dossier
        {
            MaHoSo = "H29-261121-00001",
            MaTTHC = "1.001193",
            TrangThaiHoSo = "2",
            ChuHoSo = text,
            DanhSachGiayToKetQua = [new() { TenGiayTo = text }],
        };
        var again = InboundRequest.Read(ClientRequests.SyncDossiers(Create, [dossier]), WireGeneration.G2).Value.ShouldBeOfType<SyncDossiers>();
        var read = (G2.Dossier)again.Items[0].Value!;
        return (read.ChuHoSo ?? "") == text.Trim() && (read.DanhSachGiayToKetQua.Count == 0 || (read.DanhSachGiayToKetQua[0].TenGiayTo ?? "") == text.Trim());
    });

    private static Arbitrary<string> Texts() => Gen.ArrayOf(Gen.Elements("ế", "\"", "\\", "\n", "\t", " ", "<", "'", "{", "0", "😀", "\u2028", "Đ", "/", "é"))
        .Where(parts => parts.Length < 100).Select(string.Concat).ToArbitrary();

    private static void ShouldBeAlike(byte[] written, string sent, params string[] added)
    {
        var actual = JToken.Parse(Encoding.UTF8.GetString(written));
        foreach (var property in ((JContainer)actual).Descendants().OfType<JProperty>().Where(property => added.Contains(property.Name)).ToArray()) property.Remove();
        JToken.DeepEquals(actual, JToken.Parse(sent)).ShouldBeTrue($"{actual}");
    }
}
