using System.Text.Json.Nodes;
using DichVuCong.EndToEnd.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.EndToEnd.Tests;

internal sealed class When_a_worker_is_killed
{
    [Test]
    public async Task Should_go_on_after_the_restart_with_nothing_lost_and_nothing_doubled()
    {
        await using var system = await RunningSystem.StartAsync();
        // Answers take a while, so that calls are out whenever it dies.
        await system.BreakAsync("onestop:*", new JsonObject { ["mode"] = "slow", ["delayMs"] = 150 });
        var codes = new List<string>();
        for (var number = 0; number < 40; number++)
        {
            codes.Add(await system.FileAsync(number % 2 == 0 ? Filings.InHanoi($"killed-{number}") : Filings.InTuyenQuang($"killed-{number}")));
            if (number % 10 == 9) system.ReplaceWorker();
        }

        await system.EndedAsync(codes, TimeSpan.FromMinutes(5));
        await system.ShouldBeWholeAsync(codes);
        await Eventually.HoldsAsync(async () => await system.Database.ScalarAsync<long>("select count(*) from bus.ready") == 0, "the lanes are empty");
        foreach (var code in codes)
        {
            var notices = (await system.LedgerAsync(code))["notices"]!.AsArray();
            notices.ShouldAllBe(notice => notice!["taken"]!.GetValue<int>() == 1, code);
        }
    }
}
