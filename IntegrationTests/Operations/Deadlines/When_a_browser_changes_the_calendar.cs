using DichVuCong.Operations.Tests.Support;

namespace DichVuCong.Operations.Tests.Deadlines;

internal sealed class When_a_browser_changes_the_calendar
{
    [Test]
    public async Task Should_find_a_deadline_and_preview_and_propose_a_holiday()
    {
        await using var browser = await Browser.StartAsync();
        await using var screen = await OperationsFixture.StartAsync();
        await ClockRows.AddAsync(screen.Database);
        await using var window = await browser.OpenAsync(screen.Address);
        await window.SignInAsync("operator", name: "lan");

        await window.Page.GotoAsync("/deadlines");
        await window.Page.SelectOptionAsync("#rule", "deadline");
        await window.Page.ClickAsync("button:has-text('Tìm')");
        (await window.Page.Locator("tbody tr").CountAsync()).ShouldBe(4);
        await Screenshots.TakeAsync(window.Page, "deadlines");
        await window.Page.Locator("tbody tr a").First.ClickAsync();
        (await window.Page.Locator("h1").InnerTextAsync()).ShouldBe("Hạn giải quyết: H29.101-270301-5000001");
        await Screenshots.TakeAsync(window.Page, "deadline");

        await window.Page.GotoAsync("/deadlines/calendar?year=2027");
        await window.Page.FillAsync("#date", "2027-03-10");
        await window.Page.FillAsync("#name", "Nghỉ đột xuất");
        await window.Page.FillAsync("#document", "Quyết định 99/QĐ-TTg");
        await window.Page.ClickAsync("button:has-text('Xem trước')");
        (await window.Page.Locator("#preview strong").First.InnerTextAsync()).ShouldContain("thời hạn sẽ dời");
        await Screenshots.TakeAsync(window.Page, "calendar-preview");
        await window.Page.FillAsync("#apply-reason", "theo quyết định mới");
        await window.Page.ClickAsync("#preview button.primary");

        (await window.Page.Locator("main").InnerTextAsync()).ShouldContain("vn:2027-03-10");
        window.Complaints.ShouldBeEmpty();
    }
}
