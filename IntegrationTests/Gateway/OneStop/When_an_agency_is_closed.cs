using DichVuCong.Gateway.Tests.OneStop.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

/// <summary>000.00.01.H22 (Hà Giang) was closed on 30 June 2025; Tuyên Quang took over.</summary>
internal sealed class When_an_agency_is_closed
{
    private const string Closed = "000.00.01.H22";

    [Test]
    public async Task Should_bring_in_and_finish_its_old_dossiers()
    {
        var client = await OneStopClient.LogInAsync(Closed);
        var code = Sample.Code(Closed);

        var born = await client.PushAsync(false, Sample.Dossier(code, receivedAt: "20250620080000"));
        var row = await client.ProgressAsync(Sample.Row(code, "2", "20250621080000"));

        born.ErrorCode.ShouldBe(0, born.Message);
        row.ErrorCode.ShouldBe(0, row.Message);
    }

    [Test]
    public async Task Should_refuse_a_new_one_and_name_the_successor()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync(Closed);
        var code = Sample.Code(Closed);

        var reply = await client.PushAsync(false, Sample.Dossier(code, receivedAt: "20260105080000"));

        reply.ErrorCode.ShouldBe(-1);
        reply.Message.ShouldNotBeNull().ShouldContain("H60");
        reply.Message.ShouldNotBeNull().ShouldContain("Tuyên Quang");
        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("dossier.agency.closed");
        (await gateway.RowsAsync(code)).ShouldBe(0);
    }

    [Test]
    public async Task Should_be_one_agency_under_its_old_and_its_new_code()
    {
        var oldForm = await OneStopClient.LogInAsync("000.00.00.H60");
        var newForm = await OneStopClient.LogInAsync("H60");
        var code = Sample.Code("000.00.00.H60");

        var born = await oldForm.PushAsync(false, Sample.Dossier(code));
        var row = await newForm.ProgressAsync(Sample.Row(code, "2", "20260105090000"));

        born.ErrorCode.ShouldBe(0, born.Message);
        row.ErrorCode.ShouldBe(0, row.Message);
        (await (await SharedGateway.GetAsync()).Database.ScalarAsync<string>($"select agency from dossier.dossier where code = '{code}'")).ShouldBe("H60");
    }
}
