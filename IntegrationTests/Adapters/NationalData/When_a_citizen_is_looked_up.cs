using System.Text.Json.Nodes;
using DichVuCong.Adapters.NationalData;
using DichVuCong.Adapters.NationalData.Configuration;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Identity;
using Microsoft.AspNetCore.Http;

namespace DichVuCong.NationalData.Tests;

internal sealed class When_a_citizen_is_looked_up
{
    private const string Token = "/national/token";
    private const string Population = "/national/population";
    private const string Enterprises = "/national/apiCSDLDKDN/1.0/chiTietDoanhNghiep";

    private const string Document =
        """
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><q:CongdanCollection xmlns:q="urn:q"><q:CongDan>
        <q:SoDinhDanh>001090000001</q:SoDinhDanh><q:HoVaTen><q:Ten>Nguyễn Văn An</q:Ten></q:HoVaTen><q:GioiTinh>1</q:GioiTinh><q:DanToc/>
        <q:NgayThangNamSinh><q:NgayThangNam>15/01/1990</q:NgayThangNam></q:NgayThangNamSinh>
        <q:ThuongTru><q:MaTinhThanh>79</q:MaTinhThanh><q:MaPhuongXa>26740</q:MaPhuongXa></q:ThuongTru></q:CongDan></q:CongdanCollection></soap:Body></soap:Envelope>
        """;

    private readonly CitizenQuestion _question = new(Parsed<PersonalId>("001090000001"), Parsed<PersonName>("Nguyễn Đức Ấn"), Parsed<BirthDate>("19900115"), Guid.NewGuid());
    private FakePlatform _platform = null!;
    private NationalDataSettings _settings = null!;
    private int _tokens;

    [SetUp]
    public async Task SetUp()
    {
        _platform = await FakePlatform.StartAsync();
        _settings = NationalDataSettings.Development(_platform.BaseUrl);
        _tokens = 0;
        _platform.Answers(Token, context => context.Response.WriteAsync(
            $$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","scope":"default","token_type":"Bearer","expires_in":3600}"""));
        _platform.Answers(Population, Envelope(Document));
    }

    [TearDown]
    public async Task TearDown() => await _platform.DisposeAsync();

    [Test]
    public async Task Should_give_what_is_held_field_by_field()
    {
        var record = (await AskAsync()).ShouldBeOfType<IdentityAnswer<NationalRecord>.Given>().Value;

        record.Source.ShouldBe("population");
        record.Fields.ToDictionary(field => field.Name, field => field.Value).ShouldBe(
            new Dictionary<string, string>
            {
                ["personalId"] = "001090000001",
                ["fullName"] = "Nguyễn Văn An",
                ["gender"] = "1",
                ["birthDate"] = "15/01/1990",
                ["permanentAddress.province"] = "79",
                ["permanentAddress.commune"] = "26740",
            },
            ignoreOrder: true);
        $"{record} {record.Fields[1]}".ShouldNotContain("Nguyễn");
    }

    [Test]
    public async Task Should_ask_as_it_is_documented()
    {
        await AskAsync();

        var token = _platform.Requests.First();
        token.Body.ShouldBe("grant_type=client_credentials");
        token.Authorization.ShouldBe("Basic " + Convert.ToBase64String("sandbox-national-data:sandbox-national-data"u8));
        var question = _platform.Requests.Last();
        question.Authorization.ShouldBe("Bearer token-1");
        var body = JsonNode.Parse(question.Body)!.AsObject();
        ((string?)body["HoVaTen"]).ShouldBe("NGUYENDUCAN");
        ((string?)body["SoDinhDanh"]).ShouldBe("001090000001");
        ((string?)body["Nam"]).ShouldBe("1990");
        body.Select(member => member.Key).ShouldBe(["HoVaTen", "SoDinhDanh", "Nam", "MaTichHop", "MaDVC", "MaCanBo", "MaYeuCau"]);
    }

    [Test]
    public async Task Should_use_one_token_for_all_however_many_ask_at_once()
    {
        using var client = Client();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.CitizenAsync(_question, CancellationToken.None)));

        _platform.CallsOf(Token).ShouldBe(1);
        _platform.CallsOf(Population).ShouldBe(20);
    }

    [Test]
    public async Task Should_ask_again_with_a_new_token_when_the_old_one_ended_in_the_middle()
    {
        using var client = Client();
        await client.CitizenAsync(_question, CancellationToken.None);
        _platform.Answers(Population, async context =>
        {
            if (context.Request.Headers.Authorization == "Bearer token-1") context.Response.StatusCode = 401;
            else await context.Response.WriteAsync(Envelope(Document));
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.CitizenAsync(_question, CancellationToken.None)));

        answers.ShouldAllBe(answer => answer is IdentityAnswer<NationalRecord>.Given);
        _platform.CallsOf(Token).ShouldBe(2);
    }

    [Test]
    public async Task Should_not_go_round_with_tokens_that_are_never_taken()
    {
        _platform.Answers(Population, "", status: 401);

        ShouldBeRefused(await AskAsync(), IdentityRefusal.Expired);

        _platform.CallsOf(Population).ShouldBe(2);
        _platform.CallsOf(Token).ShouldBe(2);
    }

    [TestCase("""{"error":"invalid_client"}""", 401)]
    [TestCase("""{"error":"invalid_client"}""", 400)]
    [TestCase("""{"error":"unsupported_grant_type"}""", 200)]
    public async Task Should_know_that_our_account_is_not_taken(string body, int status)
    {
        _platform.Answers(Token, body, status);

        ShouldBeRefused(await AskAsync(), IdentityRefusal.Configuration);
        _platform.CallsOf(Population).ShouldBe(0);
    }

    [TestCase("1", IdentityRefusal.NotFound)]
    [TestCase("-1", IdentityRefusal.Configuration)]
    [TestCase("77", IdentityRefusal.Broken)]
    [TestCase("x", IdentityRefusal.Broken)]
    public async Task Should_know_what_a_code_means(string code, IdentityRefusal kind)
    {
        _platform.Answers(Population, new JsonObject { ["error_code"] = code, ["message"] = "Nguyễn Văn An 001090000001" }.ToJsonString());

        var answer = await AskAsync();

        ShouldBeRefused(answer, kind);
        answer.ToString().ShouldNotContain("001090000001");
    }

    [TestCase("0")]
    [TestCase("00")]
    [TestCase(0)]
    public async Task Should_know_success_in_every_form(object code)
    {
        _platform.Answers(Population, new JsonObject { ["error_code"] = JsonValue.Create(code), ["Message"] = Document }.ToJsonString());

        (await AskAsync()).ShouldBeOfType<IdentityAnswer<NationalRecord>.Given>();
    }

    [TestCase("<CongDan><SoDinhDanh>001090000001</SoDinhDanh>")]
    [TestCase("no xml")]
    [TestCase("<!DOCTYPE a [<!ENTITY b \"c\">]><CongDan><SoDinhDanh>001090000001</SoDinhDanh></CongDan>")]
    [TestCase("<r><CongDan><SoDinhDanh>001090000001</SoDinhDanh></CongDan><CongDan><SoDinhDanh>001090000001</SoDinhDanh></CongDan></r>")]
    [TestCase("<CongDan><SoDinhDanh>001090000002</SoDinhDanh></CongDan>")]
    [TestCase("<CongDan><HoVaTen>An</HoVaTen></CongDan>")]
    public async Task Should_not_believe_a_document_that_is_not_what_was_asked_for(string document)
    {
        _platform.Answers(Population, Envelope(document));

        ShouldBeRefused(await AskAsync(), IdentityRefusal.Broken);
    }

    [Test]
    public async Task Should_not_read_a_document_that_is_nested_without_end()
    {
        _platform.Answers(Population, Envelope(string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000))));

        ShouldBeRefused(await AskAsync(), IdentityRefusal.Broken);
    }

    [Test]
    public async Task Should_know_nobody_from_something_broken()
    {
        _platform.Answers(Population, Envelope("<CongdanCollection/>"));

        ShouldBeRefused(await AskAsync(), IdentityRefusal.NotFound);
    }

    [TestCase(500)]
    [TestCase(503)]
    [TestCase(429)]
    public async Task Should_let_come_again_later(int status)
    {
        _platform.Answers(Population, "", status, ("Retry-After", "3"));

        (await AskAsync()).ShouldBeOfType<IdentityAnswer<NationalRecord>.Away>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Test]
    public async Task Should_not_wait_longer_than_a_call_may_take()
    {
        _platform.Answers(Population, context => Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted));
        using var client = new NationalDataClient(_settings with { Timeout = TimeSpan.FromMilliseconds(200) }, _platform.Http, TimeProvider.System);

        (await client.CitizenAsync(_question, CancellationToken.None)).ShouldBeOfType<IdentityAnswer<NationalRecord>.Away>().IsSilent.ShouldBeTrue();
    }

    [Test]
    public async Task Should_give_what_is_held_of_an_enterprise()
    {
        _platform.Answers(Enterprises, Envelope("<DoanhNghiep><MaSoDoanhNghiep>0100000010</MaSoDoanhNghiep><TenDoanhNghiep>Công ty Mẫu</TenDoanhNghiep></DoanhNghiep>"));
        using var client = Client();

        var answer = await client.EnterpriseAsync(new EnterpriseQuestion(Parsed<PersonalId>("0100000010"), Guid.NewGuid()), CancellationToken.None);

        answer.ShouldBeOfType<IdentityAnswer<NationalRecord>.Given>().Value.Fields.ShouldContain(new NationalField("enterpriseName", "Công ty Mẫu"));
    }

    [Test]
    public void Should_refuse_settings_of_development_elsewhere_and_name_what_is_missing()
    {
        _settings.Validate(isDevelopment: true).ShouldBeEmpty();
        _settings.Validate(isDevelopment: false).Count(problem => problem.Contains("development", StringComparison.OrdinalIgnoreCase)).ShouldBe(5);
        new NationalDataSettings { Timeout = TimeSpan.Zero }.Validate(isDevelopment: true).Count().ShouldBe(9);
    }

    private static void ShouldBeRefused(IdentityAnswer<NationalRecord> answer, IdentityRefusal kind) =>
        answer.ShouldBeOfType<IdentityAnswer<NationalRecord>.Refused>(answer.ToString()).Kind.ShouldBe(kind);

    private async Task<IdentityAnswer<NationalRecord>> AskAsync()
    {
        using var client = Client();
        return await client.CitizenAsync(_question, CancellationToken.None);
    }

    private NationalDataClient Client() => new(_settings, _platform.Http, TimeProvider.System);

    private static string Envelope(string document) => new JsonObject { ["error_code"] = "0", ["message"] = document }.ToJsonString();

    private static T Parsed<T>(string text)
        where T : IText<T> => T.TryParse(text, out var value) ? value : throw new FormatException(text);
}
