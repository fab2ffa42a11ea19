using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_calls_race
{
    [Test]
    public async Task Should_register_a_code_once_and_tell_the_others_that_it_is_there()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");
        for (var round = 0; round < 10; round++)
        {
            var code = Sample.Code("H29");

            var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(call => client.PushAsync(false, Sample.Dossier(code, note: $"Bản {call % 2}"))));

            var codes = replies.Select(reply => reply.Results.ShouldHaveSingleItem().Code).ToList();
            codes.Count(answer => answer == "stored").ShouldBe(1);
            codes.ShouldAllBe(answer => answer == "stored" || answer == "sameAgain" || answer == "dossier.MaHoSo.exists");
            codes.Count(answer => answer == "dossier.MaHoSo.exists").ShouldBe(4);
            (await gateway.RowsAsync(code)).ShouldBe(1);
            (await gateway.MessagesAsync(code)).Split(' ').Length.ShouldBe(2);
        }
    }

    [Test]
    public async Task Should_tell_who_calls_too_often_to_come_again()
    {
        await using var gateway = await GatewayFixture.StartAsync(development: true, "--OneStop:Burst=2", "--OneStop:ItemsPerSecond=10");
        var client = await OneStopClient.LogInAsync(gateway, "H29");
        var other = await OneStopClient.LogInAsync(gateway, "G15");

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.ProgressAsync(Sample.Row(Sample.Code("H29"), "2", "20260105090000"))));

        replies.ShouldContain(reply => reply.Results.Count == 1 && reply.Results[0].Code == "tryAgain");
        (await other.ProgressAsync(Sample.Row(Sample.Code("G15"), "2", "20260105090000"))).Results.ShouldHaveSingleItem().Code.ShouldBe("dossier.MaHoSo.unknown");
    }

    [Test]
    public async Task Should_count_the_items_of_a_call_and_not_the_call()
    {
        await using var gateway = await GatewayFixture.StartAsync(development: true, "--OneStop:Burst=60", "--OneStop:ItemsPerSecond=10");
        var client = await OneStopClient.LogInAsync(gateway, "H29");
        var rows = Enumerable.Range(0, 50).Select(_ => Sample.Row(Sample.Code("H29"), "2", "20260105090000")).ToArray();

        var first = await client.ProgressAsync(rows);
        var second = await client.ProgressAsync(rows);

        first.Results.Count.ShouldBe(50, "its items are within the burst");
        second.Results.ShouldHaveSingleItem().Code.ShouldBe("tryAgain", "ten are left, and a few more by now");
    }
}
