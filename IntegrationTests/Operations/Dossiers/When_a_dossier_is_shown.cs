using System.Net;
using DichVuCong.Operations.Tests.Support;

namespace DichVuCong.Operations.Tests.Dossiers;

internal sealed class When_a_dossier_is_shown
{
    private const string Address = $"/dossiers/{KnownDossiers.Mine}";
    private static readonly string[] Secrets = [KnownDossiers.Name, KnownDossiers.Number, "84912345678", KnownDossiers.Officer, "Nội dung nội bộ"];

    private OperationsFixture _screen = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _screen = await OperationsFixture.StartAsync();
        await KnownDossiers.FileAsync(_screen.Database);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _screen.DisposeAsync();

    [Test]
    public async Task Should_show_its_way_with_personal_data_masked([Values("viewer", "operator", "supervisor", "auditor")] string role)
    {
        using var client = await _screen.SignInAsync(role);

        var page = await client.PageAsync(Address);

        page.ShouldContain("2 Được tiếp nhận");
        page.ShouldContain("dossiers.deliver-dossier.v1");
        page.ShouldContain("431 ms");
        page.ShouldContain("data-edge=\"Registered->Accepted\"");
        page.ShouldContain("đang dừng");
        page.ShouldContain("có bản tin bị đỗ");
        page.ShouldContain("D26030200000000001");
        page.ShouldContain("*********077");
        page.ShouldContain("N. T. K.");
        foreach (var secret in Secrets) page.ShouldNotContain(secret);
    }

    [TestCase("viewer", HttpStatusCode.Forbidden)]
    [TestCase("auditor", HttpStatusCode.Forbidden)]
    [TestCase("operator", HttpStatusCode.OK)]
    [TestCase("supervisor", HttpStatusCode.OK)]
    public async Task Should_reveal_personal_data_for_a_recorded_reason_to_whoever_may(string role, HttpStatusCode expected)
    {
        using var client = await _screen.SignInAsync(role, name: $"xem-{role}");
        var mayReveal = expected == HttpStatusCode.OK;
        (await client.PageAsync(Address)).Contains("/reveal", StringComparison.Ordinal).ShouldBe(mayReveal);

        using var answer = await client.PostAsync(Address, $"{Address}/reveal", ("reason", "khiếu nại 12/2026"));

        answer.StatusCode.ShouldBe(expected);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        foreach (var secret in Secrets) page.Contains(secret, StringComparison.Ordinal).ShouldBe(mayReveal, secret);
        (await _screen.Database.ScalarAsync<long>(
            $"select count(*) from operations.audit where who = 'dev:xem-{role}' and action = 'dossier.reveal' and target = '{KnownDossiers.Mine}' and agency = 'H29.101' and reason = 'khiếu nại 12/2026'")).ShouldBe(mayReveal ? 1 : 0);
        foreach (var secret in Secrets) (await client.PageAsync(Address)).ShouldNotContain(secret);
    }

    [Test]
    public async Task Should_reveal_nothing_without_a_reason_nor_outside_the_scope()
    {
        using var client = await _screen.SignInAsync("operator", agency: "H26", name: "ngoai");

        using var outside = await client.PostAsync("/session", $"{Address}/reveal", ("reason", "x"));
        outside.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var reason in new[] { "  ", new string('x', 301) })
        {
            using var without = await client.PostAsync("/session", $"/dossiers/{KnownDossiers.Theirs}/reveal", ("reason", reason));
            without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await _screen.Database.ScalarAsync<long>("select count(*) from operations.audit where who = 'dev:ngoai'")).ShouldBe(0);
    }

    [Test]
    public async Task Should_speak_english_too()
    {
        using var client = await _screen.SignInAsync("viewer");
        client.Cookies.Add(client.Http.BaseAddress!, new Cookie("dvc-language", "en"));

        var page = await client.PageAsync(Address);

        page.ShouldContain("Way taken");
        page.ShouldContain("2 Accepted");
        page.ShouldNotContain("Được tiếp nhận");
    }

    [TestCase("/dossiers/H29.101-260302-5999999")]
    [TestCase("/dossiers/none")]
    public async Task Should_say_that_there_is_none(string address)
    {
        using var client = await _screen.SignInAsync("viewer");
        (await client.StatusAsync(address)).ShouldBe(404);
    }
}
