using System.Net;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Identity.Support;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.Identity;

internal sealed class When_somebody_signs_in
{
    private SignInFixture _fixture = null!;

    [OneTimeSetUp]
    public async Task SetUp() => _fixture = await SignInFixture.StartAsync();

    [OneTimeTearDown]
    public async Task TearDown() => await _fixture.DisposeAsync();

    [TestCase("vneid", "2", "unknown")]
    [TestCase("broker", "2", "3")]
    public async Task Should_tell_the_portal_who_it_is(string source, string accountLevel, string authenticationLevel)
    {
        var verified = await _fixture.SignInAsync("an", source);

        var identity = verified["identity"]!.AsObject();
        ((string?)identity["source"]).ShouldBe(source);
        ((string?)identity["kind"]).ShouldBe("citizen");
        ((string?)identity["personalId"]).ShouldBe("001090000001");
        ((string?)identity["fullName"]).ShouldBe("Nguyễn Văn An");
        ((string?)identity["birthDate"]).ShouldBe("19900115");
        ((string?)identity["accountLevel"]).ShouldBe(accountLevel);
        ((string?)identity["authenticationLevel"]).ShouldBe(authenticationLevel);
    }

    [Test]
    public async Task Should_give_the_caller_its_state_back_and_let_nothing_of_the_person_through_the_browser()
    {
        var back = await _fixture.ComeBackAsync(await _fixture.GoAsync());

        back["state"].ShouldBe("caller-state");
        back.AllKeys.ShouldBe(["result", "state"]);
        back["result"]!.Length.ShouldBe(43);
    }

    [Test]
    public async Task Should_take_a_code_that_comes_encrypted()
    {
        await _fixture.FaultAsync("vneid", new { mode = "encrypt-code", times = 1 });

        var callback = await _fixture.GoAsync();

        callback.Query.ShouldContain("encrypt_key=");
        (await _fixture.ComeBackAsync(callback))["result"].ShouldNotBeNull();
    }

    [Test]
    public async Task Should_give_the_same_answer_again_to_a_caller_that_lost_it()
    {
        var back = await _fixture.ComeBackAsync(await _fixture.GoAsync("binh"));

        var (_, first) = await _fixture.FetchAsync(back["result"]);
        var (status, second) = await _fixture.FetchAsync(back["result"]);

        status.ShouldBe(HttpStatusCode.OK);
        ((string?)second["verification"]).ShouldBe((string?)first["verification"]);
    }

    [Test]
    public async Task Should_keep_one_account_for_a_person_whatever_the_source()
    {
        var first = await _fixture.SignInAsync("chi", "vneid");
        var second = await _fixture.SignInAsync("chi", "broker");
        var other = await _fixture.SignInAsync("dung", "broker");

        ((bool)first["account"]!["isNew"]!).ShouldBeTrue();
        ((bool)second["account"]!["isNew"]!).ShouldBeFalse();
        ((string?)second["account"]!["id"]).ShouldBe((string?)first["account"]!["id"]);
        ((string?)second["account"]!["technicalId"]).ShouldNotBeNull();
        ((string?)other["account"]!["id"]).ShouldNotBe((string?)first["account"]!["id"]);
    }

    [Test]
    public async Task Should_make_one_account_however_many_sign_ins_of_a_person_meet()
    {
        var results = new List<string?>();
        for (var n = 0; n < 12; n++) results.Add((await _fixture.ComeBackAsync(await _fixture.GoAsync("cong-ty", "broker")))["result"]);

        var answers = await Task.WhenAll(results.Select(result => _fixture.FetchAsync(result)));

        answers.Select(answer => (string?)answer.Body["account"]!["id"]).Distinct().ShouldHaveSingleItem();
        answers.Count(answer => (bool)answer.Body["account"]!["isNew"]!).ShouldBe(1);
    }

    [Test]
    public async Task Should_store_who_it_is_sealed_and_secrets_as_hashes()
    {
        var back = await _fixture.ComeBackAsync(await _fixture.GoAsync());
        await _fixture.FetchAsync(back["result"]);

        var rows = await _fixture.Gateway.Database.ScalarAsync<string>(
            "select string_agg(v::text, ' ') || (select string_agg(s::text, ' ') from identity.sign_in s) || (select string_agg(p::text, ' ') from identity.person p) from identity.verification v");
        var hex = Convert.ToHexStringLower("001090000001"u8);
        rows.ShouldNotContain("001090000001");
        rows.ShouldNotContain(hex);
        rows.ShouldNotContain(back["result"]!);
        rows.ShouldNotContain(SignInFixture.Binding);
    }

    [Test]
    public async Task Should_file_a_dossier_for_who_signed_in_without_asking_again()
    {
        var verified = await _fixture.SignInAsync("an", "broker");
        var filing = Filings.Birth($"signed-in-{Guid.NewGuid():N}");
        filing["applicant"] = new JsonObject { ["verification"] = (string?)verified["verification"] };

        var answer = await Filings.FileAsync(_fixture.Portal, filing);

        var code = (string)answer["code"]!;
        var stored = await _fixture.Gateway.Database.ScalarAsync<string>(
            $"select source || account_level || authentication_level from identity.filing where dossier = '{code}'");
        stored.ShouldBe("broker23");
        var contents = (Registries.Dossiers.DossierContents)_fixture.Gateway.Services.GetService(typeof(Registries.Dossiers.DossierContents))!;
        var content = (await contents.FindAsync(Contracts.DossierCode.Parse(code), 0, CancellationToken.None))!;
        content.Applicant.PersonalId!.Reveal().ShouldBe("001090000001");
        content.Applicant.FullName!.Reveal().ShouldBe("Nguyễn Văn An");
    }

    [Test]
    public async Task Should_know_a_filing_again_that_names_the_person_by_the_sign_in_and_one_of_another_person()
    {
        var (an, binh) = ((string?)(await _fixture.SignInAsync("an", "broker"))["verification"], (string?)(await _fixture.SignInAsync("binh", "broker"))["verification"]);
        var filing = Filings.Birth($"again-{Guid.NewGuid():N}");
        filing["applicant"] = new JsonObject { ["verification"] = an };
        var first = await Filings.FileAsync(_fixture.Portal, filing);
        await _fixture.Gateway.Database.ScalarAsync<Guid>($"update identity.verification set expires_at = now() where id = '{an}' returning id");

        using var again = await Filings.PostAsync(_fixture.Portal, filing);
        filing["applicant"] = new JsonObject { ["verification"] = binh };
        using var other = await Filings.PostAsync(_fixture.Portal, filing);

        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((string?)(await Filings.ReadAsync(again))["code"]).ShouldBe((string?)first["code"]);
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Test]
    public async Task Should_not_file_for_somebody_else_than_who_signed_in()
    {
        var verified = await _fixture.SignInAsync("an", "broker");
        var filing = Filings.Birth($"somebody-else-{Guid.NewGuid():N}");
        filing["applicant"]!["verification"] = (string?)verified["verification"];

        using var answer = await Filings.PostAsync(_fixture.Portal, filing);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var codes = (await Filings.ReadAsync(answer))["deficiencies"]!.AsArray().Select(one => (string?)one!["code"]).ToList();
        codes.ShouldBe(["verification.other-person", "verification.other-name"]);
    }

    [Test]
    public async Task Should_not_file_with_a_sign_in_of_another_caller_or_one_that_is_over()
    {
        using var coordination = _fixture.Gateway.As("dev-coordination");
        var theirs = await _fixture.SignInAsync("an", "broker", coordination);
        var ours = await _fixture.SignInAsync("an", "broker");
        await _fixture.Gateway.Database.ScalarAsync<Guid>(
            $"update identity.verification set expires_at = now() where id = '{(string?)ours["verification"]}' returning id");

        foreach (var handle in new[] { (string?)theirs["verification"], (string?)ours["verification"], Guid.NewGuid().ToString("N"), "x" })
        {
            var filing = Filings.Birth($"over-{Guid.NewGuid():N}");
            filing["applicant"] = new JsonObject { ["kind"] = "citizen", ["personalId"] = "001090000001", ["fullName"] = "Nguyễn Văn An", ["phone"] = "0981234567", ["email"] = "an@example.vn", ["verification"] = handle };
            using var answer = await Filings.PostAsync(_fixture.Portal, filing);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await Filings.ReadAsync(answer))["deficiencies"]!.AsArray().Select(one => (string?)one!["code"]).ShouldBe(["verification.unknown"]);
        }
    }

    [Test]
    public async Task Should_tell_operators_how_the_source_does()
    {
        await _fixture.SignInAsync("an", "vneid");

        await Eventually.HoldsAsync(
            async () => await _fixture.Gateway.Database.ScalarAsync<long>("select coalesce(sum(done), 0)::bigint from identity.partner_minute where partner = 'vneid'") > 0,
            "the figures are written");
    }
}
