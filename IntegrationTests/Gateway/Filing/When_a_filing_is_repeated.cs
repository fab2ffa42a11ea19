using System.Net;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.Filing;

internal sealed class When_a_filing_is_repeated
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
    public async Task Should_give_the_first_answer_again()
    {
        var first = await (await Filings.PostAsync(_portal, Filings.Birth("again-1"))).Content.ReadAsStringAsync();

        using var second = await Filings.PostAsync(_portal, Filings.Birth("again-1"));

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.Content.ReadAsStringAsync()).ShouldBe(first);
        (await CountAsync("again-1")).ShouldBe(1);
    }

    [Test]
    public async Task Should_see_through_other_links_and_another_order_of_the_form()
    {
        await Filings.FileAsync(_portal, Filings.Birth("again-2"));
        var repeated = Filings.Birth("again-2");
        repeated["files"]![0]!["url"] = "http://127.0.0.1:9/elsewhere";
        repeated["form"] = new JsonObject { ["ngaySinhCon"] = "2026-11-01", ["hoTenCon"] = "Nguyễn Văn Bé" };

        using var second = await Filings.PostAsync(_portal, repeated);

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task Should_refuse_other_content_and_name_the_dossier()
    {
        var code = (await Filings.FileAsync(_portal, Filings.Birth("again-3")))["code"]!.GetValue<string>();
        var other = Filings.Birth("again-3");
        other["form"]!["hoTenCon"] = "Nguyễn Văn Khác";

        using var second = await Filings.PostAsync(_portal, other);

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await Filings.ReadAsync(second);
        problem["code"]!.GetValue<string>().ShouldBe("submission-conflict");
        problem["field"]!.GetValue<string>().ShouldBe("submissionId");
        problem["dossier"]!.GetValue<string>().ShouldBe(code);
        (await CountAsync("again-3")).ShouldBe(1);
    }

    [Test]
    public async Task Should_give_the_first_answer_even_when_it_would_not_be_taken_today()
    {
        await Filings.FileAsync(_portal, Filings.Birth("again-4"));
        var deficient = Filings.Birth("again-4");
        deficient["applicant"]!.AsObject().Remove("fullName");

        // The content differs, so it is a conflict with the first and no matter of technical conditions.
        using var second = await Filings.PostAsync(_portal, deficient);

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Test]
    public async Task Should_make_one_dossier_of_many_at_once()
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Filings.PostAsync(_portal, Filings.Birth("again-5"))));
        var bodies = await Task.WhenAll(responses.Select(response => response.Content.ReadAsStringAsync()));

        responses.Count(response => response.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        responses.Count(response => response.StatusCode == HttpStatusCode.OK).ShouldBe(19);
        bodies.Distinct().Count().ShouldBe(1);
        (await CountAsync("again-5")).ShouldBe(1);
    }

    [Test]
    public async Task Should_not_confuse_two_callers()
    {
        var ofPortal = await Filings.FileAsync(_portal, Filings.Birth("again-6"));
        using var coordination = _gateway.As("dev-coordination");

        var ofCoordination = await Filings.FileAsync(coordination, Filings.Birth("again-6"));

        ofCoordination["code"]!.GetValue<string>().ShouldNotBe(ofPortal["code"]!.GetValue<string>());
    }

    private Task<long> CountAsync(string submission) =>
        _gateway.Database.ScalarAsync<long>($"select count(*) from dossier.dossier where submission = '{submission}'");
}
