using System.Net;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Identity.Support;

namespace DichVuCong.Gateway.Tests.Identity;

internal sealed class When_a_form_is_prefilled
{
    private SignInFixture _fixture = null!;

    [SetUp]
    public async Task SetUp() => _fixture = await SignInFixture.StartAsync("--Identity:NationalData:Timeout=00:00:02");

    [TearDown]
    public async Task TearDown() => await _fixture.DisposeAsync();

    [Test]
    public async Task Should_give_what_is_held_of_who_signed_in_with_its_source()
    {
        var (status, answer) = await PrefillAsync(await VerifiedAsync());

        status.ShouldBe(HttpStatusCode.OK, answer.ToJsonString());
        var fields = answer["fields"]!.AsArray().ToDictionary(field => (string)field!["name"]!, field => field!);
        ((string?)fields["fullName"]["value"]).ShouldBe("Nguyễn Văn An");
        ((string?)fields["permanentAddress.commune"]["value"]).ShouldBe("26740");
        fields.Values.ShouldAllBe(field => (string?)field["source"] == "population" && field["at"] != null);
        answer["missing"]!.AsArray().ShouldBeEmpty();
    }

    [Test]
    public async Task Should_give_what_is_held_of_an_enterprise_and_of_who_signed_in_for_it()
    {
        var verification = await VerifiedAsync("cong-ty");

        var (_, enterprise) = await PrefillAsync(verification);
        var (_, both) = await PrefillAsync(verification, "population", "enterprises");

        ((string?)enterprise["fields"]!.AsArray().First(field => (string?)field!["name"] == "enterpriseName")!["value"]).ShouldBe("Công ty TNHH Mẫu");
        both["fields"]!.AsArray().Select(field => (string?)field!["source"]).Distinct().ShouldBe(["population", "enterprises"]);
    }

    [Test]
    public async Task Should_write_down_who_looked_and_what_for_before_answering()
    {
        await PrefillAsync(await VerifiedAsync());

        var row = await _fixture.Gateway.Database.ScalarAsync<string>("select who || '|' || action || '|' || reason || '|' || detail || '|' || target from operations.audit order by number desc limit 1");
        row.ShouldStartWith("account:portal|prefill.read|filing|1.001193 from population|");
        row.ShouldNotContain("001090000001");
    }

    [Test]
    public async Task Should_not_answer_when_it_cannot_be_written_down()
    {
        var verification = await VerifiedAsync();
        await _fixture.Gateway.Database.ScalarAsync<int>("create or replace function operations.refuse_all() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$; create trigger refuse_all before insert on operations.audit for each row execute function operations.refuse_all(); select 1");

        var (status, answer) = await PrefillAsync(verification);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.ToJsonString().ShouldNotContain("Nguyễn");
    }

    [Test]
    public async Task Should_ask_once_within_minutes_and_write_down_every_look()
    {
        var verification = await VerifiedAsync();
        await PrefillAsync(verification);
        await _fixture.FaultAsync("national-data", new { mode = "down" });

        var (_, again) = await PrefillAsync(verification);

        again["fields"]!.AsArray().ShouldNotBeEmpty();
        (await _fixture.Gateway.Database.ScalarAsync<long>("select count(*) from operations.audit where action = 'prefill.read'")).ShouldBe(2);
    }

    [TestCase("down", "unavailable")]
    [TestCase("server-error", "unavailable")]
    [TestCase("timeout-before", "unavailable")]
    [TestCase("cut-in-answer", "unavailable")]
    [TestCase("malformed-xml", "failed")]
    public async Task Should_leave_the_form_to_be_filled_by_hand_on_a_bad_day(string mode, string code)
    {
        var verification = await VerifiedAsync();
        await _fixture.FaultAsync("national-data", new { mode, delayMs = 5000 });

        var (status, answer) = await PrefillAsync(verification);

        status.ShouldBe(HttpStatusCode.OK);
        answer["fields"]!.AsArray().ShouldBeEmpty();
        ((string?)answer["missing"]!.AsArray().ShouldHaveSingleItem()!["code"]).ShouldBe(code);
    }

    [Test]
    public async Task Should_wait_for_a_slow_one_and_get_over_a_token_that_ends_in_the_middle()
    {
        var verification = await VerifiedAsync();
        await _fixture.FaultAsync("national-data", new object[] { new { mode = "token-expired", times = 1 }, new { mode = "slow", delayMs = 300 } });

        var (_, answer) = await PrefillAsync(verification);

        answer["fields"]!.AsArray().ShouldNotBeEmpty();
    }

    [Test]
    public async Task Should_say_that_nobody_is_found()
    {
        var (_, answer) = await PrefillAsync(await VerifiedAsync("an", "vneid"), "enterprises");

        ((string?)answer["missing"]!.AsArray().ShouldHaveSingleItem()!["code"]).ShouldBe("not-applicable");
    }

    [TestCase("verification", "x")]
    [TestCase("procedure", "x")]
    [TestCase("purpose", "curiosity")]
    [TestCase("purpose", null)]
    public async Task Should_say_what_is_wrong(string field, string? value)
    {
        var body = Request(await VerifiedAsync());
        body[field] = value;

        var (status, problem) = await SignInFixture.PostAsync(_fixture.Portal, "/v1/prefills", body);

        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)problem["field"]).ShouldBe(field);
    }

    [Test]
    public async Task Should_tell_nobody_else()
    {
        var verification = await VerifiedAsync();
        using var coordination = _fixture.Gateway.As("dev-coordination");
        using var agency = _fixture.Gateway.As("dev-H26");

        (await SignInFixture.PostAsync(coordination, "/v1/prefills", Request(verification))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await SignInFixture.PostAsync(agency, "/v1/prefills", Request(verification))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SignInFixture.PostAsync(_fixture.Gateway.Http, "/v1/prefills", Request(verification))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await _fixture.Gateway.Database.ScalarAsync<long>("select count(*) from operations.audit where action = 'prefill.read'")).ShouldBe(0);
    }

    private async Task<string> VerifiedAsync(string person = "an", string source = "broker") => (string)(await _fixture.SignInAsync(person, source))["verification"]!;

    private Task<(HttpStatusCode Status, JsonObject Body)> PrefillAsync(string verification, params string[] sources)
    {
        var body = Request(verification);
        if (sources.Length > 0) body["sources"] = new JsonArray([.. sources.Select(source => (JsonNode)source)]);
        return SignInFixture.PostAsync(_fixture.Portal, "/v1/prefills", body);
    }

    private static JsonObject Request(string verification) => new() { ["verification"] = verification, ["procedure"] = "1.001193", ["purpose"] = "filing" };
}
