using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Operations.Tests.Audit;

internal sealed class When_an_auditor_reads_the_trail
{
    private OperationsFixture _screen = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _screen = await OperationsFixture.StartAsync();
        var trail = _screen.Services.GetRequiredService<AuditTrail>();
        for (var row = 1; row <= 120; row++)
        {
            await trail.WriteAsync(
                _screen.Database.Source,
                new AuditEntry(row % 2 == 0 ? Desks.Lan : Desks.Minh, "test.write", "thing", $"target-{row:000}") { Agency = row <= 10 ? "H26" : null, Reason = "<b>lý do</b>" },
                CancellationToken.None);
        }
    }

    [OneTimeTearDown]
    public async Task Stop() => await _screen.DisposeAsync();

    [Test]
    public async Task Should_page_through_all_of_it()
    {
        using var auditor = await _screen.SignInAsync("auditor");
        var seen = new HashSet<string>();
        var address = "/audit";
        for (var pages = 0; pages < 3; pages++)
        {
            var page = await auditor.PageAsync(address);
            foreach (var row in Enumerable.Range(1, 120).Select(row => $"target-{row:000}").Where(row => page.Contains(row, StringComparison.Ordinal))) seen.Add(row).ShouldBeTrue();
            address = $"/audit?before={120 - ((pages + 1) * 50) + 1}";
        }

        seen.Count.ShouldBe(120);
        (await auditor.PageAsync("/audit")).ShouldContain("before=71");
        (await auditor.PageAsync("/audit?before=21")).ShouldNotContain("before=");
    }

    [Test]
    public async Task Should_filter()
    {
        using var auditor = await _screen.SignInAsync("auditor");
        (await auditor.PageAsync("/audit?who=lan&target=target-002")).ShouldContain("target-002");
        (await auditor.PageAsync("/audit?who=minh&target=target-002")).ShouldContain("Không có dòng nào");
        (await auditor.PageAsync("/audit?to=2020-01-01")).ShouldContain("Không có dòng nào");
        (await auditor.StatusAsync("/audit?from=hôm-qua")).ShouldBe(400);
        (await auditor.StatusAsync("/audit?before=x")).ShouldBe(400);
    }

    [Test]
    public async Task Should_see_only_what_is_in_ones_part_of_the_tree()
    {
        using var auditor = await _screen.SignInAsync("auditor", agency: "H26");
        var page = await auditor.PageAsync("/audit");
        page.ShouldContain("target-010");
        page.ShouldNotContain("target-011");
        page.ShouldNotContain("target-120");
    }

    [Test]
    public async Task Should_not_take_what_operators_wrote_for_markup()
    {
        using var auditor = await _screen.SignInAsync("auditor");
        using var answer = await auditor.GetAsync("/audit");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<b>");
    }
}
