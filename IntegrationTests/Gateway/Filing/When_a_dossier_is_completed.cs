using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Registries.Dossiers;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.Filing;

internal sealed class When_a_dossier_is_completed
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

    [Test]
    public async Task Should_store_the_next_revision_of_the_whole()
    {
        var code = (await Filings.FileAsync(_portal, Filings.Birth("complete-1")))["code"]!.GetValue<string>();
        var supplement = new JsonObject
        {
            ["submissionId"] = "supplement-1",
            ["files"] = new JsonArray(Filings.File("TP01", "to-khai.pdf", size: 2048), Filings.File("TP02", "giay-chung-sinh.pdf")),
        };

        using var first = await SupplementAsync(code, supplement);
        using var again = await SupplementAsync(code, supplement);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Filings.ReadAsync(first))["revision"]!.GetValue<int>().ShouldBe(2);
        var content = (await _gateway.Services.GetRequiredService<DossierContents>().FindAsync(DossierCode.Parse(code), 0, CancellationToken.None)).ShouldNotBeNull();
        content.Revision.ShouldBe(2);
        content.Files.Select(file => (file.Number, file.Name, file.Size)).ShouldBe([(2, "to-khai.pdf", 2048), (3, "giay-chung-sinh.pdf", 1024)]);
        JsonNode.Parse(content.Form.ShouldNotBeNull())!["hoTenCon"]!.GetValue<string>().ShouldBe("Nguyễn Văn Bé");
        (await _gateway.Database.ScalarAsync<int>($"select revision from dossier.dossier where code = '{code}'")).ShouldBe(2);
    }

    [Test]
    public async Task Should_check_the_whole_like_a_filing()
    {
        var code = (await Filings.FileAsync(_portal, Filings.Birth("complete-2")))["code"]!.GetValue<string>();

        using var response = await SupplementAsync(
            code, new JsonObject { ["submissionId"] = "supplement-2", ["files"] = new JsonArray(Filings.File("TP03", "la.exe", media: "application/x-msdownload")) });

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Filings.ReadAsync(response))["deficiencies"]!.AsArray().ShouldNotBeEmpty();
        (await _gateway.Database.ScalarAsync<long>($"select count(*) from dossier.content where code = '{code}'")).ShouldBe(1);
    }

    [Test]
    public async Task Should_number_the_revisions_of_supplements_at_once()
    {
        var code = (await Filings.FileAsync(_portal, Filings.Birth("complete-3")))["code"]!.GetValue<string>();

        var responses = await Task.WhenAll(Enumerable.Range(1, 5).Select(number => SupplementAsync(
            code, new JsonObject { ["submissionId"] = $"supplement-3-{number}", ["files"] = new JsonArray(Filings.File($"TP1{number}", $"to-{number}.pdf")) })));

        responses.ShouldAllBe(response => response.StatusCode == HttpStatusCode.Created);
        (await _gateway.Database.ScalarAsync<string>($"select string_agg(revision::text, ',' order by revision) from dossier.content where code = '{code}'"))
            .ShouldBe("1,2,3,4,5,6");
    }

    [Test]
    public async Task Should_hide_dossiers_of_other_callers()
    {
        var code = (await Filings.FileAsync(_portal, Filings.Birth("complete-4")))["code"]!.GetValue<string>();
        using var coordination = _gateway.As("dev-coordination");

        using var response = await coordination.PostAsJsonAsync(Address(code), new JsonObject { ["submissionId"] = "supplement-4" });

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> SupplementAsync(string code, JsonObject supplement) => _portal.PostAsJsonAsync(Address(code), supplement);

    private static Uri Address(string code) => new($"/v1/dossiers/{code}/supplements", UriKind.Relative);
}
