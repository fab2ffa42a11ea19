using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations.Sagas;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Operations.Tests.Dossiers;

/// <summary>From the count of what is stuck to the reason, as a newcomer goes; then the other way round, by a person's number.</summary>
internal sealed class When_a_stuck_dossier_is_found_in_the_browser
{
    [Test]
    public async Task Should_lead_from_the_count_to_the_reason()
    {
        await using var browser = await Browser.StartAsync();
        await using var screen = await OperationsFixture.StartAsync();
        await KnownDossiers.FileAsync(screen.Database);
        await DichVuCong.Testing.Eventually.HoldsAsync(() => screen.Services.GetRequiredService<CensusTaker>().TakeAsync(CancellationToken.None), "a census is taken");
        await using var window = await browser.OpenAsync(screen.Address);
        await window.SignInAsync("operator", name: "lan");
        var page = window.Page;

        await page.GotoAsync("/sagas");
        (await page.Locator("[data-rule=dossier-parked] .figure").InnerTextAsync()).ShouldBe("1");
        await Screenshots.TakeAsync(page, "sagas");
        await page.ClickAsync("[data-rule=dossier-parked] a");
        await Screenshots.TakeAsync(page, "sagas-stuck");
        await page.ClickAsync($"text={KnownDossiers.Mine}");

        (await page.Locator("h1").InnerTextAsync()).ShouldBe(KnownDossiers.Mine);
        (await page.Locator("#pending").InnerTextAsync()).ShouldContain("hệ thống trả lời lạ");
        (await page.Locator("#clocks").InnerTextAsync()).ShouldContain("đang dừng");
        (await page.Locator("svg.state-graph path.taken").CountAsync()).ShouldBe(2);
        (await page.Locator("svg.state-graph g.current").TextContentAsync())!.ShouldContain("tiếp nhận");
        (await page.Locator("svg.state-graph").BoundingBoxAsync())!.Width.ShouldBeGreaterThan(800);
        (await page.Locator("#timeline tbody tr").CountAsync()).ShouldBeGreaterThanOrEqualTo(8);
        (await page.Locator("body").InnerTextAsync()).ShouldNotContain(KnownDossiers.Name);
        await Screenshots.TakeAsync(page, "dossier");

        await page.FillAsync("#reason", "khiếu nại của công dân");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".note.warn");
        (await page.Locator("#applicant").InnerTextAsync()).ShouldContain(KnownDossiers.Name);
        (await page.Locator("#timeline").InnerTextAsync()).ShouldContain(KnownDossiers.Officer);
        await page.ClickAsync("text=Che lại");
        (await page.Locator("#applicant").InnerTextAsync()).ShouldNotContain(KnownDossiers.Name);

        await page.GotoAsync("/dossiers");
        await page.FillAsync("#personalId", KnownDossiers.Number);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#found");
        (await page.Locator("#found tbody tr").CountAsync()).ShouldBe(2);
        page.Url.ShouldNotContain(KnownDossiers.Number);
        (await page.ContentAsync()).ShouldNotContain(KnownDossiers.Number);
        await page.SelectOptionAsync("#state", "2");
        await page.FillAsync("#agency", "H26");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/dossiers?**");
        (await page.Locator("#found tbody tr").CountAsync()).ShouldBe(1);
        (await page.Locator("#found tbody th").InnerTextAsync()).ShouldBe(KnownDossiers.Theirs);
        await Screenshots.TakeAsync(page, "dossiers");

        window.Complaints.ShouldBeEmpty();
    }
}
