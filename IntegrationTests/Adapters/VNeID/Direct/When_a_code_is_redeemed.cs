using System.Text;
using System.Web;
using DichVuCong.Adapters.VNeID.Configuration;
using DichVuCong.Adapters.VNeID.Direct;
using DichVuCong.Contracts.Identity;
using DichVuCong.VNeID.Tests.Fakes;

namespace DichVuCong.VNeID.Tests.Direct;

internal sealed class When_a_code_is_redeemed : VneidTest
{
    [Test]
    public async Task Should_give_who_it_is()
    {
        var identity = (await RedeemAsync()).ShouldBeGiven();

        identity.Source.ShouldBe("vneid");
        identity.Kind.ShouldBe(IdentityKind.Citizen);
        identity.PersonalId!.Reveal().ShouldBe("001090000001");
        identity.FullName.Reveal().ShouldBe("Nguyễn Văn An");
        identity.BirthDate!.Day.ShouldBe(new DateOnly(1990, 1, 15));
        identity.VerifiedAt.ShouldBe(FixedTime.Now);
    }

    [Test]
    public async Task Should_keep_the_two_levels_apart()
    {
        var identity = (await RedeemAsync()).ShouldBeGiven();

        identity.AccountLevel.ShouldBe(AccountLevel.Two);
        identity.AuthenticationLevel.ShouldBe(AuthenticationLevel.Unknown);
    }

    [Test]
    public async Task Should_ask_as_it_is_documented()
    {
        await RedeemAsync();

        var token = Source.Requests.First();
        (token.Method, token.Path).ShouldBe(("POST", Token));
        var form = HttpUtility.ParseQueryString(token.Body);
        form["grant_type"].ShouldBe("authorization_code");
        form["code"].ShouldBe("code-1");
        form["redirect_uri"].ShouldBe("https://gateway.example/sign-in/vneid/callback");
        form["client_id"].ShouldBe(DevelopmentDefaults.ClientId);
        form["client_secret"].ShouldBe(DevelopmentDefaults.ClientSecret);
        var who = Source.Requests.Last();
        (who.Method, who.Path, who.Authorization).ShouldBe(("GET", UserInfo, "Bearer token-1"));
    }

    [Test]
    public void Should_send_people_to_its_page_with_the_state()
    {
        using var provider = new VneidProvider(Settings, Source.Http, new FixedTime());

        var address = provider.AuthorizeAddress("a state/+=");

        address.AbsolutePath.ShouldBe("/vneid/authorize");
        var query = HttpUtility.ParseQueryString(address.Query);
        query["response_type"].ShouldBe("code");
        query["client_id"].ShouldBe(DevelopmentDefaults.ClientId);
        query["redirect_uri"].ShouldBe("https://gateway.example/sign-in/vneid/callback");
        query["scope"].ShouldBe("openid");
        query["state"].ShouldBe("a state/+=");
    }

    [TestCase(16)]
    [TestCase(24)]
    [TestCase(32)]
    public async Task Should_open_an_answer_whatever_the_length_of_its_key(int bytes)
    {
        Source.Answers(UserInfo, Envelopes.Of(Envelopes.VectorClaims, keyBytes: bytes));

        (await RedeemAsync()).ShouldBeGiven().PersonalId!.Reveal().ShouldBe("001090000001");
    }

    [Test]
    public async Task Should_open_a_code_that_came_encrypted()
    {
        (await RedeemAsync(new SignInCode(Envelopes.VectorCode, Envelopes.VectorKey))).ShouldBeGiven();

        HttpUtility.ParseQueryString(Source.Requests.First().Body)["code"].ShouldBe("code-of-the-vector");
    }

    [Test]
    public async Task Should_open_an_encrypted_code_whose_plus_signs_became_spaces()
    {
        var (code, key) = Envelopes.Seal(Encoding.ASCII.GetBytes("code-2"));

        (await RedeemAsync(new SignInCode(code.Replace('+', ' '), key.Replace('+', ' ')))).ShouldBeGiven();

        HttpUtility.ParseQueryString(Source.Requests.First().Body)["code"].ShouldBe("code-2");
    }

    [Test]
    public async Task Should_read_plain_answers_where_that_is_agreed()
    {
        Source.Answers(Token, TokenJson);
        Source.Answers(UserInfo, Envelopes.VectorClaims);

        (await RedeemAsync(settings: Settings with { EncryptedAnswers = false })).ShouldBeGiven();
    }

    [TestCase("""{"CitizenPID":"001090000001","FULLNAME":"Nguyễn Văn An"}""")]
    [TestCase("""{"citizenPid":1090000001,"fullName":"Nguyễn Văn An","accountLevel":2}""")]
    [TestCase("\"{\\\"citizenPid\\\":\\\"001090000001\\\",\\\"fullName\\\":\\\"Nguyễn Văn An\\\"}\"")]
    public async Task Should_read_what_has_one_meaning_only(string claims)
    {
        Source.Answers(UserInfo, Envelopes.Of(claims));

        (await RedeemAsync()).ShouldBeGiven().PersonalId!.Reveal().ShouldBe("001090000001");
    }

    [TestCase("1990", 1990)]
    [TestCase("19900000", 1990)]
    public async Task Should_keep_a_year_of_birth_that_is_all_that_is_known(string said, int year)
    {
        Source.Answers(UserInfo, Envelopes.Of($$"""{"citizenPid":"001090000001","fullName":"Nguyễn Văn An","birthDate":"{{said}}"}"""));

        var birth = (await RedeemAsync()).ShouldBeGiven().BirthDate!;

        birth.Year.ShouldBe(year);
        birth.Day.ShouldBeNull();
    }

    [Test]
    public async Task Should_show_nothing_of_the_person_in_a_text()
    {
        var answer = await RedeemAsync();

        $"{answer} {answer.ShouldBeGiven()} {answer.ShouldBeGiven().BirthDate}".ShouldNotContain("1990");
        $"{answer} {answer.ShouldBeGiven()}".ShouldNotContain("Nguy");
        $"{answer} {answer.ShouldBeGiven()}".ShouldNotContain("0010900");
    }
}
