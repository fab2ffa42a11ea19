using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire.Catalogue;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Tests.OneStop.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_a_province_proxy_calls
{
    [Test]
    public async Task Should_take_the_bare_array_of_the_first_shape_from_a_trusted_network()
    {
        var gateway = await SharedGateway.GetAsync();
        var code = Sample.Code("H29");

        var born = await SendAsync("/api/SynsTTHCC/DongBoHoSoMC?MaDinhDanhDV=H29&isUpdating=False", ClientRequests.BareDossiers([Sample.Dossier(code)]));
        var updated = await SendAsync(
            "/api/SynsTTHCC/DongBoHoSoMC?MaDinhDanhDV=H29&isUpdating=True", ClientRequests.BareDossiers([Sample.Dossier(code, state: "2")]));

        born.ErrorCode.ShouldBe(0, born.Message);
        updated.ErrorCode.ShouldBe(0, updated.Message);
        (await gateway.RowsAsync(code)).ShouldBe(1);
    }

    [Test]
    public async Task Should_take_the_three_addresses_of_the_second_shape_with_a_token()
    {
        var code = Sample.Code("H29");
        var token = new AuthenticationHeaderValue("Bearer", "dev-H29");

        var born = await SendAsync("/KetNoiMotCuaQuocGia/ThemMoiHoSo", ClientRequests.BareDossiers([Sample.Dossier(code)]), token);
        var updated = await SendAsync("/KetNoiMotCuaQuocGia/CapNhatHoSo", ClientRequests.BareDossiers([Sample.Dossier(code, state: "2")]), token);
        var progress = await SendAsync(
            "/KetNoiMotCuaQuocGia/DongBoTienTrinh", ClientRequests.BareProgress([Sample.Row(code, "4", "20260106090000")]), token);

        born.ErrorCode.ShouldBe(0, born.Message);
        updated.ErrorCode.ShouldBe(0, updated.Message);
        progress.ErrorCode.ShouldBe(0, progress.Message);
        progress.Message.ShouldNotBeNull().ShouldContain("thành công");
    }

    [Test]
    public async Task Should_take_http_basic_and_a_session_as_a_token()
    {
        var session = (await OneStopClient.LogInAsync("G12")).Session;
        var basic = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("G12:dev-G12")));

        foreach (var identity in new[] { basic, new AuthenticationHeaderValue("Bearer", session) })
        {
            var reply = await SendAsync("/KetNoiMotCuaQuocGia/LayThuTuc?maTTHC=1.001193", [], identity);
            reply.Rows<ProcedureDetail>().ShouldHaveSingleItem().Code.ShouldBe("1.001193");
        }
    }

    [Test]
    public async Task Should_answer_questions_asked_in_the_address()
    {
        var gateway = await SharedGateway.GetAsync();

        using var response = await gateway.Http.GetAsync(new Uri("/KetNoiMotCuaQuocGia/LayDanhMucLinhVuc?MaDinhDanhTinh=H29", UriKind.Relative));
        var reply = await OneStopClient.ReadAsync(response);

        reply.Rows<SectorRow>().ShouldNotBeEmpty();
    }

    [Test]
    public async Task Should_wrap_the_reply_once_more()
    {
        var gateway = await SharedGateway.GetAsync();

        var text = await gateway.Http.GetStringAsync(new Uri("/KetNoiMotCuaQuocGia/LayDanhMucLinhVuc?MaDinhDanhTinh=H29", UriKind.Relative));

        using var outer = JsonDocument.Parse(text);
        using var inner = JsonDocument.Parse(outer.RootElement.GetProperty("message").GetString()!);
        inner.RootElement.GetProperty("error_code").GetString().ShouldBe("0");
        inner.RootElement.GetProperty("result").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Test]
    public async Task Should_refuse_a_network_that_many_share_when_no_agency_is_named()
    {
        var code = Sample.Code("H29");

        var reply = await SendAsync("/KetNoiMotCuaQuocGia/ThemMoiHoSo", ClientRequests.BareDossiers([Sample.Dossier(code)]));

        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("proxy.agency.missing");
        (await (await SharedGateway.GetAsync()).RowsAsync(code)).ShouldBe(0);
    }

    [TestCase("Bearer", "bịa-ra", "proxy.token.invalid")]
    [TestCase("Bearer", "dev-portal", "proxy.token.invalid")]
    [TestCase("Basic", "SDI5Om5vcGU=", "proxy.token.invalid")]
    public async Task Should_refuse_who_is_not_known(string scheme, string parameter, string code)
    {
        var gateway = await SharedGateway.GetAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/KetNoiMotCuaQuocGia/LayDVC", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {Uri.EscapeDataString(parameter)}");
        using var response = await gateway.Http.SendAsync(request);

        (await OneStopClient.ReadAsync(response)).Results.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Test]
    public async Task Should_refuse_an_agency_that_is_no_account_here()
    {
        var reply = await SendAsync("/api/SynsTTHCC/DongBoHoSoMC?MaDinhDanhDV=Z99&isUpdating=False", ClientRequests.BareDossiers([Sample.Dossier(Sample.Code("H29"))]));

        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("proxy.caller.unknown");
    }

    [Test]
    public async Task Should_take_the_status_service_under_its_name_of_proxies()
    {
        var gateway = await SharedGateway.GetAsync();
        var code = await PortalDossier.FileAsync(gateway, "H29");

        var reply = await SendAsync(
            "/KetNoiMotCuaQuocGia/DongBoTrangThaiHoSoKM?madonvi=H29",
            Encoding.UTF8.GetBytes($$"""{"MaHoSo":"{{code}}","MaHoSoDonVi":"KM-1","NgayXuLy":"20260105100000","TrangThai":"2"}"""));

        reply.ErrorCode.ShouldBe(0, reply.Message);
        (await gateway.MessagesAsync(code)).ShouldBe("dossiers.record-agency-status.v1");
    }

    private static async Task<ReplyEnvelope> SendAsync(string path, byte[] body, AuthenticationHeaderValue? identity = null)
    {
        var gateway = await SharedGateway.GetAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Headers.Authorization = identity;
        using var response = await gateway.Http.SendAsync(request);
        return await OneStopClient.ReadAsync(response);
    }
}
