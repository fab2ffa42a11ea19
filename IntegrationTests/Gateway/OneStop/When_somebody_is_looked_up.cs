using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Catalogue;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_somebody_is_looked_up
{
    [Test]
    public async Task Should_tell_the_state_of_an_own_dossier()
    {
        var client = await OneStopClient.LogInAsync("H29");
        var code = Sample.Code("H29");
        await client.PushAsync(false, Sample.Dossier(code));

        var found = (await client.AskAsync(OneStopServices.LookUpDossier, maHoSo: code)).Rows<DossierSummary>().ShouldHaveSingleItem();

        found.MaHoSo.ShouldBe(code);
        found.TrangThaiHoSo.ShouldBe("1");
        found.TenLinhVuc.ShouldBe("Hộ tịch");
        found.LoaiDoiTuong.ShouldBe("1");
        found.HinhThuc.ShouldBe("0");
        found.DonViXuLy.ShouldBe("Bộ phận một cửa");
    }

    [TestCase("H29-260105-99998")]
    [TestCase("không phải mã")]
    public async Task Should_have_nothing_for_an_unknown_dossier(string code)
    {
        var client = await OneStopClient.LogInAsync("H29");

        var reply = await client.AskAsync(OneStopServices.LookUpDossier, maHoSo: code);

        reply.ErrorCode.ShouldBe(0);
        reply.Rows<DossierSummary>().ShouldBeEmpty();
    }

    [Test]
    public async Task Should_not_tell_about_another_agencys_dossier()
    {
        var owner = await OneStopClient.LogInAsync("H29");
        var code = Sample.Code("H29");
        await owner.PushAsync(false, Sample.Dossier(code));

        var reply = await (await OneStopClient.LogInAsync("G15")).AskAsync(OneStopServices.LookUpDossier, maHoSo: code);

        reply.ErrorCode.ShouldBe(-1);
        reply.Rows<DossierSummary>().ShouldBeEmpty();
    }

    [Test]
    public async Task Should_find_the_account_behind_a_number_and_record_who_asked()
    {
        var gateway = await SharedGateway.GetAsync();
        var identity = gateway.Services.GetRequiredService<Sealer>().HashIdentity("001090000042");
        await gateway.Services.GetRequiredService<Door>().AcceptAsync(
            new DoorCall { Records = [new NotePortalAccount(identity, "tech-42")] }, CancellationToken.None);
        var client = await OneStopClient.LogInAsync("G12");

        var reply = await client.AskAsync(OneStopServices.LookUpAccount, number: "001090000042");

        reply.Rows<AccountRow>().ShouldHaveSingleItem().TechId.ShouldBe("tech-42");
        (await gateway.Database.ScalarAsync<string>("select account || ' ' || split_part(action, ' ', 1) from dossier.viewed order by id desc limit 1"))
            .ShouldBe("G12 TraCuuTechID");
    }

    [TestCase("001090000099", 0)]
    [TestCase("số nào đó", -1)]
    public async Task Should_have_no_account_for_an_unknown_number(string number, int errorCode)
    {
        var client = await OneStopClient.LogInAsync("G12");

        var reply = await client.AskAsync(OneStopServices.LookUpAccount, number: number);

        reply.ErrorCode.ShouldBe(errorCode);
        reply.Rows<AccountRow>().ShouldBeEmpty();
    }
}
