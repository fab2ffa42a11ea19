using System.Net;
using System.Text.RegularExpressions;
using DichVuCong.Operations.Tests.Support;

namespace DichVuCong.Operations.Tests.Dossiers;

internal sealed class When_dossiers_are_looked_for
{
    private static readonly string[] Roles = ["viewer", "operator", "supervisor", "auditor"];

    private OperationsFixture _screen = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _screen = await OperationsFixture.StartAsync();
        await KnownDossiers.FileAsync(_screen.Database);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _screen.DisposeAsync();

    [TestCase("", "H29.101-260302-5000001 H26.107-260302-5000002")]
    [TestCase("?code=H29.101-260302-5000001", "H29.101-260302-5000001")]
    [TestCase("?agency=H26", "H26.107-260302-5000002")]
    [TestCase("?state=2&since=2026-03-01&until=2026-03-31", "H29.101-260302-5000001 H26.107-260302-5000002")]
    [TestCase("?state=5", "")]
    [TestCase("?procedure=1.000689&agency=H29", "H29.101-260302-5000001")]
    [TestCase("?submission=sub-2", "H26.107-260302-5000002")]
    [TestCase("?payment=D26030200000000001", "H29.101-260302-5000001")]
    [TestCase("?payment=FT-77", "H29.101-260302-5000001")]
    [TestCase("?alarms=1&until=2025-01-01", "")]
    public async Task Should_find_them(string query, string codes)
    {
        using var client = await _screen.SignInAsync("viewer");

        (await FoundAsync(client, query)).ShouldBe(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Test]
    public async Task Should_find_only_those_of_the_operators_agencies([ValueSource(nameof(Roles))] string role)
    {
        using var client = await _screen.SignInAsync(role, agency: "H29");

        (await FoundAsync(client, "")).ShouldBe([KnownDossiers.Mine]);
        (await FoundAsync(client, $"?code={KnownDossiers.Theirs}")).ShouldBeEmpty();
        (await FoundAsync(client, "?agency=H26")).ShouldBeEmpty();
        using var found = await client.PostAsync("/dossiers", "/dossiers", ("personalId", KnownDossiers.Number));
        CodesOf(await found.Content.ReadAsStringAsync()).ShouldBe([KnownDossiers.Mine]);
        (await client.StatusAsync($"/dossiers/{KnownDossiers.Theirs}")).ShouldBe(403);
    }

    [Test]
    public async Task Should_find_a_person_by_a_number_that_stands_in_no_page_and_record_who_looked([ValueSource(nameof(Roles))] string role)
    {
        using var client = await _screen.SignInAsync(role, name: $"tim-{role}");
        foreach (var (field, number) in new[] { ("personalId", KnownDossiers.Number), ("phone", "+84 912 345 678") })
        {
            using var answer = await client.PostAsync("/dossiers", "/dossiers", (field, number));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var page = await answer.Content.ReadAsStringAsync();
            CodesOf(page).ShouldBe([KnownDossiers.Mine, KnownDossiers.Theirs], ignoreOrder: true);
            page.ShouldNotContain(KnownDossiers.Number);
            page.ShouldNotContain("912345678");
            page.ShouldNotContain("912 345 678");
        }

        (await _screen.Database.ScalarAsync<long>($"select count(*) from operations.audit where who = 'dev:tim-{role}' and action = 'dossier.search' and target ~ '^[0-9a-f]{{32}}$'")).ShouldBe(2);
    }

    [TestCase("?code=abc", "code")]
    [TestCase("?agency=H999", "agency")]
    [TestCase("?state=77", "state")]
    [TestCase("?since=01/02/2026", "since")]
    [TestCase("?procedure=x", "procedure")]
    [TestCase("?after=x", "after")]
    public async Task Should_name_the_field_that_cannot_be(string query, string field)
    {
        using var client = await _screen.SignInAsync("operator");
        using var answer = await client.GetAsync("/dossiers" + query);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"{field}: ");
    }

    [TestCase("personalId", "12")]
    [TestCase("phone", "abc")]
    [TestCase("phone", "")]
    public async Task Should_name_the_number_that_is_none_without_repeating_it(string field, string number)
    {
        using var client = await _screen.SignInAsync("operator");
        using var answer = await client.PostAsync("/dossiers", "/dossiers", (field, number));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(field);
    }

    private static async Task<IEnumerable<string>> FoundAsync(OperationsClient client, string query) => CodesOf(await client.PageAsync("/dossiers" + query));

    private static IEnumerable<string> CodesOf(string page) => Regex.Matches(page, "href=\"/dossiers/(?<code>[^\"/]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["code"].Value);
}
