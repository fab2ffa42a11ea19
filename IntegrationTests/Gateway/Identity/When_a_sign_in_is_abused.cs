using System.Net;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Identity.Support;

namespace DichVuCong.Gateway.Tests.Identity;

internal sealed class When_a_sign_in_is_abused
{
    private SignInFixture _fixture = null!;

    [OneTimeSetUp]
    public async Task SetUp() => _fixture = await SignInFixture.StartAsync();

    [OneTimeTearDown]
    public async Task TearDown() => await _fixture.DisposeAsync();

    [Test]
    public async Task Should_take_a_state_once_however_many_come_at_once_and_wherever()
    {
        var callback = await _fixture.GoAsync();
        using var other = await _fixture.StartSiblingAsync("dev-portal");
        var there = new Uri(other.BaseAddress!, callback.PathAndQuery);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => _fixture.Browser.GetAsync(n % 2 == 0 ? callback : there)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(15);
        WebUtility.HtmlDecode(await answers.First(answer => answer.StatusCode == HttpStatusCode.Conflict).Content.ReadAsStringAsync()).ShouldContain("đã được sử dụng");
        foreach (var answer in answers) answer.Dispose();
    }

    [Test]
    public async Task Should_not_take_a_state_whose_time_is_over()
    {
        var callback = await _fixture.GoAsync();
        await _fixture.Gateway.Database.ScalarAsync<int>("with u as (update identity.sign_in set begun_at = now() - interval '1 hour', expires_at = now() returning 1) select count(*)::int from u");

        using var answer = await _fixture.Browser.GetAsync(callback);

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Test]
    public async Task Should_not_take_a_state_at_another_source()
    {
        var callback = await _fixture.GoAsync(source: "vneid");

        using var answer = await _fixture.Browser.GetAsync(new Uri(callback.AbsoluteUri.Replace("/sign-in/vneid/", "/sign-in/broker/", StringComparison.Ordinal)));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _fixture.ComeBackAsync(callback))["result"].ShouldNotBeNull();
    }

    [TestCase("/sign-in/vneid/callback")]
    [TestCase("/sign-in/vneid/callback?state=unknown&code=x")]
    [TestCase("/sign-in/nobody/callback?state=unknown&code=x")]
    public async Task Should_not_know_what_is_not_there(string path)
    {
        using var answer = await _fixture.Browser.GetAsync(new Uri(_fixture.Gateway.Http.BaseAddress!, path));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
    }

    [Test]
    public async Task Should_not_let_a_code_be_used_a_second_time_under_a_new_state()
    {
        var first = await _fixture.GoAsync();
        await _fixture.ComeBackAsync(first);
        var second = await _fixture.GoAsync();
        var code = System.Web.HttpUtility.ParseQueryString(first.Query)["code"];
        var state = System.Web.HttpUtility.ParseQueryString(second.Query)["state"];

        var back = await _fixture.ComeBackAsync(new Uri($"{second.GetLeftPart(UriPartial.Path)}?code={code}&state={state}"));

        back["error"].ShouldBe("expired");
        back["result"].ShouldBeNull();
    }

    [Test]
    public async Task Should_tell_nobody_else_who_it_is()
    {
        var back = await _fixture.ComeBackAsync(await _fixture.GoAsync());
        using var coordination = _fixture.Gateway.As("dev-coordination");
        using var agency = _fixture.Gateway.As("dev-H29");

        (await _fixture.FetchAsync(back["result"], "another-session-of-mine")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _fixture.FetchAsync(back["result"], portal: coordination)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _fixture.FetchAsync(back["result"], portal: agency)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _fixture.FetchAsync(back["result"], portal: _fixture.Gateway.Http)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await _fixture.FetchAsync(back["result"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task Should_tell_nothing_when_the_time_to_fetch_is_over()
    {
        var back = await _fixture.ComeBackAsync(await _fixture.GoAsync());
        await _fixture.Gateway.Database.ScalarAsync<int>("with u as (update identity.verification set result_until = now() returning 1) select count(*)::int from u");

        (await _fixture.FetchAsync(back["result"])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [TestCase("source", "nobody")]
    [TestCase("source", null)]
    [TestCase("returnTo", "https://elsewhere.example/")]
    [TestCase("returnTo", "{returnTo}/")]
    [TestCase("returnTo", "{returnTo}?x=1")]
    [TestCase("returnTo", "{RETURNTO}")]
    [TestCase("returnTo", null)]
    [TestCase("binding", "too-short")]
    [TestCase("binding", "có dấu và khoảng trắng")]
    [TestCase("binding", null)]
    [TestCase("state", "a b")]
    public async Task Should_say_what_is_wrong_with_a_sign_in(string field, string? value)
    {
        var body = new JsonObject { ["source"] = "vneid", ["returnTo"] = _fixture.ReturnTo, ["binding"] = SignInFixture.Binding };
        body[field] = value?.Replace("{returnTo}", _fixture.ReturnTo, StringComparison.Ordinal).Replace("{RETURNTO}", _fixture.ReturnTo.ToUpperInvariant(), StringComparison.Ordinal);

        var (status, problem) = await SignInFixture.PostAsync(_fixture.Portal, "/v1/sign-ins", body);

        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)problem["field"]).ShouldBe(field);
    }
}
