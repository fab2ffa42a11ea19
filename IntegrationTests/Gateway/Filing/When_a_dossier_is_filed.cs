using System.Globalization;
using System.Text.Json.Nodes;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Registries.Dossiers;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.Filing;

[Parallelizable(ParallelScope.Children)]
internal sealed class When_a_dossier_is_filed
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
    public async Task Should_answer_with_code_and_receipt()
    {
        using var response = await Filings.PostAsync(_portal, Filings.GroundWater("filed-1"));

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Created);
        var answer = await Filings.ReadAsync(response);
        var code = answer["code"]!.GetValue<string>();
        code.ShouldMatch(@"^H26\.101-\d{6}-5\d{6}$");
        response.Headers.Location!.ToString().ShouldBe($"/v1/dossiers/{code}");
        answer["submissionId"]!.GetValue<string>().ShouldBe("filed-1");
        answer["state"]!.GetValue<int>().ShouldBe(0);
        var receipt = answer["receipt"]!;
        receipt["code"]!.GetValue<string>().ShouldBe(code);
        receipt["version"]!.GetValue<int>().ShouldBe(1);
        receipt["agency"]!["code"]!.GetValue<string>().ShouldBe("H26.101");
        receipt["provisional"]!.GetValue<bool>().ShouldBeTrue();
        var received = DateTimeOffset.Parse(receipt["receivedAt"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        received.Offset.ShouldBe(TimeSpan.FromHours(7));
        DateTimeOffset.Parse(receipt["deadline"]!.GetValue<string>(), CultureInfo.InvariantCulture).ShouldBeGreaterThan(received.AddDays(7));
    }

    [Test]
    public async Task Should_show_the_dossier_to_anyone_without_personal_data()
    {
        var code = (await Filings.FileAsync(_portal, Filings.Birth("filed-2")))["code"]!.GetValue<string>();

        var shown = await _gateway.Http.GetStringAsync(new Uri($"/v1/dossiers/{code}", UriKind.Relative));

        shown.ShouldContain("\"state\":0");
        shown.ShouldContain("H26.101");
        shown.ShouldNotContain("001190012345");
        shown.ShouldNotContain("Thử");
        shown.ShouldNotContain("912345678");
    }

    [Test]
    public async Task Should_keep_the_content_sealed_and_hand_the_saga_its_message()
    {
        var code = (await Filings.FileAsync(_portal, Filings.Birth("filed-3")))["code"]!.GetValue<string>();

        (await _gateway.Database.ScalarAsync<long>(
            $"select count(*) from bus.ready r join bus.word w on w.id = r.type where r.key = '{code}' and w.name = 'dossiers.submit-dossier.v1'")).ShouldBe(1);
        (await _gateway.Database.ScalarAsync<long>(
            $"select count(*) from dossier.content where code = '{code}' and position(convert_to('001190012345', 'UTF8') in sealed) = 0")).ShouldBe(1);
        (await _gateway.Database.ScalarAsync<long>(
            $"select count(*) from bus.ready where key = '{code}' and position(convert_to('001190012345', 'UTF8') in body) > 0")).ShouldBe(0);
        (await _gateway.Database.ScalarAsync<long>($"select count(*) from dossier.portal_account where technical_id = 'TECH-0001'")).ShouldBe(1);
    }

    [Test]
    public async Task Should_store_what_it_has_checked()
    {
        var filing = Filings.Birth("filed-5");
        filing["files"]![0]!["sha256"] = $" {new string('A', 64)} ";
        filing["files"]![0]!["name"] = "to-khai.pdf ";
        var code = (await Filings.FileAsync(_portal, filing))["code"]!.GetValue<string>();

        var content = await _gateway.Services.GetRequiredService<DossierContents>().FindAsync(DossierCode.Parse(code), 1, CancellationToken.None);

        content.ShouldNotBeNull().Files.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            file => file.Sha256.ShouldBe(new string('a', 64)), file => file.Name.ShouldBe("to-khai.pdf"));
    }

    [Test]
    public async Task Should_keep_where_the_post_finds_the_applicant_sealed_and_tell_the_saga_only_that_it_is_asked_for()
    {
        var filing = Filings.Birth("filed-7");
        filing["returnBy"] = "post";
        filing["post"] = new JsonObject
        {
            ["place"] = new JsonObject { ["province"] = "79", ["commune"] = "26740" },
            ["address"] = " 12 ngõ 3 Phố Mẫu ",
            ["cashOnDelivery"] = true,
        };
        var code = (await Filings.FileAsync(_portal, filing))["code"]!.GetValue<string>();

        var content = await _gateway.Services.GetRequiredService<DossierContents>().FindAsync(DossierCode.Parse(code), 1, CancellationToken.None);
        var post = content.ShouldNotBeNull().Post.ShouldNotBeNull();
        (post.Services, post.Place.Province, post.Address.Reveal(), post.Phone)
            .ShouldBe((PostServices.ReturnResult | PostServices.CashOnDelivery, "79", "12 ngõ 3 Phố Mẫu", null));
        var message = await _gateway.Database.ScalarAsync<string>($"select convert_from(body, 'UTF8') from bus.ready where key = '{code}'");
        message.ShouldContain("\"post\":6");
        message.ShouldNotContain("Phố");
    }

    [Test]
    public async Task Should_name_what_is_missing_of_the_address()
    {
        var filing = Filings.Birth("filed-8");
        filing["returnBy"] = "post";

        using var response = await Filings.PostAsync(_portal, filing);

        ((int)response.StatusCode).ShouldBe(422);
        (await response.Content.ReadAsStringAsync()).ShouldContain("post.address");
    }

    [Test]
    public async Task Should_tell_the_portal_alone_whose_account_it_belongs_to()
    {
        var code = (await Filings.FileAsync(_portal, Filings.Birth("filed-6")))["code"]!.GetValue<string>();
        var address = new Uri($"/v1/dossiers/{code}", UriKind.Relative);
        using var coordination = _gateway.As("dev-coordination");

        (await _portal.GetStringAsync(address)).ShouldContain("TECH-0001");
        (await coordination.GetStringAsync(address)).ShouldNotContain("TECH-0001");
        (await _gateway.Http.GetStringAsync(address)).ShouldNotContain("TECH-0001");
    }

    [Test]
    public async Task Should_give_no_deadline_where_the_procedure_publishes_no_unit()
    {
        var answer = await Filings.FileAsync(_portal, Filings.Birth("filed-4"));

        answer["receipt"]!.AsObject().ContainsKey("deadline").ShouldBeFalse();
    }

    [Test]
    public async Task Should_give_every_dossier_a_code_of_its_own()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Filings.FileAsync(_portal, Filings.Birth($"many-{number}"))));

        answers.Select(answer => answer["code"]!.GetValue<string>()).Distinct().Count().ShouldBe(60);
    }
}
