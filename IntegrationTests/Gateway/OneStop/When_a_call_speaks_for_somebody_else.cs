using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Tests.OneStop.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_a_call_speaks_for_somebody_else
{
    [TestCase("G15", "envelope.madonvi.notYours")]
    [TestCase("Z99", "envelope.madonvi.unknown")]
    [TestCase("tỉnh nhà", "envelope.madonvi.malformed")]
    public async Task Should_refuse_it(string maDonVi, string code)
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29", maDonVi);
        var dossier = Sample.Code("H29");

        var reply = await client.PushAsync(false, Sample.Dossier(dossier));

        reply.ErrorCode.ShouldBe(-1);
        reply.Results.ShouldHaveSingleItem().Code.ShouldBe(code);
        (await gateway.RowsAsync(dossier)).ShouldBe(0);
        (await gateway.RawBodiesAsync("DongBoHoSoMC", code)).ShouldBe(1);
    }

    [Test]
    public async Task Should_refuse_a_new_dossier_under_a_code_of_another_agency()
    {
        var client = await OneStopClient.LogInAsync("H29");

        var reply = await client.PushAsync(false, Sample.Dossier(Sample.Code("G12")));

        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("dossier.MaHoSo.notYours");
    }

    [Test]
    public async Task Should_refuse_an_update_of_another_agencys_dossier()
    {
        var owner = await OneStopClient.LogInAsync("H29");
        var code = Sample.Code("H29");
        await owner.PushAsync(false, Sample.Dossier(code));
        var stranger = await OneStopClient.LogInAsync("G15");

        var reply = await stranger.PushAsync(true, Sample.Dossier(code, state: "2"));

        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("dossier.MaHoSo.notYours");
    }

    [Test]
    public async Task Should_take_a_unit_of_its_own_by_a_code_that_no_table_knows()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");
        var code = Sample.Code("000.77.04.H29");

        var reply = await client.PushAsync(false, Sample.Dossier(code));

        reply.ErrorCode.ShouldBe(0, reply.Message);
        (await gateway.Database.ScalarAsync<string>($"select agency from dossier.dossier where code = '{code}'")).ShouldBe("H29");
    }

    [TestCase("VN:GOV:000.00.00.G22:vpcpdvcprovider", null)]
    [TestCase("VN:COM:0101234567:Something", null)]
    [TestCase("somewhere", "dstcode.malformed")]
    public async Task Should_look_at_the_address_in_the_query_and_in_the_header(string dstCode, string? fault)
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");
        var body = ClientRequests.Call(client.Envelope(OneStopServices.ListSectors));

        var byQuery = await OneStopClient.SendAsync(gateway, $"{OneStopClient.Share}?dstcode={dstCode}&providerurl=http://10.0.0.1", body);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(OneStopClient.Share, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Headers.Add("dstcode", dstCode);
        using var response = await gateway.Http.SendAsync(request);
        var byHeader = await OneStopClient.ReadAsync(response);

        byQuery.ErrorCode.ShouldBe(fault is null ? 0 : -1);
        byHeader.ErrorCode.ShouldBe(byQuery.ErrorCode);
        if (fault is not null) byHeader.Results.ShouldHaveSingleItem().Code.ShouldBe(fault);
    }
}
