using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Tests.Identity.Support;

namespace DichVuCong.Gateway.Tests.Identity;

internal sealed class When_somebody_is_handed_over
{
    private SignInFixture _fixture = null!;
    private HttpClient _hanoi = null!;
    private HttpClient _coordination = null!;
    private string _citizen = "";

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _fixture = await SignInFixture.StartAsync();
        _hanoi = _fixture.Gateway.As("dev-H26");
        _coordination = _fixture.Gateway.As("dev-coordination");
        await _fixture.ConnectAsync();
        _citizen = (string)(await _fixture.SignInAsync("an", "broker"))["verification"]!;
    }

    [OneTimeTearDown]
    public async Task TearDown()
    {
        _hanoi.Dispose();
        _coordination.Dispose();
        await _fixture.DisposeAsync();
    }

    [Test]
    public async Task Should_tell_the_system_who_comes()
    {
        var ticket = await _fixture.IssueAsync(_citizen);

        var (status, who) = await HandOvers.RedeemAsync(_hanoi, ticket);

        status.ShouldBe(HttpStatusCode.OK, who.ToJsonString());
        ((string?)who["kind"]).ShouldBe("citizen");
        ((string?)who["procedure"]).ShouldBe(HandOvers.Procedure);
        ((string?)who["identity"]!["personalId"]).ShouldBe("001090000001");
        ((string?)who["identity"]!["accountLevel"]).ShouldBe("2");
        who["officer"].ShouldBeNull();
    }

    [Test]
    public async Task Should_send_the_browser_there_with_a_ticket_that_says_nothing_of_the_person()
    {
        var (_, answer) = await SignInFixture.PostAsync(_fixture.Portal, "/v1/hand-overs", HandOvers.Request(_citizen));

        var url = (string)answer["url"]!;
        url.ShouldStartWith($"{_fixture.SandboxUrl}/agency/H26/nop-ho-so?thu-tuc=1.001662&ticket=");
        var parts = ((string)answer["ticket"]!).Split('.');
        var (header, claims) = (Text(parts[0]), Text(parts[1]));
        header.ShouldContain("\"alg\":\"ES256\"");
        header.ShouldContain("\"kid\":\"development\"");
        var read = JsonNode.Parse(claims)!.AsObject();
        read.Select(member => member.Key).ShouldBe(["iss", "aud", "jti", "iat", "exp", "use"], ignoreOrder: true);
        ((string?)read["aud"]).ShouldBe("H26");
        ((long)read["exp"]! - (long)read["iat"]!).ShouldBe(60);
    }

    [Test]
    public async Task Should_use_a_ticket_once_and_record_who_tried_again()
    {
        var ticket = await _fixture.IssueAsync(_citizen);
        await HandOvers.RedeemAsync(_hanoi, ticket);
        var before = await RefusalsAsync("used");

        var (status, problem) = await HandOvers.RedeemAsync(_hanoi, ticket);

        status.ShouldBe(HttpStatusCode.Conflict);
        ((string?)problem["code"]).ShouldBe("ticket-used");
        problem.ToJsonString().ShouldNotContain("001090000001");
        (await RefusalsAsync("used")).ShouldBe(before + 1);
    }

    [Test]
    public async Task Should_use_a_ticket_once_however_many_gateways_are_asked_at_once()
    {
        using var other = await _fixture.StartSiblingAsync("dev-H26");
        for (var round = 0; round < 5; round++)
        {
            var ticket = await _fixture.IssueAsync(_citizen);
            var audited = await AuditedAsync();

            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => HandOvers.RedeemAsync(n % 2 == 0 ? _hanoi : other, ticket)));

            answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
            answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(19);
            (await AuditedAsync()).ShouldBe(audited + 1);
        }
    }

    [Test]
    public async Task Should_give_the_same_answer_to_the_same_call_whose_answer_was_lost()
    {
        var ticket = await _fixture.IssueAsync(_citizen);
        using var other = await _fixture.StartSiblingAsync("dev-H26");

        var (_, first) = await HandOvers.RedeemAsync(_hanoi, ticket, "call-1");
        var (status, again) = await HandOvers.RedeemAsync(other, ticket, "call-1");

        status.ShouldBe(HttpStatusCode.OK);
        again.ToJsonString().ShouldBe(first.ToJsonString());
        (await HandOvers.RedeemAsync(_hanoi, ticket, "call-2")).Status.ShouldBe(HttpStatusCode.Conflict);
        await _fixture.Gateway.Database.ScalarAsync<int>("with u as (update identity.ticket set redeemed_at = redeemed_at - interval '6 minutes' where redeemed_at is not null returning 1) select count(*)::int from u");
        (await HandOvers.RedeemAsync(_hanoi, ticket, "call-1")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Test]
    public async Task Should_not_let_another_system_use_it_and_not_spoil_it_for_the_right_one()
    {
        using var saigon = _fixture.Gateway.As("dev-H29");
        var ticket = await _fixture.IssueAsync(_citizen);

        var (status, problem) = await HandOvers.RedeemAsync(saigon, ticket);

        status.ShouldBe(HttpStatusCode.Forbidden);
        ((string?)problem["code"]).ShouldBe("ticket-of-other-system");
        (await RefusalsAsync("other-system")).ShouldBeGreaterThan(0);
        (await HandOvers.RedeemAsync(_hanoi, ticket)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task Should_not_take_one_whose_time_is_over()
    {
        var ticket = await _fixture.IssueAsync(_citizen);
        await _fixture.Gateway.Database.ScalarAsync<int>("with u as (update identity.ticket set issued_at = issued_at - interval '2 minutes', expires_at = issued_at - interval '1 minute' where redeemed_at is null returning 1) select count(*)::int from u");

        (await HandOvers.RedeemAsync(_hanoi, ticket)).Status.ShouldBeOneOf(HttpStatusCode.Gone, HttpStatusCode.NotFound);
        (await HandOvers.RedeemAsync(_hanoi, ticket)).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task Should_not_take_one_that_an_earlier_life_of_the_database_may_have_taken()
    {
        var ticket = await _fixture.IssueAsync(_citizen);
        await _fixture.Gateway.Database.ScalarAsync<int>(
            """
            with i as (insert into bus.incarnation (n, timeline, cluster, marked_at, restored_to, marked_by)
              select max(n) + 1, 1, 1, clock_timestamp(), clock_timestamp() - interval '1 second', 'test' from bus.incarnation returning 1) select count(*)::int from i
            """);

        try
        {
            var (status, problem) = await HandOvers.RedeemAsync(_hanoi, ticket);

            status.ShouldBe(HttpStatusCode.NotFound);
            ((string?)problem["code"]).ShouldBe("ticket-unknown");
        }
        finally
        {
            await _fixture.Gateway.Database.ScalarAsync<int>("with d as (delete from bus.incarnation where marked_by = 'test' returning 1) select count(*)::int from d");
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public async Task Should_not_take_one_in_which_a_letter_was_changed(int part)
    {
        var ticket = await _fixture.IssueAsync(_citizen);
        var parts = ticket.Split('.');
        var letters = parts[part].ToCharArray();
        letters[letters.Length / 2] = letters[letters.Length / 2] == 'A' ? 'B' : 'A';
        parts[part] = new string(letters);

        (await HandOvers.RedeemAsync(_hanoi, string.Join('.', parts))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await HandOvers.RedeemAsync(_hanoi, ticket)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [TestCase("none")]
    [TestCase("HS256")]
    [TestCase("RS256")]
    public async Task Should_not_listen_to_another_algorithm(string algorithm)
    {
        var parts = (await _fixture.IssueAsync(_citizen)).Split('.');
        var header = Text(parts[0]).Replace("ES256", algorithm, StringComparison.Ordinal);

        var forged = $"{Letters(header)}.{parts[1]}.{(algorithm == "none" ? "" : parts[2])}";

        (await HandOvers.RedeemAsync(_hanoi, forged)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Should_write_into_the_audit_trail_who_saw_whom_before_telling()
    {
        var ticket = await _fixture.IssueAsync(_citizen);
        await HandOvers.RedeemAsync(_hanoi, ticket);

        var row = await _fixture.Gateway.Database.ScalarAsync<string>("select who || ' ' || action || ' ' || detail from operations.audit order by number desc limit 1");
        row.ShouldStartWith("account:H26 handover.redeem ticket ");
        row.ShouldEndWith(" of portal to H26 for 1.001662");
    }

    [Test]
    public async Task Should_let_only_systems_redeem_and_only_the_portal_hand_over()
    {
        var ticket = await _fixture.IssueAsync(_citizen);

        (await HandOvers.RedeemAsync(_fixture.Portal, ticket)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await HandOvers.RedeemAsync(_fixture.Gateway.Http, ticket)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInFixture.PostAsync(_hanoi, "/v1/hand-overs", HandOvers.Request(_citizen))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SignInFixture.PostAsync(_coordination, "/v1/hand-overs", HandOvers.Request(_citizen, "citizen"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [TestCase("verification", "x")]
    [TestCase("as", "officer")]
    [TestCase("as", "king")]
    [TestCase("procedure", "x")]
    [TestCase("place", "")]
    public async Task Should_say_what_is_wrong(string field, string value)
    {
        var body = HandOvers.Request(_citizen);
        body[field] = value;

        var (status, problem) = await SignInFixture.PostAsync(_fixture.Portal, "/v1/hand-overs", body);

        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)problem["field"]).ShouldBe(field);
    }

    [Test]
    public async Task Should_hand_nobody_over_for_what_is_filed_centrally()
    {
        var body = HandOvers.Request(_citizen);
        body["procedure"] = "1.001193";

        (await SignInFixture.PostAsync(_fixture.Portal, "/v1/hand-overs", body)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Test]
    public async Task Should_hand_an_officer_over_with_the_posts_on_that_system()
    {
        await _fixture.MakeOfficerAsync("079185000002");
        var verification = (string)(await _fixture.SignInAsync("binh", "broker", _coordination))["verification"]!;

        var (status, who) = await HandOvers.RedeemAsync(_hanoi, await _fixture.IssueAsync(verification, _coordination));

        status.ShouldBe(HttpStatusCode.OK, who.ToJsonString());
        ((string?)who["kind"]).ShouldBe("officer");
        ((string?)who["officer"]!["account"]).ShouldBe(HandOvers.Officer);
        ((string?)who["officer"]!["posts"]![0]!["agency"]).ShouldBe("H26.4");
        who["officer"]!["posts"]![0]!["groups"]!.ToJsonString().ShouldBe("[\"TIEP_NHAN\"]");
        who["identity"].ShouldBeNull();
    }

    [TestCase(AccountState.Locked, HandOvers.System)]
    [TestCase(AccountState.Suspended, HandOvers.System)]
    [TestCase(AccountState.HandedOver, HandOvers.System)]
    [TestCase(AccountState.Active, "H29")]
    public async Task Should_hand_no_officer_over_who_has_no_access_there(AccountState state, string system)
    {
        await _fixture.MakeOfficerAsync("079185000002", state, system);
        var verification = (string)(await _fixture.SignInAsync("binh", "broker", _coordination))["verification"]!;

        (await SignInFixture.PostAsync(_coordination, "/v1/hand-overs", HandOvers.Request(verification))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task Should_not_tell_of_an_officer_who_was_locked_in_between()
    {
        await _fixture.MakeOfficerAsync("079185000002");
        var verification = (string)(await _fixture.SignInAsync("binh", "broker", _coordination))["verification"]!;
        var ticket = await _fixture.IssueAsync(verification, _coordination);
        await _fixture.Gateway.Database.ScalarAsync<short>("update account.account set state = 9 returning state");

        var (status, problem) = await HandOvers.RedeemAsync(_hanoi, ticket);

        status.ShouldBe(HttpStatusCode.Forbidden);
        problem.ToJsonString().ShouldNotContain("079185000002");
        (await RefusalsAsync("officer-without-access")).ShouldBeGreaterThan(0);
    }

    [Test]
    public async Task Should_publish_the_keys_without_their_private_halves()
    {
        var keys = JsonNode.Parse(await _fixture.Browser.GetStringAsync(new Uri(_fixture.Gateway.Http.BaseAddress!, "/v1/hand-overs/keys")))!["keys"]!.AsArray();

        var key = keys.ShouldHaveSingleItem()!.AsObject();
        key.Select(member => member.Key).ShouldBe(["kty", "crv", "use", "alg", "kid", "x", "y"], ignoreOrder: true);
    }

    private Task<long> RefusalsAsync(string reason) => _fixture.Gateway.Database.ScalarAsync<long>($"select count(*) from identity.ticket_refusal where reason = '{reason}'");

    private Task<long> AuditedAsync() => _fixture.Gateway.Database.ScalarAsync<long>("select count(*) from operations.audit where action = 'handover.redeem'");

    private static string Text(string letters) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(letters));

    private static string Letters(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
