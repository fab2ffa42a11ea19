using DichVuCong.Adapters.VNeID.Direct;
using DichVuCong.Contracts.Identity;
using DichVuCong.VNeID.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace DichVuCong.VNeID.Tests.Direct;

internal sealed class When_vneid_says_no : VneidTest
{
    [TestCase("invalid_grant", IdentityRefusal.Expired)]
    [TestCase("invalid_client", IdentityRefusal.Configuration)]
    [TestCase("unauthorized_client", IdentityRefusal.Configuration)]
    [TestCase("unsupported_grant_type", IdentityRefusal.Configuration)]
    [TestCase("invalid_scope", IdentityRefusal.Configuration)]
    [TestCase("invalid_request", IdentityRefusal.Configuration)]
    [TestCase("an_error_of_nobodys", IdentityRefusal.Configuration)]
    public async Task Should_know_what_an_error_about_the_code_means(string error, IdentityRefusal kind)
    {
        Source.Answers(Token, $$"""{"error":"{{error}}","error_description":"Nguyễn Văn An 001090000001"}""", status: 400);

        var answer = await RedeemAsync();

        answer.ShouldBeRefused(kind);
        answer.ToString().ShouldNotContain("001090000001");
        Source.CallsOf(UserInfo).ShouldBe(0);
    }

    [TestCase("access_denied", IdentityRefusal.Declined)]
    [TestCase("login_required", IdentityRefusal.Declined)]
    [TestCase("interaction_required", IdentityRefusal.Declined)]
    [TestCase("consent_required", IdentityRefusal.Declined)]
    [TestCase("account_selection_required", IdentityRefusal.Declined)]
    [TestCase("unauthorized_client", IdentityRefusal.Configuration)]
    [TestCase("unsupported_response_type", IdentityRefusal.Configuration)]
    [TestCase("invalid_scope", IdentityRefusal.Configuration)]
    [TestCase("invalid_request", IdentityRefusal.Configuration)]
    [TestCase("<script>", IdentityRefusal.Broken)]
    public void Should_know_with_what_somebody_comes_back(string error, IdentityRefusal kind)
    {
        using var provider = new VneidProvider(Settings, Source.Http, new FixedTime());

        var answer = provider.OfError(error);

        answer.ShouldBeRefused(kind);
        answer.ToString().ShouldNotContain("<");
    }

    [TestCase("server_error")]
    [TestCase("temporarily_unavailable")]
    public async Task Should_let_come_again_later(string error)
    {
        using var provider = new VneidProvider(Settings, Source.Http, new FixedTime());
        provider.OfError(error).ShouldBeAway();
        Source.Answers(Token, $$"""{"error":"{{error}}"}""", status: 503);

        (await RedeemAsync()).ShouldBeAway();
    }

    [Test]
    public async Task Should_take_a_token_that_ended_in_between_for_a_sign_in_that_is_over()
    {
        Source.Answers(UserInfo, """{"error":"invalid_token","error_description":"Access token expired"}""", status: 401);

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Expired);

        Source.CallsOf(UserInfo).ShouldBe(1);
    }

    [Test]
    public async Task Should_take_a_bare_401_for_the_tokens_end_and_for_our_account()
    {
        Source.Answers(UserInfo, "", status: 401);
        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Expired);

        Source.Answers(Token, "", status: 401);
        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Configuration);
    }

    [TestCase(302, IdentityRefusal.Configuration)]
    [TestCase(403, IdentityRefusal.Configuration)]
    [TestCase(404, IdentityRefusal.Configuration)]
    public async Task Should_know_what_a_status_means(int status, IdentityRefusal kind)
    {
        Source.Answers(Token, "", status, ("Location", "http://127.0.0.1:9/"));

        (await RedeemAsync()).ShouldBeRefused(kind);
    }

    [Test]
    public async Task Should_tell_how_long_to_wait()
    {
        Source.Answers(Token, "", 429, ("Retry-After", "7"));

        (await RedeemAsync()).ShouldBeAway().RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [TestCase("""{"token_type":"Bearer"}""")]
    [TestCase("""{"access_token":"","token_type":"Bearer"}""")]
    [TestCase("""{"access_token":"a b","token_type":"Bearer"}""")]
    [TestCase("""{"access_token":"x","token_type":"mac"}""")]
    public async Task Should_refuse_what_is_no_bearer_token(string token)
    {
        Source.Answers(Token, Envelopes.Of(token));

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Broken);
    }

    [TestCase("""{"fullName":"Nguyễn Văn An"}""")]
    [TestCase("""{"citizenPid":"00109000000","fullName":"Nguyễn Văn An"}""")]
    [TestCase("""{"citizenPid":"001090000001"}""")]
    [TestCase("""{"citizenPid":"001090000001","CitizenPid":"001090000002","fullName":"An"}""")]
    [TestCase("""{"citizenPid":001090000001,"fullName":"An"}""")]
    [TestCase("""{"citizenPid":"001090000001","fullName":"An","accountType":"9"}""")]
    [TestCase("[]")]
    public async Task Should_refuse_claims_that_are_not_those_agreed(string claims)
    {
        Source.Answers(UserInfo, Envelopes.Of(claims));

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Broken);
    }

    [Test]
    public async Task Should_ask_again_who_it_is_but_never_redeem_a_code_twice()
    {
        var cuts = 0;
        Source.Answers(UserInfo, async context =>
        {
            if (Interlocked.Increment(ref cuts) == 1) context.Abort();
            else await context.Response.WriteAsync(Envelopes.Vector);
        });
        (await RedeemAsync()).ShouldBeGiven();
        Source.CallsOf(UserInfo).ShouldBe(2);

        Source.Answers(Token, context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        (await RedeemAsync()).ShouldBeAway();
        Source.CallsOf(Token).ShouldBe(2);
    }

    [Test]
    public async Task Should_not_wait_longer_than_a_call_may_take()
    {
        Source.Answers(Token, context => Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted));

        (await RedeemAsync(settings: Settings with { Timeout = TimeSpan.FromMilliseconds(200) })).ShouldBeAway().Reason.ShouldBe("timed out");
    }

    [Test]
    public async Task Should_stop_when_the_caller_does()
    {
        Source.Answers(Token, context => Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted));
        using var provider = new VneidProvider(Settings, Source.Http, new FixedTime());
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Should.ThrowAsync<OperationCanceledException>(() => provider.RedeemAsync(new SignInCode("code-1"), patience.Token));
    }

    [Test]
    public async Task Should_read_no_more_than_a_bound()
    {
        Source.Answers(Token, new string(' ', 300_000));

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Broken);
    }
}
