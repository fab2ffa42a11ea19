using System.Text;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Wire;

internal sealed class When_a_body_is_broken
{
    [TestCase("", "body.empty")]
    [TestCase("  \n", "body.empty")]
    [TestCase("{\"service\":\"DongBoHoSoMC\",\"data\":[{\"MaHoSo\":\"H29", "body.invalidJson")]
    [TestCase("{\"service\":\"LayDVC\"", "body.invalidJson")]
    [TestCase("{\"service\":", "body.invalidJson")]
    [TestCase("{\"service\":\"LayDVC\",\"data\":[", "body.invalidJson")]
    [TestCase("{} {}", "body.invalidJson")]
    [TestCase("<html></html>", "body.invalidJson")]
    [TestCase("{\"service\":undefined}", "body.invalidJson")]
    [TestCase("{\"service\":new Date(1)}", "body.invalidJson")]
    [TestCase("{\"service\":NaN}", "body.invalidJson")]
    [TestCase("{\"service\":1e999}", "body.invalidJson")]
    [TestCase("{\"data\":[,]}", "body.invalidJson")]
    [TestCase("{\"SoDienThoai\":0123456701}", "body.invalidJson")]
    [TestCase("{\"SoDienThoai\":0x1F}", "body.invalidJson")]
    [TestCase("{\"SoDienThoai\":-0123}", "body.invalidJson")]
    [TestCase("[]", "envelope.wrongType")]
    [TestCase("\"xin chào\"", "envelope.wrongType")]
    [TestCase("null", "envelope.wrongType")]
    [TestCase("{}", "envelope.service.missing")]
    [TestCase("{\"service\":\" \"}", "envelope.service.missing")]
    [TestCase("{\"service\":{}}", "envelope.service.wrongType")]
    [TestCase("{\"service\":\"LayDVC\",\"service\":\"LayDVC\"}", "envelope.service.duplicate")]
    [TestCase("{\"service\":\"DongBoHoSoMC\"}", "envelope.data.missing")]
    [TestCase("{\"service\":\"DongBoHoSoMC\",\"data\":[]}", "envelope.data.empty")]
    [TestCase("{\"service\":\"DongBoHoSoMC\",\"data\":\"không phải JSON\"}", "envelope.data.wrongType")]
    [TestCase("{\"service\":\"DongBoHoSoMC\",\"isUpdating\":\"có\",\"data\":[]}", "envelope.isUpdating.malformed")]
    [TestCase("{\"service\":\"TraCuuHoSo\"}", "envelope.mahoso.missing")]
    [TestCase("{\"service\":\"TraCuuTechID\"}", "envelope.mstorcmnd.missing")]
    [TestCase("{\"service\":\"LayThuTuc\"}", "envelope.maTTHC.missing")]
    [TestCase("{\"service\":\"LayQDCB\"}", "envelope.idQDCB.missing")]
    public void Should_say_what_is_wrong_by_a_stable_code(string body, string code) => Bodies.Read(body).Fault.ShouldNotBeNull().Code.ShouldBe(code);

    [Test]
    public void Should_refuse_bytes_that_are_not_utf8()
    {
        byte[] windows1258 = [.. "{\"service\":\"LayDVC\",\"x\":\""u8, 0xCA, 0xEA, .. "\"}"u8];
        InboundRequest.Read(windows1258, WireGeneration.G1).Fault.ShouldNotBeNull().Code.ShouldBe("body.invalidUtf8");
    }

    [Test]
    public void Should_bound_the_nesting()
    {
        var deep = $"{{\"service\":\"LayDVC\",\"x\":{new string('[', 40)}{new string(']', 40)}}}";
        Bodies.Read(deep).Fault.ShouldNotBeNull().Code.ShouldBe("body.tooDeep");
    }

    [Test]
    public void Should_bound_the_bytes_the_values_and_the_items()
    {
        Bodies.Read(Bodies.Sync("[]"), limits: new WireLimits { MaxBytes = 20 }).Fault!.Code.ShouldBe("body.tooLarge");
        Bodies.Read(Bodies.Sync("[1,2,3,4,5,6,7,8,9]"), limits: new WireLimits { MaxValues = 10 }).Fault!.Code.ShouldBe("body.tooMany");
        Bodies.Read(Bodies.Sync("[{},{},{}]"), limits: new WireLimits { MaxItems = 2 }).Fault!.Code.ShouldBe("envelope.data.tooMany");
        var fees = Bodies.SyncWith("\"DanhSachLePhi\":[{\"Gia\":1},{\"Gia\":1},{\"Gia\":1}]");
        Bodies.Read(fees, limits: new WireLimits { MaxNested = 2 }).Value.ShouldBeOfType<SyncDossiers>()
            .Items[0].Faults.ShouldHaveSingleItem().Code.ShouldBe("dossier.DanhSachLePhi.tooMany");
    }

    [Test]
    public void Should_count_the_values_inside_doubled_json_too()
    {
        var hidden = Bodies.Sync($"\"[{string.Join(',', Enumerable.Repeat("[]", 100))}]\"");
        Bodies.Read(hidden, limits: new WireLimits { MaxValues = 50 }).Fault.ShouldNotBeNull().Code.ShouldBe("envelope.data.wrongType");
    }

    [Test]
    public void Should_not_take_zeros_inside_strings_for_numbers() =>
        Bodies.ReadDossier(Bodies.SyncWith("\"GhiChu\":\"số 0123, \\\"0x1F\\\"\",\"HinhThuc\":0")).GhiChu.ShouldBe("số 0123, \"0x1F\"");

    [Test]
    public void Should_read_a_mebibyte_of_nothing_in_a_bounded_time()
    {
        var brackets = Encoding.UTF8.GetBytes($"{{\"service\":\"LayDVC\",\"x\":[{string.Join(',', Enumerable.Repeat("[]", 300_000))}]}}");
        InboundRequest.Read(brackets, WireGeneration.G2).Fault.ShouldNotBeNull().Code.ShouldBe("body.tooMany");
    }
}
