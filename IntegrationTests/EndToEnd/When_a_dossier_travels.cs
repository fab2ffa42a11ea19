using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.EndToEnd.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.EndToEnd.Tests;

/// <summary>From the portal to the agency and back, through every host.</summary>
internal sealed class When_a_dossier_travels
{
    private RunningSystem _system = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _system = await RunningSystem.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _system.DisposeAsync();

    [Test]
    public async Task Should_come_back_with_its_result_and_tell_everybody_once()
    {
        await _system.SetAsync(new JsonObject { ["journeys"] = new JsonObject { ["usual"] = 1, ["refused"] = 0, ["supplement"] = 0, ["payment"] = 0, ["withdrawn"] = 0, ["stopped"] = 0 } });
        var code = await _system.FileAsync(Filings.InHanoi("journey-1"));

        await _system.EndedAsync([code]);

        var dossier = await _system.ShowAsync(code);
        dossier["state"]!.GetValue<int>().ShouldBe(10);
        dossier["receiptVersion"]!.GetValue<int>().ShouldBe(2);
        await _system.ShouldBeWholeAsync([code]);
        // Transactions of other tests on the same server hold the feed back.
        await Eventually.HoldsAsync(async () => (await EventsOfAsync(code)).Contains(10), "the feed tells of the end", TimeSpan.FromSeconds(90));
        // 1 is ours, when the system has it; a quick agency may be working on it by then.
        (await EventsOfAsync(code)).Where(state => state != 1).ShouldBe([0, 2, 4, 9, 10]);

        // The receipt and the states 9 and 10, by SMS and by e-mail.
        await Eventually.HoldsAsync(async () => (await _system.LedgerAsync(code))["notices"]!.AsArray().Count == 6, "six notices");
        (await _system.LedgerAsync(code))["notices"]!.AsArray().ShouldAllBe(notice => notice!["taken"]!.GetValue<int>() == 1);
    }

    [Test]
    public async Task Should_keep_each_row_once_when_the_agency_repeats_itself()
    {
        await _system.BreakAsync("onestop:H60", new JsonObject { ["mode"] = "duplicate" });
        var codes = new List<string>();
        for (var number = 0; number < 10; number++) codes.Add(await _system.FileAsync(Filings.InTuyenQuang($"repeat-{number}")));

        await _system.EndedAsync(codes);

        await _system.MendAsync();
        await _system.ShouldBeWholeAsync(codes);
        foreach (var code in codes)
        {
            var steps = (await _system.LedgerAsync(code))["dossiers"]![0]!["stepsTaken"]!.GetValue<int>();
            (await _system.Database.ScalarAsync<long>($"select count(*) from dossier.history where code = '{code}' and source <> 1")).ShouldBe(steps, code);
        }
    }

    [Test]
    public async Task Should_end_right_when_rows_come_in_the_wrong_order_or_late()
    {
        await _system.BreakAsync("onestop:H60", new JsonObject { ["mode"] = "reorder", ["share"] = 0.5 });
        var codes = new List<string>();
        for (var number = 0; number < 10; number++) codes.Add(await _system.FileAsync(Filings.InTuyenQuang($"reorder-{number}")));

        await _system.EndedAsync(codes);

        await _system.MendAsync();
        foreach (var code in codes)
        {
            var state = (await _system.ShowAsync(code))["state"]!.GetValue<int>();
            var said = (await _system.LedgerAsync(code))["dossiers"]![0]!["states"]!.AsArray().Last()!;
            state.ShouldBe(int.Parse(said.ToString(), CultureInfo.InvariantCulture), code);
        }
    }

    [Test]
    public async Task Should_end_with_the_post_that_hands_its_result_over()
    {
        await _system.SetAsync(new JsonObject { ["journeys"] = new JsonObject { ["usual"] = 1, ["refused"] = 0, ["supplement"] = 0, ["payment"] = 0, ["withdrawn"] = 0, ["stopped"] = 0 } });
        await _system.BreakAsync("vnpost", new JsonObject { ["mode"] = "cut-after", ["times"] = 1 });
        var filing = Filings.InHanoi("by-post-1");
        filing["returnBy"] = "post";
        filing["post"] = new JsonObject { ["place"] = new JsonObject { ["province"] = "79", ["commune"] = "26740" }, ["address"] = "12 ngõ 3 Phố Mẫu" };
        var code = await _system.FileAsync(filing);

        await _system.EndedAsync([code]);

        await _system.MendAsync();
        (await _system.ShowAsync(code))["state"]!.GetValue<int>().ShouldBe(10);
        // 5: the post said so, not the agency.
        (await _system.Database.ScalarAsync<long>($"select count(*) from dossier.history where code = '{code}' and state = 10 and source = 5")).ShouldBe(1);
        (await _system.Database.ScalarAsync<long>($"select count(*) from dossier.history where code = '{code}' and state = 10")).ShouldBe(1);
        (await _system.Database.ScalarAsync<short>($"select state from parcel.parcel where dossier = '{code}'")).ShouldBe((short)7);
        (await _system.Database.ScalarAsync<long>($"select count(*) from parcel.event where order_number = '{code}' and code = '4'")).ShouldBe(1);
    }

    /// <summary>The states that the portal is told of, in their order.</summary>
    private async Task<IReadOnlyList<int>> EventsOfAsync(string code)
    {
        var (states, after) = (new List<int>(), "");
        while (true)
        {
            var page = (await _system.Portal.GetFromJsonAsync<JsonNode>(new Uri($"/v1/events?after={after}", UriKind.Relative)))!;
            var events = page["events"]!.AsArray();
            if (events.Count == 0) return states;
            after = page["next"]!.GetValue<string>();
            foreach (var one in events.Where(one => one!["dossier"]!.GetValue<string>() == code))
            {
                var type = one!["type"]!.GetValue<string>();
                if (type.Contains("receipt-issued", StringComparison.Ordinal) && states.Count == 0) states.Add(0);
                if (type.Contains("state-changed", StringComparison.Ordinal)) states.Add(one["data"]!["state"]!.GetValue<int>());
            }
        }
    }
}
