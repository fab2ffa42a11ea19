using System.Text;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Wire;

internal sealed class When_reading_each_service
{
    [TestCase("LayDanhSachTTHC", typeof(ListProcedures))]
    [TestCase("LayDVC", typeof(ListServices))]
    [TestCase("LayDanhMucCoQuan", typeof(ListAgencies))]
    [TestCase("LayDanhMucLinhVuc", typeof(ListSectors))]
    [TestCase("LayDanhMucNhomThuTuc", typeof(ListProcedureGroups))]
    [TestCase("laydanhmuccoquan", typeof(ListAgencies))]
    [TestCase("LayDanhMucDanToc", typeof(UnsupportedService))]
    public void Should_give_each_its_own_type(string service, Type type) =>
        Bodies.Read($$"""{"session":"s","madonvi":"H29","service":"{{service}}"}""").Value.ShouldBeOfType(type);

    [Test]
    public void Should_read_the_keys_of_look_ups()
    {
        Bodies.Read<LookUpDossier>("""{"service":"TraCuuHoSo","mahoso":"H29-261121-00001"}""").MaHoSo.ShouldBe("H29-261121-00001");
        Bodies.Read<LookUpAccount>("""{"service":"TraCuuTechID","provider":"wso2is","mstorcmnd":1000000001}""").Number.ShouldBe("1000000001");
        Bodies.Read<GetProcedure>("""{"service":"LayThuTuc","maTTHC":"1.001193"}""").MaTTHC.ShouldBe("1.001193");
        Bodies.Read<GetDecision>("""{"service":"LayQDCB","idQDCB":77}""").IdQDCB.ShouldBe("77");
    }

    [TestCase("LayDanhMucDanToc", "LayDanhMucDanToc")]
    [TestCase("Đồng bộ thành công", "(tên không hợp lệ)")]
    [TestCase("<script>", "(tên không hợp lệ)")]
    public void Should_show_only_names_that_are_names(string service, string shown) =>
        Bodies.Read<UnsupportedService>($$"""{"service":"{{service}}"}""").Name.ShouldBe(shown);

    [Test]
    public void Should_read_the_surroundings_before_it_is_known_whose_contents_they_are()
    {
        var envelope = InboundEnvelope.Read(Golden.Bytes("g2-sync")).Value!;
        envelope.Session.ShouldBe("phien-mau-2");
        envelope.MaDonVi.ShouldBe("H29");
        envelope.Bind(WireGeneration.G1).Value.ShouldBeOfType<SyncDossiers>().Generation.ShouldBe(WireGeneration.G1);
        envelope.Bind(WireGeneration.G2).Value.ShouldBeOfType<SyncDossiers>().Generation.ShouldBe(WireGeneration.G2);
    }

    [Test]
    public void Should_read_a_login()
    {
        var login = LoginRequest.Read("{\"username\":\"000.00.00.H60\",\"password\":\" bí mật \"}"u8.ToArray().AsMemory());
        login.Value!.Username.ShouldBe("000.00.00.H60");
        LoginRequest.Read("{\"username\":\"H29\"}"u8.ToArray()).Fault!.Code.ShouldBe("login.password.missing");
    }

    [Test]
    public void Should_not_print_sessions_passwords_or_contents()
    {
        var text = new StringBuilder();
        foreach (var name in Golden.All) text.Append(Bodies.Read(Golden.Text(name)).Value);
        text.Append(InboundEnvelope.Read(Golden.Bytes("g2-sync")).Value).Append(Bodies.ReadItem(Golden.Text("g2-sync"))).Append(Bodies.ReadDossier(Golden.Text("g2-sync")));
        text.Append(new LoginRequest { Username = "H29", Password = "phien-mau" }).Append(new RequestEnvelope { Session = "phien-mau" });
        text.ToString().ShouldNotContain("phien-mau");
        text.ToString().ShouldNotContain("TRẦN");
        text.ToString().ShouldNotContain("0010000");
    }
}
