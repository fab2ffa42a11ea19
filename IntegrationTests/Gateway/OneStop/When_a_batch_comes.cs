using DichVuCong.Contracts;
using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Runtime.Lanes;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_a_batch_comes
{
    [Test]
    public async Task Should_take_what_is_right_and_refuse_the_rest_item_by_item()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");
        var (first, second, foreign) = (Sample.Code("H29"), Sample.Code("H29"), Sample.Code("G12"));

        var reply = await client.PushAsync(
            false, Sample.Dossier(first), Sample.Dossier(second, receivedAt: "hôm qua"), Sample.Dossier(foreign), Sample.Dossier(first),
            Sample.Dossier(first, state: "2"));

        reply.ErrorCode.ShouldBe(-1);
        reply.Results.Select(item => item.Code)
            .ShouldBe(["stored", "dossier.NgayTiepNhan.malformed", "dossier.MaHoSo.notYours", "sameAgain", "dossier.MaHoSo.exists"]);
        reply.Results.Select(item => item.MaHoSo).ShouldBe([first, second, foreign, first, first]);
        (await gateway.RowsAsync(first)).ShouldBe(1);
        (await gateway.RowsAsync(second)).ShouldBe(0);
        (await gateway.RowsAsync(foreign)).ShouldBe(0);
    }

    [Test]
    public async Task Should_let_a_backlog_wait_behind_fresh_dossiers()
    {
        var client = await OneStopClient.LogInAsync("H29");
        var (fresh, old) = (Sample.Code("H29"), Sample.Code("H29"));
        var today = VietnamTime.ToWire(TimeProvider.System.GetUtcNow());

        var reply = await client.PushAsync(false, Sample.Dossier(fresh, receivedAt: today), Sample.Dossier(old, receivedAt: "20250801080000"));

        reply.ErrorCode.ShouldBe(0, reply.Message);
        (await UrgencyOfAsync(fresh)).ShouldBe(Urgency.Normal);
        (await UrgencyOfAsync(old)).ShouldBe(Urgency.Bulk);
    }

    private static async Task<Urgency> UrgencyOfAsync(string code) =>
        (Urgency)await (await SharedGateway.GetAsync()).Database.ScalarAsync<int>($"select flow % 3 from dossier.dossier where code = '{code}'");
}
