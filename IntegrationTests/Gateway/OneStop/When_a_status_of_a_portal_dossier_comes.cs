using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Gateway.Tests.OneStop.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_a_status_of_a_portal_dossier_comes
{
    [Test]
    public async Task Should_record_it_and_what_the_agency_calls_the_dossier()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");
        var code = await PortalDossier.FileAsync(gateway, "H29");

        var reply = await client.StatusAsync(new DossierStatus
        {
            MaHoSo = code,
            MaHoSoDonVi = "MC-2026-17",
            NgayXuLy = "20260105100000",
            TrangThai = "2",
            NoiDung = "Đã tiếp nhận",
        });

        reply.ErrorCode.ShouldBe(0, reply.Message);
        (await gateway.MessagesAsync(code)).ShouldBe("dossiers.record-agency-status.v1");
        (await gateway.Database.ScalarAsync<string>($"select own_code from dossier.alias where code = '{code}' and system = 'H29'")).ShouldBe("MC-2026-17");
    }

    [Test]
    public async Task Should_refuse_one_for_a_code_in_no_registry()
    {
        var client = await OneStopClient.LogInAsync("H29");

        var reply = await client.StatusAsync(new DossierStatus { MaHoSo = Sample.Code("H29"), NgayXuLy = "20260105100000", TrangThai = "2" });

        reply.ErrorCode.ShouldBe(-1);
        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("dossier.MaHoSo.unknown");
    }

    [Test]
    public async Task Should_refuse_another_system_and_record_the_conflict_over_the_code()
    {
        var gateway = await SharedGateway.GetAsync();
        var code = await PortalDossier.FileAsync(gateway, "H29");
        var stranger = await OneStopClient.LogInAsync("G15");

        var status = await stranger.StatusAsync(new DossierStatus { MaHoSo = code, NgayXuLy = "20260105100000", TrangThai = "2" });
        var push = await stranger.PushAsync(false, Sample.Dossier(code));

        status.Results.ShouldHaveSingleItem().Code.ShouldBe("dossier.MaHoSo.notYours");
        push.Results.ShouldHaveSingleItem().Code.ShouldBe("dossier.MaHoSo.taken");
        (await gateway.MessagesAsync(code)).ShouldBe("");
        (await gateway.Database.ScalarAsync<long>($"select count(*) from bus.conflict where identity = convert_to('{code}', 'UTF8')")).ShouldBe(1);
    }
}
