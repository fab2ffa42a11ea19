using DichVuCong.Operations.Pages;
using DichVuCong.Operations.Tests.Support;

namespace DichVuCong.Operations.Tests.Access;

internal sealed class When_a_browser_opens_the_screen
{
    [Test]
    public async Task Should_work_in_both_languages_by_keyboard_and_without_a_complaint()
    {
        await using var browser = await Browser.StartAsync();
        await using var screen = await OperationsFixture.StartAsync();
        await using var window = await browser.OpenAsync(screen.Address);
        await window.Page.GotoAsync("/session");
        (await window.Page.Locator("h1").InnerTextAsync()).ShouldBe("Đăng nhập");
        await Screenshots.TakeAsync(window.Page, "sign-in");

        await window.SignInAsync("operator", name: "lan");
        await window.Page.GotoAsync("/session");
        (await window.Page.Locator("h1").InnerTextAsync()).ShouldBe("Phiên làm việc");
        await window.Page.Keyboard.PressAsync("Tab");
        (await window.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')")).ShouldBe("#content");
        await window.Page.Keyboard.PressAsync("Enter");
        (await window.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("content");

        await window.Page.ClickAsync("text=English");
        (await window.Page.Locator("h1").InnerTextAsync()).ShouldBe("Session");
        (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        await Screenshots.TakeAsync(window.Page, "session");
        await window.Page.ClickAsync("text=Sign out");
        (await window.Page.Locator("h1").InnerTextAsync()).ShouldBe("Sign in");

        window.Complaints.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_show_every_part_without_a_complaint_and_take_its_picture()
    {
        await using var browser = await Browser.StartAsync();
        await using var screen = await OperationsFixture.StartAsync();
        await using var window = await browser.OpenAsync(screen.Address);
        await window.SignInAsync("supervisor");
        foreach (var area in PageList.All)
        {
            await window.Page.GotoAsync(area.Path);
            (await window.Page.Locator("h1").CountAsync()).ShouldBe(1, area.Path);
            (await window.Page.Locator("nav a[aria-current=page]").InnerTextAsync()).ShouldBe(area.Title.Vietnamese, area.Path);
            (await window.Page.Locator("table:not(:has(th))").CountAsync()).ShouldBe(0, area.Path);
            await Screenshots.TakeAsync(window.Page, $"part{area.Path.Replace('/', '-')}");
        }

        window.Complaints.ShouldBeEmpty();
    }
}
