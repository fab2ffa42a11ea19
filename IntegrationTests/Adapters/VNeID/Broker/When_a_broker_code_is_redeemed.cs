using System.Web;
using DichVuCong.Adapters.VNeID.Broker;
using DichVuCong.Adapters.VNeID.Configuration;
using DichVuCong.Contracts.Identity;
using DichVuCong.VNeID.Tests.Fakes;

namespace DichVuCong.VNeID.Tests.Broker;

internal sealed class When_a_broker_code_is_redeemed
{
    private const string Token = "/broker/oauth2/token";
    private const string UserInfo = "/broker/oauth2/userinfo";
    private const string Introspect = "/broker/oauth2/introspect";

    private const string Citizen =
        """
        {"sub":"an","TechID":"5f6c0e1e-0000-0000-0000-000000000001","LoaiTaiKhoan":"1","SoDinhDanh":"001090000001","HoVaTen":"Nguyễn Văn An","NgayThangNamSinh":"19900115",
         "loAs":"LoA3","IAL":2,"SoDienThoai":"0981234567","ThuDienTu":"an@example.vn"}
        """;

    private FakeSource _source = null!;
    private BrokerSettings _settings = null!;

    [SetUp]
    public async Task SetUp()
    {
        _source = await FakeSource.StartAsync();
        _settings = BrokerSettings.Development(_source.BaseUrl, new Uri("https://gateway.example/sign-in/broker/callback"));
        _source.Answers(Token, """{"access_token":"token-1","token_type":"Bearer","expires_in":3600,"id_token":"x.y.z"}""");
        _source.Answers(Introspect, CheckOf(DevelopmentDefaults.ClientId, FixedTime.Now.AddHours(1)));
        _source.Answers(UserInfo, Citizen);
    }

    [TearDown]
    public async Task TearDown() => await _source.DisposeAsync();

    [Test]
    public async Task Should_give_who_it_is()
    {
        var identity = (await RedeemAsync()).ShouldBeGiven();

        identity.Source.ShouldBe("broker");
        identity.Kind.ShouldBe(IdentityKind.Citizen);
        identity.TechnicalId.ShouldBe("5f6c0e1e-0000-0000-0000-000000000001");
        identity.Number!.Reveal().ShouldBe("001090000001");
        identity.FullName.Reveal().ShouldBe("Nguyễn Văn An");
        identity.Phone!.Reveal().ShouldBe("84981234567");
        identity.Email!.Reveal().ShouldBe("an@example.vn");
        identity.AccountLevel.ShouldBe(AccountLevel.Two);
        identity.AuthenticationLevel.ShouldBe(AuthenticationLevel.Three);
    }

    [TestCase("2", IdentityKind.Enterprise)]
    [TestCase("3", IdentityKind.Organisation)]
    public async Task Should_know_an_enterprise_by_its_tax_code(string type, IdentityKind kind)
    {
        _source.Answers(
            UserInfo, $$"""{"TechID":"t-2","LoaiTaiKhoan":{{type}},"MaSoThue":"0100000010","MaSoDoanhNghiep":"0100000010","TenDoanhNghiep":"Công ty Mẫu","HoVaTen":"Nguyễn Văn An"}""");

        var identity = (await RedeemAsync()).ShouldBeGiven();

        identity.Kind.ShouldBe(kind);
        identity.Number!.Reveal().ShouldBe("0100000010");
        identity.OrganisationName!.Reveal().ShouldBe("Công ty Mẫu");
    }

    [Test]
    public async Task Should_ask_as_it_is_documented()
    {
        await RedeemAsync();

        var requests = _source.Requests.ToArray();
        requests.Select(request => (request.Method, request.Path)).ShouldBe([("POST", Token), ("POST", Introspect), ("GET", UserInfo)]);
        HttpUtility.ParseQueryString(requests[0].Body)["client_secret"].ShouldBe(DevelopmentDefaults.ClientSecret);
        requests[1].Body.ShouldBe("token=token-1&state=0");
        requests[2].Authorization.ShouldBe("Bearer token-1");
        var query = HttpUtility.ParseQueryString(Provider().AuthorizeAddress("s").Query);
        (query["response_type"], query["scope"], query["acr_values"], query["state"]).ShouldBe(("code", "openid", "LoA1", "s"));
    }

    [Test]
    public async Task Should_ask_by_post_where_that_is_set()
    {
        (await RedeemAsync(_settings with { UserInfoByPost = true })).ShouldBeGiven();

        _source.Requests.Last().Method.ShouldBe("POST");
    }

    [Test]
    public async Task Should_not_ask_whose_a_token_is_where_nobody_answers_that()
    {
        (await RedeemAsync(_settings with { IntrospectionPath = "" })).ShouldBeGiven();

        _source.CallsOf(Introspect).ShouldBe(0);
    }

    [Test]
    public async Task Should_refuse_a_token_of_another_client()
    {
        _source.Answers(Introspect, CheckOf("another-client", FixedTime.Now.AddHours(1)));

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Broken);

        _source.CallsOf(UserInfo).ShouldBe(0);
    }

    [TestCase(1)]
    [TestCase(1000)]
    public async Task Should_refuse_a_token_whose_end_has_come(int unit)
    {
        _source.Answers(Introspect, $$"""{"client_id":"{{DevelopmentDefaults.ClientId}}","exp":{{FixedTime.Now.ToUnixTimeSeconds() * unit}}}""");

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Expired);
    }

    [TestCase("""{"active":false}""", IdentityRefusal.Expired)]
    [TestCase("""{"exp":"soon"}""", IdentityRefusal.Broken)]
    [TestCase("""{"client_id":"dvc-development"}""", IdentityRefusal.Broken)]
    public async Task Should_refuse_a_token_of_which_too_little_is_said(string said, IdentityRefusal kind)
    {
        _source.Answers(Introspect, said);

        (await RedeemAsync()).ShouldBeRefused(kind);
    }

    [Test]
    public async Task Should_take_a_token_that_ended_in_between_for_a_sign_in_that_is_over()
    {
        _source.Answers(UserInfo, """{"error":"invalid_token"}""", status: 401);

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Expired);
    }

    [Test]
    public async Task Should_know_too_small_a_scope_for_a_wrong_set_up()
    {
        _source.Answers(UserInfo, """{"error":"insufficient_scope"}""", status: 403);

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Configuration);
    }

    [TestCase("""{"LoaiTaiKhoan":"1","HoVaTen":"An"}""")]
    [TestCase("""{"LoaiTaiKhoan":"2","HoVaTen":"An","SoDinhDanh":"001090000001"}""")]
    [TestCase("""{"LoaiTaiKhoan":"7","HoVaTen":"An","SoDinhDanh":"001090000001"}""")]
    [TestCase("""{"SoDinhDanh":"001090000001","HoVaTen":"An"}""")]
    public async Task Should_refuse_claims_that_are_not_those_agreed(string claims)
    {
        _source.Answers(UserInfo, claims);

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Broken);
    }

    [Test]
    public async Task Should_not_guess_a_level_that_no_table_has()
    {
        _source.Answers(UserInfo, """{"LoaiTaiKhoan":"1","SoDinhDanh":"001090000001","HoVaTen":"An","IAL":"7","loAs":"gold"}""");

        var identity = (await RedeemAsync()).ShouldBeGiven();

        (identity.AccountLevel, identity.AuthenticationLevel).ShouldBe((AccountLevel.Unknown, AuthenticationLevel.Unknown));
    }

    private Task<IdentityAnswer<VerifiedIdentity>> RedeemAsync(BrokerSettings? settings = null) =>
        Provider(settings).RedeemAsync(new SignInCode("code-1"), CancellationToken.None);

    private BrokerProvider Provider(BrokerSettings? settings = null) => new(settings ?? _settings, _source.Http, new FixedTime());

    private static string CheckOf(string client, DateTimeOffset until) => $$"""{"client_id":"{{client}}","exp":{{until.ToUnixTimeSeconds()}}}""";
}
