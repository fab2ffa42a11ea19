using DichVuCong.Gateway.Tests.OneStop.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_a_counter_dossier_comes_in
{
    [Test]
    public async Task Should_register_it_and_set_its_saga_going_with_one_commit()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");
        var code = Sample.Code("H29");

        var reply = await client.PushAsync(isUpdating: false, Sample.Dossier(code));

        reply.ErrorCode.ShouldBe(0, reply.Message);
        reply.Message.ShouldNotBeNull().ShouldContain("thành công");
        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("stored");
        (await gateway.Database.ScalarAsync<string>(
                $"select concat_ws(' ', agency, system, origin, channel, state, caller, (applicant is not null)::text) from dossier.dossier where code = '{code}'"))
            .ShouldBe("H29 H29 3 1 1 H29 true");
        (await gateway.MessagesAsync(code)).ShouldBe("dossiers.register-agency-dossier.v1 dossiers.record-agency-status.v1");
        (await gateway.Database.ScalarAsync<long>($"select count(*) from dossier.content where code = '{code}'")).ShouldBe(1);
        (await gateway.Database.ScalarAsync<long>($"select count(*) from dossier.agency_record where code = '{code}'")).ShouldBe(1);
        (await gateway.RawBodiesAsync("DongBoHoSoMC", "stored")).ShouldBeGreaterThan(0);
    }

    [Test]
    public async Task Should_take_a_procedure_that_the_catalogue_does_not_know()
    {
        var client = await OneStopClient.LogInAsync("H29");

        var reply = await client.PushAsync(isUpdating: false, Sample.Dossier(Sample.Code("H29"), procedure: "9.999999"));

        reply.ErrorCode.ShouldBe(0, reply.Message);
    }

    [Test]
    public async Task Should_take_the_first_generation_too()
    {
        var client = await OneStopClient.LogInAsync("H29");
        var code = Sample.Code("H29");

        var reply = await client.PushG1Async(isUpdating: false, new Adapters.OneStop.Wire.G1.Dossier
        {
            MaHoSo = code,
            MaTTHC = Sample.Procedure,
            TenTTHC = "Thủ tục",
            MaLinhVuc = "G15-HT02",
            TenLinhVuc = "Hộ tịch",
            ChuHoSo = "Nguyễn Văn An",
            LoaiDoiTuong = "1",
            TrichYeuHoSo = "Hồ sơ",
            NgayTiepNhan = "20260105080000",
            TrangThaiHoSo = "2",
            HinhThuc = "0",
            DonViXuLy = "Bộ phận một cửa",
        });

        reply.ErrorCode.ShouldBe(0, reply.Message);
        (await (await SharedGateway.GetAsync()).RowsAsync(code)).ShouldBe(1);
    }
}
