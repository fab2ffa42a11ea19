using DichVuCong.Operations.Tests.Support;
using Microsoft.Playwright;

namespace DichVuCong.Operations.Tests.Payments;

/// <summary>Somebody who has never seen the screen: follows what is shown, and types.</summary>
internal sealed class When_a_newcomer_closes_a_difference
{
    private const float Patience = 20_000;

    [Test]
    public async Task Should_find_it_answer_it_and_close_it_with_a_second_person()
    {
        await using var browser = await Browser.StartAsync();
        await using var world = await PaymentWorld.StartAsync();
        var difference = await world.DifferenceAsync("NEW-1");
        await using var first = await browser.OpenAsync(world.Screen.Address);
        await first.SignInAsync("operator", name: "lan");
        await first.Page.GotoAsync("/session");

        await first.Page.ClickAsync("nav >> text=Thanh toán");
        (await first.Page.Locator(".tile:has-text('tra soát đang mở') .figure").InnerTextAsync()).ShouldBe("1");
        await Screenshots.TakeAsync(first.Page, "payments");
        await first.Page.ClickAsync($"table.inquiries >> text={difference}");
        (await first.Page.Locator("h1").InnerTextAsync()).ShouldBe("Sai lệch: trả thiếu");
        (await first.Page.Locator("#state").InnerTextAsync()).ShouldBe("chờ trả lời");
        await Screenshots.TakeAsync(first.Page, "payments-inquiry");

        await first.Page.CheckAsync("input[name=party][value=agency]");
        await first.Page.FillAsync("#answer-text", "Cơ quan xác nhận thu thiếu 1.000 đồng");
        await first.Page.ClickAsync("button:has-text('Ghi câu trả lời')");
        await SeesAsync(first.Page, "table.steps", "Cơ quan xác nhận thu thiếu 1.000 đồng");
        await first.Page.FillAsync("#propose-reason", "Người dân nộp bù tại quầy");
        await first.Page.ClickAsync("button:has-text('Đề nghị đóng')");
        await SeesAsync(first.Page, "#state", "chờ người thứ hai");
        (await first.Page.Locator("button:has-text('Đồng ý đóng')").CountAsync()).ShouldBe(0);
        await Screenshots.TakeAsync(first.Page, "payments-inquiry-proposed");

        await using var second = await browser.OpenAsync(world.Screen.Address);
        await second.SignInAsync("supervisor", name: "mai");
        await second.Page.GotoAsync("/payments");
        await second.Page.ClickAsync($"table.inquiries >> text={difference}");
        (await second.Page.Locator("table.steps").InnerTextAsync()).ShouldContain("Người dân nộp bù tại quầy");
        await second.Page.FillAsync("#decide-reason", "Đã xem phiếu thu");
        await second.Page.ClickAsync("button:has-text('Đồng ý đóng')");
        await SeesAsync(second.Page, "#state", "đã đóng");
        (await second.Page.Locator("textarea").CountAsync()).ShouldBe(0);
        (await second.Page.Locator(".graph g.current").GetAttributeAsync("data-state")).ShouldBe("Closed");
        await Screenshots.TakeAsync(second.Page, "payments-inquiry-closed");

        await second.Page.ClickAsync("dl a.code");
        (await second.Page.Locator("table.timeline").InnerTextAsync()).ShouldContain("đồng ý đóng");
        await Screenshots.TakeAsync(second.Page, "payments-order");
        first.Complaints.ShouldBeEmpty();
        second.Complaints.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_show_a_viewer_an_order_without_anything_to_do()
    {
        await using var browser = await Browser.StartAsync();
        await using var world = await PaymentWorld.StartAsync();
        var reference = await world.PaidAsync("VIEW-1");
        await using var window = await browser.OpenAsync(world.Screen.Address);
        await window.SignInAsync("viewer");
        await window.Page.GotoAsync("/payments");

        await window.Page.FillAsync("#q", "VIEW-1");
        await window.Page.ClickAsync("button:has-text('Tìm')");
        await window.Page.ClickAsync($"table.orders >> text={reference}");

        (await window.Page.Locator("#state").InnerTextAsync()).ShouldBe("đã thanh toán");
        (await window.Page.Locator(".graph path.taken").CountAsync()).ShouldBe(1);
        (await window.Page.Locator("main form, main button").CountAsync()).ShouldBe(0);
        window.Complaints.ShouldBeEmpty();
    }

    private static Task SeesAsync(IPage page, string where, string what) =>
        Assertions.Expect(page.Locator(where)).ToContainTextAsync(what, new LocatorAssertionsToContainTextOptions { Timeout = Patience });
}
