using DichVuCong.Operations.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Operations.Tests.Parked;

internal sealed class When_a_newcomer_frees_a_dossier
{
    [Test]
    public async Task Should_find_it_understand_it_and_free_it_with_a_second_person()
    {
        await using var browser = await Browser.StartAsync();
        await using var screen = await OperationsFixture.StartAsync();
        await using var world = await StuckWorld.StartAsync(screen.Database);
        var (code, message) = await world.StickAsync(1);
        await world.StickAsync(2);

        await using var lan = await browser.OpenAsync(screen.Address);
        await lan.SignInAsync("operator", name: "lan");
        await lan.Page.ClickAsync("nav >> text=Tin chờ xử lý tay");
        await Screenshots.TakeAsync(lan.Page, "parked-causes");
        await lan.Page.ClickAsync("table a");
        await Screenshots.TakeAsync(lan.Page, "parked-cause");
        await lan.Page.ClickAsync($"text={code}");
        var seen = await lan.Page.Locator("main").InnerTextAsync();
        seen.ShouldContain("Vì sao dừng");
        seen.ShouldContain("HTTP 503");
        seen.ShouldContain("hạn giao cho hệ thống một cửa");
        await Screenshots.TakeAsync(lan.Page, "parked-message");
        world.Agency.Mend();
        await lan.Page.FillAsync("#reason", "hệ thống một cửa đã hoạt động lại");
        await lan.Page.ClickAsync("text=Đề nghị xử lý lại");
        (await lan.Page.Locator("#proposals").InnerTextAsync()).ShouldContain("chờ duyệt");
        await lan.Page.ClickAsync("text=đến trang duyệt");
        (await lan.Page.Locator("main").InnerTextAsync()).ShouldContain("Bạn là người đề nghị");
        (await lan.Page.Locator("button:has-text('Duyệt')").CountAsync()).ShouldBe(0);

        await using var minh = await browser.OpenAsync(screen.Address);
        await minh.SignInAsync("supervisor", name: "minh");
        await minh.Page.ClickAsync("nav >> text=Duyệt");
        await Screenshots.TakeAsync(minh.Page, "approvals");
        await minh.Page.ClickAsync($"a:has-text('{message}')");
        (await minh.Page.Locator("h1").InnerTextAsync()).ShouldContain(code.Value);
        await minh.Page.GoBackAsync();
        await minh.Page.FillAsync($"input[id^=reason-]", "đã gọi điện xác nhận");
        await minh.Page.ClickAsync("button:has-text('Duyệt')");
        (await minh.Page.Locator("main").InnerTextAsync()).ShouldContain("đã duyệt và thực hiện");

        await world.DeliveredAsync(code);
        await Eventually.HoldsAsync(async () => await world.ParkedAsync(code) == 0, "nothing of it is parked");
        await lan.Page.GotoAsync($"/parked/{message}");
        (await lan.Page.Locator("h1").InnerTextAsync()).ShouldBe("Tin này không còn dừng");
        await Screenshots.TakeAsync(lan.Page, "parked-gone");
        await minh.Page.ClickAsync("nav >> text=Nhật ký");
        (await minh.Page.Locator("main").InnerTextAsync()).ShouldContain("parked.retry");
        await Screenshots.TakeAsync(minh.Page, "audit");
        lan.Complaints.ShouldBeEmpty();
        minh.Complaints.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_see_a_group_go_on_by_itself()
    {
        await using var browser = await Browser.StartAsync();
        await using var screen = await OperationsFixture.StartAsync();
        await using var world = await StuckWorld.StartAsync(screen.Database);
        for (var number = 1; number <= 3; number++) await world.StickAsync(number);
        await using var lan = await browser.OpenAsync(screen.Address);
        await lan.SignInAsync("operator", name: "lan");
        await lan.Page.GotoAsync("/parked");
        await lan.Page.ClickAsync("table a");
        await lan.Page.FillAsync("#reason", "đã khắc phục");
        await lan.Page.ClickAsync("text=Đề nghị xử lý lại cả nhóm");
        await using var minh = await browser.OpenAsync(screen.Address);
        await minh.SignInAsync("supervisor", name: "minh");
        await minh.Page.GotoAsync("/approvals");
        await minh.Page.FillAsync("input[id^=reason-]", "đồng ý");
        world.Agency.Mend();
        await minh.Page.ClickAsync("button:has-text('Duyệt')");
        await lan.Page.ReloadAsync();

        await lan.Page.Locator("progress[value='3']").WaitForAsync();
        (await lan.Page.Locator(".progress").InnerTextAsync()).ShouldContain("Đã đi tiếp: 3 / 3");
        await Screenshots.TakeAsync(lan.Page, "parked-group");
        lan.Complaints.ShouldBeEmpty();
    }
}
