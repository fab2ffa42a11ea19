using System.Net;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations.Sagas;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Operations.Tests.Sagas;

internal sealed class When_sagas_are_looked_at
{
    private OperationsFixture _screen = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _screen = await OperationsFixture.StartAsync();
        await KnownDossiers.FileAsync(_screen.Database);
        await DichVuCong.Testing.Eventually.HoldsAsync(() => _screen.Services.GetRequiredService<CensusTaker>().TakeAsync(CancellationToken.None), "a census is taken");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _screen.DisposeAsync();

    [Test]
    public async Task Should_count_them_and_lead_to_those_that_are_stuck([Values("viewer", "operator", "supervisor", "auditor")] string role)
    {
        using var client = await _screen.SignInAsync(role);

        var page = await client.PageAsync("/sagas");
        page.ShouldContain("href=\"/dossiers?state=2\"");
        page.ShouldContain("Có bản tin bị đỗ");
        page.Contains("/sagas/count", StringComparison.Ordinal).ShouldBe(role is "operator" or "supervisor");
        (await client.PageAsync("/sagas/stuck/dossier-parked")).ShouldContain($"href=\"/dossiers/{KnownDossiers.Mine}\"");
        (await client.PageAsync("/sagas/stuck/dossier-overdue")).ShouldContain(KnownDossiers.Theirs);
        (await client.PageAsync("/sagas/orders/2")).ShouldContain("D26030200000000001");
        (await client.StatusAsync("/sagas/stuck/none")).ShouldBe(404);
        (await client.StatusAsync("/sagas/orders/99")).ShouldBe(404);
        (await client.StatusAsync("/sagas/nothing/1")).ShouldBe(404);
    }

    [Test]
    public async Task Should_show_only_the_operators_agencies()
    {
        using var client = await _screen.SignInAsync("operator", agency: "H26");

        var page = await client.PageAsync("/sagas/stuck/dossier-overdue");
        page.ShouldContain(KnownDossiers.Theirs);
        page.ShouldNotContain(KnownDossiers.Mine);
        (await client.PageAsync("/sagas/stuck/dossier-parked")).ShouldNotContain(KnownDossiers.Mine);
        (await client.PageAsync("/sagas/orders/2")).ShouldNotContain("D26030200000000001");
        (await client.PageAsync("/sagas")).ShouldNotContain(KnownDossiers.Mine);
    }

    [TestCase("viewer", HttpStatusCode.Forbidden)]
    [TestCase("auditor", HttpStatusCode.Forbidden)]
    [TestCase("operator", HttpStatusCode.SeeOther)]
    public async Task Should_count_again_for_whoever_acts(string role, HttpStatusCode expected)
    {
        using var client = await _screen.SignInAsync(role);
        using var answer = await client.PostAsync("/sagas", "/sagas/count");
        answer.StatusCode.ShouldBe(expected);
    }
}
