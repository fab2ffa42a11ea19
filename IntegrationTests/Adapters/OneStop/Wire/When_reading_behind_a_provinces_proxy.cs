using System.Text;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Wire;

internal sealed class When_reading_behind_a_provinces_proxy
{
    private static readonly BareCall Create = new(OneStopServices.SyncDossiers, "H29", "True");

    [Test]
    public void Should_read_the_bare_array_with_what_the_address_says()
    {
        var request = ReadBare($"[{Bodies.LeastDossier}]", Create).ShouldBeOfType<SyncDossiers>();
        request.Session.ShouldBeNull();
        request.MaDonVi.ShouldBe("H29");
        request.IsUpdating.ShouldBe(true);
        request.Items.ShouldHaveSingleItem().Value!.MaHoSo.ShouldBe("H29-261121-00001");
    }

    [Test]
    public void Should_read_a_single_object_and_an_envelope_too()
    {
        ReadBare(Bodies.LeastDossier, Create).ShouldBeOfType<SyncDossiers>().Items.Count.ShouldBe(1);
        ReadBare(Bodies.Sync($"[{Bodies.LeastDossier}]"), Create).ShouldBeOfType<SyncDossiers>().IsUpdating.ShouldBe(true);
        ReadBare(Bodies.Sync($"[{Bodies.LeastDossier}]"), new(OneStopServices.SyncDossiers)).ShouldBeOfType<SyncDossiers>().MaDonVi.ShouldBe("H29");
    }

    [Test]
    public void Should_read_the_proxys_own_name_of_a_service()
    {
        const string Status = """[{"MaHoSo":"G13-261120-5000007","NgayXuLy":"20261120101500","TrangThai":"11"}]""";
        ReadBare(Status, new("DongBoTrangThaiHoSoKM", "G13")).ShouldBeOfType<SyncStatus>().Items.ShouldHaveSingleItem().Faults.ShouldBeEmpty();
    }

    [Test]
    public void Should_refuse_a_flag_that_is_none() =>
        InboundEnvelope.ReadBare("[]"u8.ToArray(), Create with { IsUpdating = "maybe" }).Fault!.Code.ShouldBe("envelope.isUpdating.malformed");

    [Test]
    public void Should_read_calls_without_a_body()
    {
        FromQuery("LayThuTuc", ("maTTHC", "1.001193"), ("MaDinhDanhDV", "H29")).ShouldBeOfType<GetProcedure>().MaDonVi.ShouldBe("H29");
        FromQuery("TraCuuTechID", ("mstorcmnd", "1000000001")).ShouldBeOfType<LookUpAccount>().Number.ShouldBe("1000000001");
        FromQuery("LayDanhMucLinhVuc").ShouldBeOfType<ListSectors>();
    }

    [Test]
    public void Should_refuse_a_parameter_that_is_given_twice() =>
        InboundEnvelope.FromQuery("LayThuTuc", [new("maTTHC", "1.001193"), new("maTTHC", "1.001194")]).Fault!.Code.ShouldBe("envelope.maTTHC.duplicate");

    private static InboundRequest? FromQuery(string service, params (string Name, string Value)[] query) =>
        InboundEnvelope.FromQuery(service, query.Select(pair => new KeyValuePair<string, string?>(pair.Name, pair.Value))).Value!.Bind(WireGeneration.G2).Value;

    private static InboundRequest? ReadBare(string body, BareCall call) =>
        InboundEnvelope.ReadBare(Encoding.UTF8.GetBytes(body), call).Value!.Bind(WireGeneration.G2).Value;
}
