using System.Text;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.OneStop.Tests.Fakes;
using Newtonsoft.Json;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.OneStop.Tests.Wire;

internal sealed class When_a_partner_writes_it_its_own_way
{
    [TestCase("\"True\"", true)]
    [TestCase("\"False\"", false)]
    [TestCase("\"true\"", true)]
    [TestCase("\" FALSE \"", false)]
    [TestCase("true", true)]
    [TestCase("false", false)]
    [TestCase("1", true)]
    [TestCase("0", false)]
    [TestCase("\"1\"", true)]
    [TestCase("\"\"", null)]
    [TestCase("null", null)]
    public void Should_read_every_spelling_of_a_flag(string json, bool? expected) =>
        Bodies.Read<SyncDossiers>(Bodies.Sync($"[{Bodies.LeastDossier}]", json)).IsUpdating.ShouldBe(expected);

    [TestCase("\"TrangThaiHoSo\":4", "4")]
    [TestCase("\"TrangThaiHoSo\":4.0", "4")]
    [TestCase("\"TrangThaiHoSo\":\"04\"", "4")]
    [TestCase("\"TrangThaiHoSo\":\" 10 \"", "10")]
    [TestCase("\"trangthaihoso\":\"9\"", "9")]
    [TestCase("\"TRANGTHAIHOSO\":9", "9")]
    public void Should_read_numbers_as_strings_and_names_in_any_letter_case(string member, string expected) =>
        Bodies.ReadDossier(Bodies.SyncWith(member)).TrangThaiHoSo.ShouldBe(expected);

    [TestCase("\"HoSoCoThanhPhanSoHoa\":true", "1")]
    [TestCase("\"HoSoCoThanhPhanSoHoa\":\"False\"", "0")]
    [TestCase("\"HoSoCoThanhPhanSoHoa\":1", "1")]
    public void Should_read_booleans_where_the_contract_has_0_and_1(string member, string expected) =>
        ((G2.Dossier)Bodies.ReadDossier(Bodies.SyncWith(member))).HoSoCoThanhPhanSoHoa.ShouldBe(expected);

    [TestCase("\"MaTTHC\":1.005120", "1.005120")]
    [TestCase("\"NgayTiepNhan\":20261121083000", "20261121083000")]
    public void Should_lose_no_digit_of_what_came_as_a_number(string member, string expected)
    {
        var dossier = Bodies.ReadDossier(Bodies.SyncWith(member));
        (member.Contains("MaTTHC") ? dossier.MaTTHC : dossier.NgayTiepNhan).ShouldBe(expected);
    }

    [TestCase("null", 0)]
    [TestCase("\"\"", 0)]
    [TestCase("{}", 0)]
    [TestCase("[]", 0)]
    [TestCase("[null,{},\"\"]", 0)]
    [TestCase("{\"Gia\":\"5000\"}", 1)]
    [TestCase("[{\"Gia\":5000},{\"gia\":\"6000\"}]", 2)]
    [TestCase("\"[{\\\"Gia\\\":\\\"5000\\\"}]\"", 1)]
    [TestCase("[\"{\\\"Gia\\\":\\\"5000\\\"}\"]", 1)]
    public void Should_read_every_shape_of_a_list(string json, int count)
    {
        var dossier = (G2.Dossier)Bodies.ReadDossier(Bodies.SyncWith($"\"DanhSachLePhi\":{json}"));
        dossier.DanhSachLePhi.Count.ShouldBe(count);
        dossier.DanhSachLePhi.ShouldAllBe(fee => fee.Gia == "5000" || fee.Gia == "6000");
    }

    [TestCase("{0}")]
    [TestCase("[{0}]")]
    [TestCase("\"{1}\"")]
    [TestCase("\"[{1}]\"")]
    [TestCase("[\"{1}\"]")]
    public void Should_read_every_shape_of_data(string shape)
    {
        var escaped = Bodies.LeastDossier.Replace("\"", "\\\"");
        var data = shape.Replace("{0}", Bodies.LeastDossier).Replace("{1}", escaped);
        Bodies.ReadDossier(Bodies.Sync(data)).MaHoSo.ShouldBe("H29-261121-00001");
    }

    [Test]
    public void Should_read_a_body_that_is_a_string_of_a_body()
    {
        var doubled = JsonConvert.SerializeObject(Golden.Text("g2-sync"));
        Bodies.ReadDossier(doubled).MaHoSo.ShouldBe("H29.101-261118-00042");
        Bodies.ReadDossier(JsonConvert.SerializeObject(doubled)).MaHoSo.ShouldBe("H29.101-261118-00042");
    }

    [Test]
    public void Should_read_a_body_behind_a_byte_order_mark()
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. Golden.Bytes("g2-sync")];
        InboundRequest.Read(body, WireGeneration.G2).Value.ShouldBeOfType<SyncDossiers>();
    }

    [Test]
    public void Should_read_bodies_that_were_put_together_by_hand()
    {
        var byHand = "{'session':'s', service:\"dongbohosomc\", /* thử */ \"data\":[" + Bodies.LeastDossier[..^1] + ",\"GhiChu\":\"dòng một\ndòng hai\",},]}";
        Bodies.ReadDossier(byHand).GhiChu.ShouldBe("dòng một\ndòng hai");
    }

    [TestCase("\"chuhoso\":\"sai\",\"ChuHoSo\":\"đúng\"")]
    [TestCase("\"ChuHoSo\":\"đúng\",\"CHUHOSO\":\"sai\"")]
    public void Should_let_the_exact_spelling_of_a_name_win(string members) =>
        ((G2.Dossier)Bodies.ReadDossier(Bodies.SyncWith(members))).ChuHoSo.ShouldBe("đúng");

    [Test]
    public void Should_not_choose_between_two_wrong_spellings() =>
        Bodies.ReadItem(Bodies.SyncWith("\"chuhoso\":\"A\",\"CHUHOSO\":\"B\"")).Faults.ShouldHaveSingleItem().Code.ShouldBe("dossier.ChuHoSo.duplicate");

    [Test]
    public void Should_read_white_space_as_nothing()
    {
        var dossier = (G2.Dossier)Bodies.ReadDossier(Bodies.SyncWith("\"ChuHoSo\":\"  A \",\"NgayHenTra\":\"  \",\"Email\":\"\\t\""));
        dossier.ChuHoSo.ShouldBe("A");
        dossier.NgayHenTra.ShouldBeNull();
        dossier.Email.ShouldBeNull();
    }
}
