using System.Net;
using System.Text.Json;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations.Overview;
using DichVuCong.Registries.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Operations.Tests.Overview;

internal sealed class When_work_comes_in
{
    private const string Dossiers =
        """
        insert into dossier.dossier (code, procedure, agency, origin, channel, central, flow, caller, filed_at, state, state_since, receipt_version, deadline)
        select v.code, '1.000001', v.agency, 1, 1, true, 1, 'portal', now(), 2, now(), 1, now() - interval '1 hour'
        from (values ('H29-261123-5000001', 'H29'), ('G12-261123-5000001', 'G12')) v(code, agency);
        insert into dossier.daily (agency, day, figure, lane, amount)
        select v.agency, (now() at time zone 'Asia/Ho_Chi_Minh')::date, v.figure, 1, v.amount
        from (values ('H29', 1, 1000), ('H29', 5, 90), ('H29', 6, 10), ('G12', 1, 7), ('G12', 6, 3)) v(agency, figure, amount)
        """;

    private const string Overdue = "update dossier.dossier set alarms = 1 where code = 'H29-261123-5000001'";

    private OperationsFixture _screen = null!;

    [SetUp]
    public async Task Start()
    {
        _screen = await OperationsFixture.StartAsync();
        await ExecuteAsync(Dossiers);
    }

    [TearDown]
    public async Task Stop() => await _screen.DisposeAsync();

    [Test]
    public async Task Should_appear_by_itself_and_be_taken_and_handed_over()
    {
        await using var browser = await Browser.StartAsync();
        await using var window = await browser.OpenAsync(_screen.Address);
        await window.SignInAsync("operator", name: "lan");
        await window.Page.GotoAsync("/");
        (await window.Page.Locator("#count-Overdue").InnerTextAsync()).ShouldBe("0");
        await ExecuteAsync(Overdue);

        // Nothing is clicked: the page hears of it.
        await window.Page.Locator("#work-items >> text=H29-261123-5000001").WaitForAsync(new() { Timeout = 30_000 });
        (await window.Page.Locator("#count-Overdue").InnerTextAsync()).ShouldBe("1");
        await Screenshots.TakeAsync(window.Page, "overview-work");
        await window.Page.ClickAsync("text=chưa ai nhận");
        (await window.Page.Locator("h1").InnerTextAsync()).ShouldBe("Hồ sơ quá hạn");
        await window.Page.ClickAsync("#take");
        (await window.Page.Locator("#assignee").InnerTextAsync()).ShouldBe("lan");

        await window.Page.FillAsync("#assignee-name", "ca đêm");
        await window.Page.ClickAsync("#hand-over");
        (await window.Page.Locator("[role=alert]").InnerTextAsync()).ShouldContain("nội dung bàn giao");
        await window.Page.FillAsync("#assignee-name", "ca đêm");
        await window.Page.FillAsync("#note", "Đã gọi cơ quan, hẹn 22 giờ");
        await window.Page.ClickAsync("#hand-over");
        (await window.Page.Locator("#assignee").InnerTextAsync()).ShouldBe("ca đêm");
        (await window.Page.Locator("#notes tbody tr").CountAsync()).ShouldBe(2);
        await Screenshots.TakeAsync(window.Page, "overview-work-item");

        await ExecuteAsync("update dossier.dossier set finished_at = now() where code = 'H29-261123-5000001'");
        await window.Page.ReloadAsync();
        (await window.Page.Locator("h1").InnerTextAsync()).ShouldBe("Việc đã xử lý xong");
        (await window.Page.Locator("#notes tbody tr").CountAsync()).ShouldBe(2);
        window.Complaints.Where(text => !text.Contains("422", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_draw_how_it_went()
    {
        await _screen.Services.GetRequiredService<FlowSamples>().TakeAsync(CancellationToken.None);
        await ExecuteAsync(
            """
            insert into operations.sample (at, ready, ready_age, calls, call_age, parked, filed, finished, payments)
            select date_trunc('minute', now()) - n * interval '1 minute', n, n, 2 * n, 3 * n, 0, 5000 - 10 * n, 4000 - 10 * n, n from generate_series(1, 120) n
            on conflict do nothing
            """);
        using var client = await _screen.SignInAsync("viewer");
        var figures = JsonDocument.Parse(await client.PageAsync("/overview/samples")).RootElement;
        figures.GetProperty("at").GetArrayLength().ShouldBeGreaterThan(100);
        figures.GetProperty("filed")[50].GetDouble().ShouldBe(10);

        await using var browser = await Browser.StartAsync();
        await using var window = await browser.OpenAsync(_screen.Address);
        await window.SignInAsync("viewer");
        await window.Page.GotoAsync("/");
        await window.Page.Locator("#chart-flow canvas").WaitForAsync();
        (await window.Page.Locator("#chart-age canvas").CountAsync()).ShouldBe(1);
        await Screenshots.TakeAsync(window.Page, "overview");
        window.Complaints.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_sort_ministries_and_provinces_by_any_column()
    {
        await ExecuteAsync(Overdue);
        await using var browser = await Browser.StartAsync();
        await using var window = await browser.OpenAsync(_screen.Address);
        await window.SignInAsync("auditor");
        await window.Page.GotoAsync("/");
        (await window.Page.Locator("#agency-table tbody tr").CountAsync()).ShouldBeGreaterThan(40);

        await window.Page.ClickAsync("#agency-table >> text=Nộp trên Cổng");
        var first = window.Page.Locator("#agency-table tbody tr").First;
        (await first.Locator("th .code").InnerTextAsync()).ShouldBe("H29");
        (await first.Locator("td").AllInnerTextsAsync()).ShouldBe(["1.000", "0", "0", "90", "10", "0", "90 %", "1", "0"]);
        (await window.Page.Locator("#agency-table th[aria-sort]").GetAttributeAsync("aria-sort")).ShouldBe("descending");
        await window.Page.ClickAsync("#agency-table >> text=Nộp trên Cổng");
        (await window.Page.Locator("#agency-table tbody tr").Last.Locator("th .code").InnerTextAsync()).ShouldBe("H29");
    }

    [Test]
    public async Task Should_lead_from_one_box_to_whatever_was_typed()
    {
        var sealer = _screen.Services.GetRequiredService<Sealer>();
        await using (var insert = _screen.Database.Source.CreateCommand("update dossier.dossier set submission = 'sub-7', applicant = $1 where code = 'H29-261123-5000001'"))
        {
            insert.Parameters.Add(new() { Value = sealer.HashIdentity("001090000001") });
            await insert.ExecuteNonQueryAsync();
        }

        using var viewer = await _screen.SignInAsync("viewer");
        (await FoundAsync(viewer, " H29-261123-5000001 ")).ShouldBe((303, "/dossiers/H29-261123-5000001"));
        (await FoundAsync(viewer, "sub-7")).ShouldBe((303, "/dossiers?submission=sub-7"));
        (await FoundAsync(viewer, "D261123X4A8MSRMAJ9")).ShouldBe((303, "/payments/orders/D261123X4A8MSRMAJ9"));
        (await FoundAsync(viewer, "001090000001")).ShouldBe((200, null), "a person's number stands in no address");
        (await FoundAsync(viewer, "Nguyễn Văn A")).ShouldBe((404, null));
        (await FoundAsync(viewer, "")).ShouldBe((400, null));
        using var other = await _screen.SignInAsync("viewer", agency: "G12");
        (await FoundAsync(other, "H29-261123-5000001")).ShouldBe((403, null), "it is of another part of the tree");
    }

    [Test]
    public async Task Should_show_only_ones_own_part_of_the_tree()
    {
        await ExecuteAsync("update dossier.dossier set alarms = 1");
        using var client = await _screen.SignInAsync("operator", agency: "G12");

        var page = await client.PageAsync("/");

        page.ShouldContain("G12-261123-5000001");
        page.ShouldNotContain("H29-261123-5000001");
        page.ShouldNotContain(">H29<");
        (await client.StatusAsync("/work?item=overdue:H29-261123-5000001")).ShouldBe(404);
        using var answer = await client.PostAsync("/", "/work/step", ("item", "overdue:H29-261123-5000001"), ("step", "1"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _screen.Database.ScalarAsync<long>("select count(*) from operations.work_note")).ShouldBe(0);
    }

    [Test]
    public async Task Should_let_a_viewer_look_and_keep_each_step_in_the_audit_trail()
    {
        await ExecuteAsync(Overdue);
        using var viewer = await _screen.SignInAsync("viewer");
        (await viewer.PageAsync("/work?item=overdue:H29-261123-5000001")).ShouldNotContain("id=\"take\"");
        using var refused = await viewer.PostAsync("/", "/work/step", ("item", "overdue:H29-261123-5000001"), ("step", "1"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var lan = await _screen.SignInAsync("operator", name: "lan");
        using var done = await lan.PostAsync("/", "/work/step", ("item", "overdue:H29-261123-5000001"), ("step", "4"), ("note", "đã gọi"));
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await lan.PageAsync("/work?item=overdue:H29-261123-5000001")).ShouldContain("đã gọi");
        using var supervisor = await _screen.SignInAsync("supervisor");
        (await supervisor.PageAsync("/audit")).ShouldContain("overdue:H29-261123-5000001");
    }

    private static async Task<(int Status, string? Place)> FoundAsync(OperationsClient client, string typed)
    {
        using var answer = await client.PostAsync("/", "/search", ("q", typed));
        return ((int)answer.StatusCode, answer.Headers.Location?.OriginalString);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _screen.Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
