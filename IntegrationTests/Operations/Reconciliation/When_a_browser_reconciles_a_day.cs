using DichVuCong.Operations.Tests.Support;
using Microsoft.Playwright;

namespace DichVuCong.Operations.Tests.Reconciliation;

internal sealed class When_a_browser_reconciles_a_day
{
    [Test]
    public async Task Should_run_it_and_see_what_it_found_without_a_reload()
    {
        await using var browser = await Browser.StartAsync();
        await using var screen = await OperationsFixture.StartAsync();
        await BankFile.TakeAsync(screen, "MB_20261120.txt", BankFile.Of(("FT1", 50_000), ("FT2", 60_000)));
        var broken = BankFile.Of(("FT3", 1_000), ("FT4", 2_000)).Replace("|2000|", "|2001|", StringComparison.Ordinal);
        await BankFile.TakeAsync(screen, "MB_20261120_2.txt", broken);
        await using var window = await browser.OpenAsync(screen.Address);
        await window.SignInAsync("operator", name: "lan");
        await window.Page.GotoAsync("/reconciliation");
        (await window.Page.Locator("table.rejections").InnerTextAsync()).ShouldContain("Checksum");

        await window.Page.SelectOptionAsync("#run-partner", "mb");
        await window.Page.FillAsync("#run-date", "2026-11-20");
        await window.Page.ClickAsync("button:has-text('Chạy đối soát')");

        await Assertions.Expect(window.Page.Locator("table.totals")).ToContainTextAsync("110.000 ₫", new LocatorAssertionsToContainTextOptions { Timeout = 30_000 });
        (await window.Page.Locator("table.differences tbody tr").CountAsync()).ShouldBe(2);
        (await window.Page.Locator(".tag.good:has-text('Cộng các nhóm = đầu vào')").CountAsync()).ShouldBe(1);
        await Screenshots.TakeAsync(window.Page, "reconciliation-day");
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.ClickAsync("text=Bảng kê (CSV)"));
        download.SuggestedFilename.ShouldBe("doi-soat_mb_20261120_1.csv");
        await window.Page.GotoAsync("/reconciliation");
        (await window.Page.Locator("table.runs").InnerTextAsync()).ShouldContain("dev:lan");
        await Screenshots.TakeAsync(window.Page, "reconciliation");
        window.Complaints.ShouldBeEmpty();
    }
}
