using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.OneStop;

/// <summary>From the first push to the result handed over, with the sagas running.</summary>
internal sealed class When_a_counter_dossier_travels
{
    [Test]
    public async Task Should_end_with_the_result_handed_over_and_every_row_in_the_history_once()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        await using var worker = await WorkerFixture.StartAsync(gateway);
        var client = await OneStopClient.LogInAsync(gateway, "H29");
        var code = Sample.Code("H29");
        var dossier = Sample.Dossier(code);
        ProgressRow[] rows =
        [
            Sample.Row(code, "10", "20260108150000"), Sample.Row(code, "2", "20260105090000"), Sample.Row(code, "9", "20260108100000"),
            Sample.Row(code, "4", "20260106090000"),
        ];

        for (var push = 0; push < 3; push++)
        {
            (await client.PushAsync(false, dossier)).ErrorCode.ShouldBe(0);
            (await client.ProgressAsync(rows)).ErrorCode.ShouldBe(0);
        }

        await Eventually.HoldsAsync(async () => await StateOfAsync(gateway, code) == 10, "the result is handed over");
        (await client.ProgressAsync(rows)).Results.ShouldAllBe(item => item.Code == "sameAgain");
        (await client.PushAsync(false, dossier)).Results.ShouldHaveSingleItem().Code.ShouldBe("sameAgain");
        await Eventually.HoldsAsync(
            async () => await gateway.Database.ScalarAsync<long>("select count(*) from bus.ready") == 0, "nothing is left to do");
        (await gateway.Database.ScalarAsync<string>(
                $"select string_agg(state::text, ' ' order by at, state) from dossier.history where code = '{code}'"))
            .ShouldBe("1 2 4 9 10");
        (await client.AskAsync(OneStopServices.LookUpDossier, maHoSo: code)).Rows<DossierSummary>().ShouldHaveSingleItem().TrangThaiHoSo.ShouldBe("10");
        worker.Delivered.ShouldBeEmpty();
    }

    private static async Task<short> StateOfAsync(GatewayFixture gateway, string code) =>
        await gateway.Database.ScalarAsync<short>($"select state from dossier.dossier where code = '{code}'");
}
