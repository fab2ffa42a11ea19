using DichVuCong.Operations.Tests.Support;

namespace DichVuCong.Operations.Tests.Partners;

internal sealed class When_a_browser_looks_at_partners
{
    [Test]
    public async Task Should_find_the_sick_one_pause_it_and_see_that_it_is_paused()
    {
        await using var browser = await Browser.StartAsync();
        await using var screen = await OperationsFixture.StartAsync();
        await PartnerRows.AddAsync(screen.Database);
        await using var window = await browser.OpenAsync(screen.Address);
        await window.SignInAsync("operator", name: "lan");

        await window.Page.GotoAsync("/partners");
        (await window.Page.Locator("tr", new() { HasText = "onestop:H29" }).Locator(".tag").First.InnerTextAsync()).ShouldBe("lỗi mạng");
        await Screenshots.TakeAsync(window.Page, "partners");
        await window.Page.ClickAsync("text=onestop:H29");
        (await window.Page.Locator("h1").InnerTextAsync()).ShouldStartWith("onestop:H29");
        await window.Page.FillAsync("#pause-reason", "Đối tác báo sự cố");
        await window.Page.ClickAsync("button:has-text('Tạm dừng')");

        (await window.Page.Locator(".tag").First.InnerTextAsync()).ShouldBe("đang tạm dừng");
        (await window.Page.Locator(".note.warn").First.InnerTextAsync()).ShouldContain("Đối tác báo sự cố");
        await Screenshots.TakeAsync(window.Page, "partner");
        window.Complaints.ShouldBeEmpty();
    }
}
