using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.Accounts.Scopes;

internal sealed class When_scopes_are_told_over_http
{
    private const string System = "H60";
    private static readonly AccountId Officer = AccountId.Parse("T26030201G7K9A2B");
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private GatewayFixture _gateway = null!;
    private HttpClient _oneStop = null!;
    private HttpClient _coordination = null!;
    private ProcedureCode _procedure;
    private string _agency = "";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _gateway = await GatewayFixture.StartAsync();
        var catalogue = _gateway.Services.GetRequiredService<LiveCatalogue>().Current.Index.Data;
        _procedure = catalogue.Procedures[0].Code;
        _agency = catalogue.Systems.Single(system => system.Code == System).Owner.Value;
        (_oneStop, _coordination) = (_gateway.As($"dev-{_agency}"), _gateway.As("dev-coordination"));
        await using var command = _gateway.Database.Source.CreateCommand(
            $"""
            insert into account.account (id, person, kind, state, state_since, created_at) values ('{Officer}', '\x01', 3, 7, now(), now());
            insert into account.post (account, agency, groups, systems) values ('{Officer}', '{_agency}', 'TIEP_NHAN', array['{System}'])
            """);
        await command.ExecuteNonQueryAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _oneStop.Dispose();
        _coordination.Dispose();
        await _gateway.DisposeAsync();
    }

    [Test]
    public async Task Should_take_all_that_a_system_tells()
    {
        var before = await QueuedAsync("accounts.hear-scope.v1");
        using var response = await TellAsync(_oneStop, Said(Officer, Now), Said(Officer, Now, granted: false));
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await QueuedAsync("accounts.hear-scope.v1")).ShouldBe(before + 2);
    }

    [Test]
    public async Task Should_take_a_clock_that_is_an_hour_ahead_and_refuse_one_of_next_year()
    {
        using var hour = await TellAsync(_oneStop, Said(Officer, Now.AddHours(1)));
        hour.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var year = await TellAsync(_oneStop, Said(Officer, Now.AddDays(365)));
        await ShouldBeFaultyAsync(year, "changes[0].register.known", "scope.clock-ahead");
    }

    [Test]
    public async Task Should_refuse_all_where_one_is_faulty_and_name_each_fault()
    {
        var before = await QueuedAsync("accounts.hear-scope.v1");
        var good = Said(Officer, Now);
        var unknown = Said(AccountId.Parse("T26030201G7K9A2C"), Now);
        using var response = await TellAsync(_oneStop, good, unknown, good with { Register = good.Register with { Known = ScopeVector.Empty } }, good with { Procedure = ProcedureCode.Parse("9.999999") });
        await ShouldBeFaultyAsync(response, "changes[1].account", "scope.account");
        await ShouldBeFaultyAsync(response, "changes[2].register.known", "scope.known");
        await ShouldBeFaultyAsync(response, "changes[3].procedure", "scope.procedure");
        (await QueuedAsync("accounts.hear-scope.v1")).ShouldBe(before);
    }

    [Test]
    public async Task Should_let_each_side_say_only_what_is_its_own()
    {
        using var other = await TellAsync(_coordination, Said(Officer, Now));
        other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = await TellAsync(_gateway.Http, Said(Officer, Now));
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var set = await SetAsync(_oneStop, Officer, new JsonObject { ["granted"] = true, ["by"] = "a" });
        set.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await _oneStop.GetAsync(new Uri("/v1/scope-changes?system=G01", UriKind.Relative));
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task Should_take_a_scope_of_the_coordination_system_where_the_officer_has_a_post()
    {
        var before = await QueuedAsync("accounts.set-scope.v1");
        using var taken = await SetAsync(_coordination, Officer, new JsonObject { ["granted"] = true, ["by"] = "dieuphoi" });
        taken.StatusCode.ShouldBe(HttpStatusCode.Accepted, await taken.Content.ReadAsStringAsync());
        (await QueuedAsync("accounts.set-scope.v1")).ShouldBe(before + 1);

        using var elsewhere = await SetAsync(_coordination, Officer, new JsonObject { ["granted"] = true, ["by"] = "dieuphoi", ["system"] = "G01" });
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var unsaid = await SetAsync(_coordination, Officer, new JsonObject { ["by"] = "dieuphoi" });
        JsonNode.Parse(await unsaid.Content.ReadAsStringAsync())!["field"]!.GetValue<string>().ShouldBe("granted");
        using var unnamed = await SetAsync(_coordination, Officer, new JsonObject { ["granted"] = true });
        JsonNode.Parse(await unnamed.Content.ReadAsStringAsync())!["field"]!.GetValue<string>().ShouldBe("by");
        using var nobody = await SetAsync(_coordination, AccountId.Parse("T26030201G7K9A2C"), new JsonObject { ["granted"] = true, ["by"] = "a" });
        nobody.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Should_give_what_changed_since_a_cursor()
    {
        await using (var command = _gateway.Database.Source.CreateCommand(
            """
            insert into account.scope (system, account, procedure, granted, conflict, register, state, updated_at)
            values ($1, $2, $3, true, false, $4::jsonb, 2, now()) on conflict (system, account, procedure) do nothing
            """))
        {
            var change = Said(Officer, Now);
            foreach (var value in new[] { System, Officer.Value, _procedure.Value, JsonSerializer.Serialize(change, ScopeJson.Default.ScopeChange) }) command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync();
        }

        var all = JsonNode.Parse(await _oneStop.GetStringAsync(new Uri("/v1/scope-changes", UriKind.Relative)))!;
        all["scopes"]!.AsArray().ShouldHaveSingleItem()!["account"]!.GetValue<string>().ShouldBe(Officer.Value);
        var next = all["next"]!.GetValue<string>();
        JsonNode.Parse(await _oneStop.GetStringAsync(new Uri($"/v1/scope-changes?after={next}", UriKind.Relative)))!["scopes"]!.AsArray().ShouldBeEmpty();
        // A cursor of before a restore.
        var gone = $"1{next[next.IndexOf('.', StringComparison.Ordinal)..]}";
        JsonNode.Parse(await _oneStop.GetStringAsync(new Uri($"/v1/scope-changes?after={gone}", UriKind.Relative)))!["scopes"]!.AsArray().Count.ShouldBe(1);
        using var wrong = await _oneStop.GetAsync(new Uri("/v1/scope-changes?after=x", UriKind.Relative));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await _coordination.GetStringAsync(new Uri($"/v1/accounts/{Officer}/scopes", UriKind.Relative)))!["scopes"]!.AsArray().Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_have_an_agency_compared_that_the_system_serves()
    {
        using var taken = await _oneStop.PostAsJsonAsync(new Uri("/v1/account-comparisons", UriKind.Relative), new JsonObject { ["agency"] = _agency });
        taken.StatusCode.ShouldBe(HttpStatusCode.Accepted, await taken.Content.ReadAsStringAsync());
        (await QueuedAsync("accounts.compare-agency.v1")).ShouldBe(1);
        using var foreign = await _oneStop.PostAsJsonAsync(new Uri("/v1/account-comparisons", UriKind.Relative), new JsonObject { ["agency"] = "G01" });
        foreign.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await _oneStop.GetStringAsync(new Uri("/v1/account-comparisons", UriKind.Relative)))!["comparisons"]!.AsArray().ShouldBeEmpty();
    }

    private static async Task<HttpResponseMessage> TellAsync(HttpClient client, params ScopeChange[] changes)
    {
        var json = $$"""{"changes":{{JsonSerializer.Serialize(changes, ScopeJson.Default.IReadOnlyListScopeChange)}}}""";
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri("/v1/scope-changes", UriKind.Relative), content);
    }

    private static async Task ShouldBeFaultyAsync(HttpResponseMessage response, string field, string code)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var faults = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["deficiencies"]!.AsArray();
        faults.ShouldContain(fault => fault!["field"]!.GetValue<string>() == field && fault["code"]!.GetValue<string>() == code);
    }

    private ScopeChange Said(AccountId officer, DateTimeOffset at, bool granted = true) =>
        new ScopeReplica(new ScopeLife(ScopeSide.OneStop, 1)).Say(new ScopeKey(officer, _procedure), granted, "motcua", at);

    private Task<HttpResponseMessage> SetAsync(HttpClient client, AccountId officer, JsonObject body) =>
        client.PutAsJsonAsync(new Uri($"/v1/accounts/{officer}/scopes/{_procedure}", UriKind.Relative), body);

    private Task<long> QueuedAsync(string type) =>
        _gateway.Database.ScalarAsync<long>($"select count(*) from bus.ready r join bus.word w on w.id = r.type where w.name = '{type}'");
}
