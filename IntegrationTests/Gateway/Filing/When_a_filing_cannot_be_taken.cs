using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.Filing;

internal sealed class When_a_filing_cannot_be_taken
{
    private GatewayFixture _gateway = null!;
    private HttpClient _portal = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _gateway = await GatewayFixture.StartAsync();
        _portal = _gateway.As("dev-portal");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _portal.Dispose();
        await _gateway.DisposeAsync();
    }

    [TearDown]
    public async Task Should_leave_nothing_behind() =>
        (await _gateway.Database.ScalarAsync<long>("select (select count(*) from dossier.dossier) + (select count(*) from bus.ready)")).ShouldBe(0);

    [Test]
    public async Task Should_list_everything_that_is_deficient()
    {
        var filing = Filings.Birth("deficient-1");
        filing["applicant"] = new JsonObject { ["kind"] = "citizen", ["personalId"] = "12345" };
        filing["files"] = new JsonArray(Filings.File("TP01", "virus.exe", media: "application/x-msdownload"), Filings.File("TP02", "to.pdf", size: 20_000_000));

        using var response = await Filings.PostAsync(_portal, filing);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await Filings.ReadAsync(response);
        problem["code"]!.GetValue<string>().ShouldBe("technical-conditions");
        var fields = problem["deficiencies"]!.AsArray().Select(one => one!["field"]!.GetValue<string>()).ToList();
        fields.ShouldContain("applicant.personalId");
        fields.ShouldContain("applicant.fullName");
        fields.ShouldContain("files[0].mediaType");
        fields.ShouldContain("files[1].size");
        fields.ShouldContain("applicant.phone");
        problem["deficiencies"]!.AsArray().ShouldAllBe(one => one!["message"]!.GetValue<string>().Length > 10);
        problem.ToJsonString().ShouldNotContain("12345");
    }

    [Test]
    public async Task Should_refuse_when_nobody_is_competent()
    {
        var filing = Filings.Birth("nobody-1");
        filing["place"] = new JsonObject { ["province"] = "01" };

        using var response = await Filings.PostAsync(_portal, filing);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await Filings.ReadAsync(response);
        problem["code"]!.GetValue<string>().ShouldBe("nobody-competent");
        problem["field"]!.GetValue<string>().ShouldBe("place.commune");
    }

    [TestCase("unknown-procedure", "procedureCode", "9.999999")]
    public async Task Should_refuse_an_unknown_procedure(string code, string field, string procedure)
    {
        var filing = Filings.Birth("unknown-1");
        filing["procedureCode"] = procedure;

        using var response = await Filings.PostAsync(_portal, filing);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await Filings.ReadAsync(response);
        problem["code"]!.GetValue<string>().ShouldBe(code);
        problem["field"]!.GetValue<string>().ShouldBe(field);
    }

    [TestCase("", "$")]
    [TestCase("{", "$")]
    [TestCase("null", "$")]
    [TestCase("[]", "$")]
    [TestCase("""{"procedureCode":"1.001193"}""", "submissionId")]
    [TestCase("""{"submissionId":"a\u0000b","procedureCode":"1.001193"}""", "submissionId")]
    [TestCase("""{"submissionId":"m-1","applicant":{"phone":{}}}""", "applicant.phone")]
    [TestCase("""{"submissionId":"m-2","files":[{"size":"many"}]}""", "files[0].size")]
    [TestCase("""{"submissionId":"m-3","place":"79"}""", "place")]
    [TestCase("""{"submissionId":"m-4","form":{"half":"\ud800"}}""", "form")]
    [TestCase("""{"submissionId":"m-5","form":{"\udc00":1}}""", "form")]
    public async Task Should_name_the_malformed_field(string body, string field)
    {
        using var response = await PostAsync(Encoding.UTF8.GetBytes(body));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Filings.ReadAsync(response))["field"]!.GetValue<string>().ShouldBe(field);
    }

    [Test]
    public async Task Should_not_let_the_portal_file_as_a_counter()
    {
        var filing = Filings.Birth("origin-1");
        filing["origin"] = "coordination";

        using var response = await Filings.PostAsync(_portal, filing);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Filings.ReadAsync(response))["field"]!.GetValue<string>().ShouldBe("origin");
    }

    [Test]
    public async Task Should_refuse_another_encoding()
    {
        using var response = await PostAsync(Encoding.Unicode.GetBytes(Filings.Birth("utf-16").ToJsonString()));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Should_refuse_a_body_over_the_limit()
    {
        using var response = await PostAsync(new byte[10_000_001]);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [TestCase("/v1/events")]
    [TestCase("/v1/destinations?procedure=1.000656&place=01/00004")]
    public async Task Should_tell_a_one_stop_system_that_this_is_not_for_it(string path)
    {
        using var system = _gateway.As((await OneStopClient.LogInAsync(_gateway, "H29")).Session!);

        using var response = await system.GetAsync(new Uri(path, UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [TestCase(null, HttpStatusCode.Unauthorized)]
    [TestCase("wrong", HttpStatusCode.Unauthorized)]
    public async Task Should_refuse_strangers(string? token, HttpStatusCode status)
    {
        using var stranger = token is null ? new HttpClient { BaseAddress = _gateway.Http.BaseAddress } : _gateway.As(token);

        using var response = await Filings.PostAsync(stranger, Filings.Birth("stranger-1"));

        response.StatusCode.ShouldBe(status);
    }

    private Task<HttpResponseMessage> PostAsync(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return _portal.PostAsync(Filings.Address, content);
    }
}
