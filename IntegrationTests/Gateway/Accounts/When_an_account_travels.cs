using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Accounts.Support;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.Accounts;

/// <summary>From the door over the sagas to the one-stop systems and back to the two sides.</summary>
internal sealed class When_an_account_travels
{
    private AccountGateway _gateway = null!;
    private AccountWorker _worker = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _gateway = await AccountGateway.StartAsync();
        _worker = await AccountWorker.StartAsync(_gateway);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _worker.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Test]
    public async Task Should_turn_access_on_after_hand_over_and_commitment_alone()
    {
        var id = await _gateway.CreatedAsync();
        await _gateway.BecomesAsync(id, "created");

        await DocumentAsync(id, "hand-over");
        await _gateway.BecomesAsync(id, "handedOver");
        await DocumentAsync(id, "commitment");

        await _gateway.BecomesAsync(id, "active");
        (await _gateway.Database.ScalarAsync<string>($"select string_agg(step || ' ' || by_account, ',' order by at, version) from account.step where account = '{id}'"))
            .ShouldBe("accounts.create-account.v1 quantri01,accounts.hand-over-account.v1 ttdlqg01,accounts.keep-commitment.v1 ttdlqg01");
    }

    [Test]
    public async Task Should_show_what_every_system_made_of_it()
    {
        _worker.Refuses = push => push.Posts.Any(post => post.Groups.Has(Contracts.Accounts.PermissionGroup.Clerical)) ? "Không có nhóm văn thư" : null;
        var id = await _gateway.CreatedAsync();
        await Eventually.HoldsAsync(async () => await StateAsync() == "confirmed", "the system has it");

        using var changed = await _gateway.ChangeAsync(id, "groups", Groups("VAN_THU"));
        changed.StatusCode.ShouldBe(HttpStatusCode.Accepted, await changed.Content.ReadAsStringAsync());

        await Eventually.HoldsAsync(async () => await StateAsync() == "refused", "the system refused it");
        var shown = (await _gateway.FindAsync(id))["systems"]![0]!;
        shown["reason"]!.GetValue<string>().ShouldBe("Không có nhóm văn thư");
        shown["version"]!.GetValue<int>().ShouldBe(2);
        (await _gateway.FindAsync(id))["posts"]![0]!["rights"]!.AsArray().Select(right => right!.GetValue<string>()).ShouldBe(["IssueDocuments"]);

        async Task<string?> StateAsync() => (await _gateway.FindAsync(id))["systems"]!.AsArray() is [{ } system] ? system["state"]!.GetValue<string>() : null;
    }

    [Test]
    public async Task Should_move_somebody_and_leave_nothing_behind()
    {
        var id = await _gateway.CreatedAsync();
        await _gateway.BecomesAsync(id, "created");
        var move = new JsonObject
        {
            ["from"] = AccountGateway.Agency,
            ["to"] = AccountGateway.Foreign,
            ["groups"] = AccountGateway.Words("XU_LY"),
            ["by"] = "ttdlqg01",
            ["reason"] = "Điều động",
        };

        using var moved = await _gateway.ChangeAsync(id, "move", move);

        moved.StatusCode.ShouldBe(HttpStatusCode.Accepted, await moved.Content.ReadAsStringAsync());
        await Eventually.HoldsAsync(
            async () => (await _gateway.FindAsync(id))["posts"]!.AsArray().Select(post => $"{post!["agency"]} {post["groups"]![0]}").SequenceEqual([$"{AccountGateway.Foreign} XU_LY"]),
            "only the new post is left");
        await Eventually.HoldsAsync(
            () => Task.FromResult(_worker.Pushed.Any(push => push.Account.Value == id && push.System == AccountGateway.Agency && push.Posts.Count == 0)), "the old side hears of it");
        using var again = await _gateway.ChangeAsync(id, "move", move);
        (await AccountGateway.FaultsOfAsync(again)).ShouldBe(["from post.unknown"]);
    }

    [Test]
    public async Task Should_lock_unlock_suspend_and_withdraw()
    {
        var id = await ActiveAsync();

        await DoneAsync(id, "suspend", Because());
        await _gateway.BecomesAsync(id, "suspended");
        await DoneAsync(id, "unlock", Because());
        await _gateway.BecomesAsync(id, "active");
        await DoneAsync(id, "lock", Because("violation"));
        await _gateway.BecomesAsync(id, "locked");
        await DoneAsync(id, "withdraw", Because("leaving"));
        await _gateway.BecomesAsync(id, "withdrawn");

        using var late = await _gateway.ChangeAsync(id, "unlock", Because());
        (await AccountGateway.ReadAsync(late, HttpStatusCode.Conflict))["code"]!.GetValue<string>().ShouldBe("account-over");
        using var faulty = await _gateway.ChangeAsync(await _gateway.CreatedAsync(), "lock", Because("bored"));
        (await AccountGateway.FaultsOfAsync(faulty)).ShouldBe(["cause account.unknown-word"]);
    }

    [Test]
    public async Task Should_tell_the_two_sides_of_everything_since_a_cursor()
    {
        var start = (await _gateway.OneStop.GetFromJsonAsync<JsonObject>("/v1/account-events?after=latest"))!["next"]!.GetValue<string>();
        var id = await _gateway.CreatedAsync();
        await _gateway.BecomesAsync(id, "created");
        var foreign = await _gateway.CreatedAsync(AccountGateway.NewAccount(unit: AccountGateway.Foreign));
        await _gateway.BecomesAsync(foreign, "created");
        await DoneAsync(id, "commitment", Document());
        await DoneAsync(id, "commitment", Document());
        await Eventually.HoldsAsync(async () => (await EventsAsync(_gateway.Coordination)).Contains($"{id} accounts.account-not-changed.v1"), "what was not done is told");

        var own = await EventsAsync(_gateway.OneStop);

        own.ShouldContain($"{id} accounts.account-state-changed.v1");
        own.ShouldContain($"{id} accounts.account-groups-changed.v1");
        own.ShouldNotContain($"{id} accounts.account-not-changed.v1");
        own.ShouldAllBe(told => !told.StartsWith(foreign));
        (await EventsAsync(_gateway.Coordination)).ShouldContain($"{foreign} accounts.account-state-changed.v1");

        async Task<List<string>> EventsAsync(HttpClient side) =>
            [.. (await side.GetFromJsonAsync<JsonObject>($"/v1/account-events?after={Uri.EscapeDataString(start)}"))!["events"]!.AsArray().Select(told => $"{told!["key"]} {told["type"]}")];
    }

    [Test]
    public async Task Should_keep_only_the_latest_log_in_of_a_batch()
    {
        var id = await ActiveAsync();
        var (earlier, later) = (DateTimeOffset.UtcNow.AddMinutes(-9).ToString("O"), DateTimeOffset.UtcNow.AddMinutes(-3).ToString("O"));
        var batch = new JsonObject
        {
            ["activities"] = new JsonArray(Line(id, later), Line(id, earlier), Line("T26030201G7K9A2B", later)),
        };

        using var first = await AccountGateway.SendAsync(_gateway.OneStop, HttpMethod.Post, "/v1/activity", batch.DeepClone());
        (await AccountGateway.ReadAsync(first, HttpStatusCode.Accepted)).ToJsonString().ShouldBe("""{"taken":1,"known":1,"unknown":[2]}""");
        await Eventually.HoldsAsync(async () => (await _gateway.FindAsync(id))["activeAt"] is not null, "it is known");

        using var second = await AccountGateway.SendAsync(_gateway.Coordination, HttpMethod.Post, "/v1/activity", batch);
        (await AccountGateway.ReadAsync(second, HttpStatusCode.Accepted))["taken"]!.GetValue<int>().ShouldBe(0);
        var faulty = new JsonObject { ["activities"] = new JsonArray(Line("T1", "2026-03-02"), Line(id, "2099-03-02T00:00:00Z")) };
        using var third = await AccountGateway.SendAsync(_gateway.OneStop, HttpMethod.Post, "/v1/activity", faulty);
        (await AccountGateway.FaultsOfAsync(third)).ShouldBe(["activities[0].account account.account", "activities[0].at time.malformed", "activities[1].at time.ahead"]);
    }

    [Test]
    public async Task Should_take_an_agencys_review_once()
    {
        await _gateway.CreatedAsync();
        var today = Contracts.VietnamTime.DayOf(DateTimeOffset.UtcNow).ToString("yyyy-MM-dd");
        var review = new JsonObject
        {
            ["agency"] = AccountGateway.Agency,
            ["reviewedOn"] = today,
            ["kept"] = 40,
            ["changed"] = 2,
            ["by"] = "quantri01",
            ["number"] = "7/BC",
            ["date"] = today,
            ["file"] = "files/7",
        };

        using var first = await AccountGateway.SendAsync(_gateway.OneStop, HttpMethod.Post, "/v1/account-reviews", review);
        using var second = await AccountGateway.SendAsync(_gateway.OneStop, HttpMethod.Post, "/v1/account-reviews", review);
        review["kept"] = 41;
        using var third = await AccountGateway.SendAsync(_gateway.OneStop, HttpMethod.Post, "/v1/account-reviews", review);

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted, await first.Content.ReadAsStringAsync());
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        third.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await Eventually.HoldsAsync(
            () => _gateway.Database.ScalarAsync<bool>($"select exists (select 1 from account.review where agency = '{AccountGateway.Agency}' and last_on = '{today}' and not overdue)"),
            "the next review is counted from it");
    }

    private static JsonObject Line(string account, string at) => new() { ["account"] = account, ["at"] = at };

    private static JsonObject Document() => new() { ["number"] = "12/BB", ["date"] = "2026-03-02", ["file"] = "files/12", ["by"] = "ttdlqg01" };

    private static JsonObject Because(string? cause = null)
    {
        var body = new JsonObject { ["by"] = "ttdlqg01", ["reason"] = "Theo văn bản" };
        if (cause is not null) body["cause"] = cause;
        return body;
    }

    private static JsonObject Groups(params string[] groups) =>
        new() { ["agency"] = AccountGateway.Agency, ["groups"] = AccountGateway.Words(groups), ["by"] = "quantri01", ["reason"] = "Phân công lại" };

    private async Task<string> ActiveAsync()
    {
        var id = await _gateway.CreatedAsync();
        await DocumentAsync(id, "hand-over");
        await DocumentAsync(id, "commitment");
        await _gateway.BecomesAsync(id, "active");
        return id;
    }

    private Task DocumentAsync(string id, string verb) => DoneAsync(id, verb, Document());

    private async Task DoneAsync(string id, string verb, JsonObject body)
    {
        using var response = await _gateway.ChangeAsync(id, verb, body);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
    }
}
