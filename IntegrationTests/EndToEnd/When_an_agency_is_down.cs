using System.Text.Json.Nodes;
using DichVuCong.EndToEnd.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.EndToEnd.Tests;

/// <summary>The hour is shortened to seconds: what counts is that many tries fail, that the circuit opens, and that all of it drains.</summary>
internal sealed class When_an_agency_is_down
{
    [Test]
    public async Task Should_serve_the_others_and_deliver_everything_once_it_is_back()
    {
        await using var system = await RunningSystem.StartAsync();
        await system.BreakAsync("onestop:H60", new JsonObject { ["mode"] = "down" });

        var down = new List<string>();
        var well = new List<string>();
        for (var number = 0; number < 20; number++)
        {
            down.Add(await system.FileAsync(Filings.InTuyenQuang($"down-{number}")));
            well.Add(await system.FileAsync(Filings.InHanoi($"well-{number}")));
        }

        // The others never notice, while somebody can see who does not answer.
        await system.EndedAsync(well);
        await Eventually.HoldsAsync(
            async () => await system.Database.ScalarAsync<long>("select count(*) from bus.line where partner = 'onestop:H60' and circuit <> 'closed'") == 1,
            "the circuit is open", TimeSpan.FromMinutes(3));
        (await system.CountAsync("delivered_at is null", down)).ShouldBe(20);

        await system.MendAsync();
        await system.EndedAsync(down, TimeSpan.FromMinutes(5));
        await system.ShouldBeWholeAsync([.. down, .. well]);
    }

    [Test]
    public async Task Should_make_no_second_copy_when_the_reply_is_lost()
    {
        await using var system = await RunningSystem.StartAsync();
        // It stores the dossier and cuts the connection before it answers, the first time for each.
        await system.BreakAsync("onestop:H60", new JsonObject { ["mode"] = "cut-after", ["times"] = 1 });

        var codes = new List<string>();
        for (var number = 0; number < 10; number++) codes.Add(await system.FileAsync(Filings.InTuyenQuang($"lost-{number}")));

        await system.EndedAsync(codes);
        foreach (var code in codes)
        {
            await Eventually.HoldsAsync(
                async () => (await system.LedgerAsync(code))["dossiers"]![0]!["questions"]!.GetValue<int>() > 0,
                $"{code} is asked for before it is sent again", TimeSpan.FromMinutes(3));
        }

        await Eventually.HoldsAsync(
            async () => await system.Database.ScalarAsync<long>("select (select count(*) from bus.outbound) + (select count(*) from bus.later)") == 0,
            "the lines are empty", TimeSpan.FromMinutes(3));
        await system.ShouldBeWholeAsync(codes);
    }
}
