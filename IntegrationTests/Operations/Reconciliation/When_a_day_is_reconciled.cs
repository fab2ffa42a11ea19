using System.Net;
using System.Text;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Operations.Tests.Reconciliation;

internal sealed class When_a_day_is_reconciled
{
    private const string Page = "/reconciliation/mb/2026-11-20";
    private OperationsFixture _screen = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _screen = await OperationsFixture.StartAsync();
        (await BankFile.TakeAsync(_screen, "MB_20261120.txt", BankFile.Of(("FT1", 50_000), ("FT2", 60_000)))).Rejection.ShouldBeNull();
        var broken = BankFile.Of(("FT3", 1_000), ("FT4", 2_000)).Replace("|2000|", "|2001|", StringComparison.Ordinal);
        (await BankFile.TakeAsync(_screen, "MB_20261120_2.txt", broken)).Rejection.ShouldNotBeNull();
        using var lan = await _screen.SignInAsync("operator", name: "lan");
        (await RunAsync(lan)).ShouldBe(HttpStatusCode.SeeOther);
        await Eventually.HoldsAsync(
            async () => (await lan.PageAsync(Page)).Contains("Đã đối soát xong.", StringComparison.Ordinal), "the day is reconciled");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _screen.DisposeAsync();

    [Test]
    public async Task Should_tie_out_and_open_differences()
    {
        using var viewer = await _screen.SignInAsync("viewer");

        var page = await viewer.PageAsync(Page);

        foreach (var shown in (string[])["mb-20261120-1", "Cộng các nhóm = đầu vào", "110.000 ₫", "Hệ thống không có", "dev:lan", "MB_20261120.txt"]) page.ShouldContain(shown);
        (await _screen.Database.ScalarAsync<long>("select count(*) from payment.reconciliation_finding where action = 1")).ShouldBe(2);
        page.Split("/payments/inquiries/").Length.ShouldBe(3);
        (await viewer.PageAsync("/reconciliation?partner=mb")).ShouldContain(Page);
        (await _screen.Database.ScalarAsync<long>("select count(*) from operations.audit where action = 'reconciliation.run' and who = 'dev:lan'"))
            .ShouldBeGreaterThanOrEqualTo(1);
    }

    [Test]
    public async Task Should_show_which_file_was_rejected_at_which_line_by_which_rule()
    {
        using var viewer = await _screen.SignInAsync("viewer");
        foreach (var path in (string[])["/reconciliation", Page])
        {
            var page = await viewer.PageAsync(path);
            page.ShouldContain("MB_20261120_2.txt", customMessage: path);
            page.ShouldMatch("<td class=\"number\">2</td>\\s*<td class=\"code\">Checksum</td><td><span class=\"tag bad\">Checksum</span>", path);
        }
    }

    [Test]
    public async Task Should_repeat_a_day_and_find_the_very_same()
    {
        using var mai = await _screen.SignInAsync("supervisor", name: "mai");

        (await RunAsync(mai)).ShouldBe(HttpStatusCode.SeeOther);

        await Eventually.HoldsAsync(async () => (await mai.PageAsync(Page)).Contains("giống hệt", StringComparison.Ordinal), "the day is repeated");
        (await mai.PageAsync(Page)).ShouldContain("dev:mai");
        (await _screen.Database.ScalarAsync<long>("select count(*) from payment.reconciliation_run")).ShouldBe(1);
        using var progress = await mai.GetAsync($"{Page}/progress");
        progress.Headers.GetValues("HX-Redirect").ShouldBe([Page]);
    }

    [Test]
    public async Task Should_give_the_rows_as_CSV_that_spreadsheets_read()
    {
        using var viewer = await _screen.SignInAsync("viewer");
        using var answer = await viewer.GetAsync($"{Page}/report.csv");

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var text = Encoding.UTF8.GetString(bytes);
        text.ShouldContain("Ngày,Cơ quan,Bên");
        text.Split("\r\n").Count(line => line.Contains(",Ngân hàng,Thanh toán,", StringComparison.Ordinal)).ShouldBe(2);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("doi-soat_mb_20261120_1.csv");
    }

    [Test]
    public async Task Should_give_the_page_to_sign_and_the_answer_to_the_bank()
    {
        using var lan = await _screen.SignInAsync("operator", name: "lan");

        using var summary = await lan.GetAsync($"{Page}/summary.html");
        summary.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var page = await summary.Content.ReadAsStringAsync();
        foreach (var shown in (string[])["BIÊN BẢN ĐỐI SOÁT NGÀY 20/11/2026", "Người kiểm soát", "lan (dev:lan)"]) page.ShouldContain(shown);
        using var answer = await lan.GetAsync($"{Page}/answer");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("MB_20261120_DVCQG.txt");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("FT1");
        (await _screen.Database.ScalarAsync<long>("select count(*) from operations.audit where action = 'reconciliation.answer-file' and target = 'mb-20261120-1'"))
            .ShouldBe(1);
    }

    [Test]
    public async Task Should_keep_actions_and_the_banks_words_from_whoever_only_looks()
    {
        foreach (var role in (string[])["viewer", "auditor"])
        {
            using var client = await _screen.SignInAsync(role);
            (await RunAsync(client)).ShouldBe(HttpStatusCode.Forbidden, role);
            (await client.StatusAsync($"{Page}/answer")).ShouldBe(403, role);
            (await client.StatusAsync($"{Page}/summary.html")).ShouldBe(200, role);
            foreach (var path in (string[])["/reconciliation", Page])
                (await client.PageAsync(path)).ShouldNotContain("action=\"/reconciliation/runs\"", customMessage: $"{path} as {role}");
        }
    }

    [Test]
    public async Task Should_keep_what_belongs_to_no_agency_from_whoever_sees_a_part_of_the_tree()
    {
        using var client = await _screen.SignInAsync("supervisor", agency: "H29");

        (await RunAsync(client)).ShouldBe(HttpStatusCode.Forbidden);
        (await client.StatusAsync($"{Page}/summary.html")).ShouldBe(403);
        (await client.StatusAsync($"{Page}/answer")).ShouldBe(403);
        foreach (var path in (string[])["/reconciliation", Page])
        {
            var page = await client.PageAsync(path);
            page.ShouldNotContain("MB_20261120", customMessage: path);
            page.ShouldNotContain("110.000 ₫", customMessage: path);
        }

        // The bank's rows have no agency here: nothing of them is this operator's.
        using var csv = await client.GetAsync($"{Page}/report.csv");
        (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Test]
    public async Task Should_say_why_a_day_cannot_be_run()
    {
        using var lan = await _screen.SignInAsync("operator", name: "lan");
        (await RunAsync(lan, partner: "nobody")).ShouldBe(HttpStatusCode.BadRequest);
        (await RunAsync(lan, date: "2026-13-01")).ShouldBe(HttpStatusCode.BadRequest);
        (await RunAsync(lan, date: "2999-01-01")).ShouldBe(HttpStatusCode.BadRequest);
        (await lan.StatusAsync("/reconciliation/nobody/2026-11-20")).ShouldBe(404);
        (await lan.StatusAsync("/reconciliation/mb/2026-11-19/report.csv")).ShouldBe(404);

        (await RunAsync(lan, date: "2026-11-19")).ShouldBe(HttpStatusCode.SeeOther);
        await Eventually.HoldsAsync(
            async () => (await lan.PageAsync("/reconciliation/mb/2026-11-19")).Contains("Chưa có tệp của ngày này.", StringComparison.Ordinal), "it says that the file is missing");
        using var redirected = await lan.GetAsync("/reconciliation?partner=mb&date=2026-11-19");
        redirected.Headers.Location!.OriginalString.ShouldBe("/reconciliation/mb/2026-11-19");
    }

    private static async Task<HttpStatusCode> RunAsync(OperationsClient client, string partner = "mb", string date = "2026-11-20")
    {
        using var answer = await client.PostAsync("/session", "/reconciliation/runs", ("partner", partner), ("date", date));
        return answer.StatusCode;
    }
}
