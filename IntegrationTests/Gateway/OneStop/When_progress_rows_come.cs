using DichVuCong.Gateway.Tests.OneStop.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_progress_rows_come
{
    [Test]
    public async Task Should_take_them_in_any_order_and_each_once()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");
        var code = Sample.Code("H29");
        await client.PushAsync(false, Sample.Dossier(code));

        var reply = await client.ProgressAsync(
            Sample.Row(code, "4", "20260106090000"), Sample.Row(code, "2", "20260105090000"), Sample.Row(code, "4", "20260106090000"));

        reply.ErrorCode.ShouldBe(0, reply.Message);
        reply.Results.Select(item => item.Code).ShouldBe(["stored", "stored", "sameAgain"]);
        (await gateway.MessagesAsync(code)).Split(' ').Length.ShouldBe(4);
    }

    [Test]
    public async Task Should_answer_each_row_by_itself()
    {
        var client = await OneStopClient.LogInAsync("H29");
        var other = await OneStopClient.LogInAsync("G15");
        var (mine, theirs) = (Sample.Code("H29"), Sample.Code("G15"));
        await client.PushAsync(false, Sample.Dossier(mine));
        (await other.PushAsync(false, Sample.Dossier(theirs))).ErrorCode.ShouldBe(0);

        var reply = await client.ProgressAsync(
            Sample.Row(mine, "2", "20260105090000"), Sample.Row(Sample.Code("H29"), "2", "20260105090000"), Sample.Row(theirs, "2", "20260105090000"),
            Sample.Row(mine, "2", "hôm qua"));

        reply.ErrorCode.ShouldBe(-1);
        reply.Message.ShouldNotBeNull().ShouldNotContain("thành công");
        reply.Results.Select(item => item.Code)
            .ShouldBe(["stored", "dossier.MaHoSo.unknown", "dossier.MaHoSo.notYours", "progress.ThoiDiemXuLy.malformed"]);
        reply.Results[3].Field.ShouldBe("data[3].ThoiDiemXuLy");
    }
}
