using System.Text.RegularExpressions;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations.Deadlines;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Operations.Tests.Deadlines;

internal sealed partial class When_deadlines_are_looked_after
{
    private const string Clock = "/deadlines/1001/deadline";

    private OperationsFixture _screen = null!;

    [SetUp]
    public async Task Start() => _screen = await OperationsFixture.StartAsync();

    [TearDown]
    public async Task Stop() => await _screen.DisposeAsync();

    [TestCase("viewer")]
    [TestCase("operator")]
    [TestCase("supervisor")]
    [TestCase("auditor")]
    public async Task Should_show_the_clocks_to_each_role_and_their_actions_to_whom_they_are_for(string role)
    {
        await ClockRows.AddAsync(_screen.Database);
        using var client = await _screen.SignInAsync(role);

        (await client.PageAsync("/deadlines")).ShouldContain("H29.101-270301-5000001");
        var page = await client.PageAsync(Clock);
        page.ShouldContain("16/03/2027 17:00:00");
        page.Contains("/move\"", StringComparison.Ordinal).ShouldBe(role is "operator" or "supervisor");
        var calendar = await client.PageAsync("/deadlines/calendar?year=2026");
        calendar.ShouldContain("Lịch làm việc");
        calendar.Contains("/calendar/preview\"", StringComparison.Ordinal).ShouldBe(role is "operator" or "supervisor");
    }

    [TestCase(0)]
    [TestCase(1_000_000, Description = "so many that the clocks are walked through instead of the dossiers")]
    public async Task Should_filter_by_rule_agency_and_day_and_go_through_all_pages_once(int dossiers)
    {
        await ClockRows.AddAsync(_screen.Database, count: 230);
        await ClockRows.CountAsync(_screen.Database, dossiers);
        using var client = await _screen.SignInAsync("viewer");

        CodesOf(await client.PageAsync("/deadlines?rule=silence")).ShouldBe(["H29.101-270301-5000001"]);
        CodesOf(await client.PageAsync("/deadlines?agency=H26")).ShouldBe(["H26-270301-5000231"]);
        CodesOf(await client.PageAsync("/deadlines?until=2027-03-15")).ShouldBeEmpty();
        (await client.StatusAsync("/deadlines?agency=%C3%A1")).ShouldBe(400);
        foreach (var first in new[] { "/deadlines?rule=deadline", "/deadlines?rule=deadline&agency=H29" })
        {
            var (seen, path) = (new List<string>(), (string?)first);
            while (path is not null)
            {
                var page = await client.PageAsync(path);
                seen.AddRange(CodesOf(page));
                path = Next().Match(page) is { Success: true } next ? next.Groups["path"].Value : null;
            }

            seen.Distinct().Count().ShouldBe(seen.Count, first);
            seen.Count.ShouldBe(first.Contains("agency", StringComparison.Ordinal) ? 230 : 231);
            seen.ShouldBe([.. seen.OrderBy(code => code[^6..], StringComparer.Ordinal)]);
        }
    }

    [TestCase(0)]
    [TestCase(1_000_000)]
    public async Task Should_keep_an_operator_of_a_part_of_the_tree_to_its_dossiers(int dossiers)
    {
        await ClockRows.AddAsync(_screen.Database);
        await ClockRows.CountAsync(_screen.Database, dossiers);
        using var client = await _screen.SignInAsync("operator", agency: "H26");

        CodesOf(await client.PageAsync("/deadlines")).ShouldBe(["H26-270301-5000004"]);
        CodesOf(await client.PageAsync("/deadlines?agency=H29")).ShouldBeEmpty();
        (await client.StatusAsync(Clock)).ShouldBe(404);
        (await StatusAsync(client.PostAsync("/session", $"{Clock}/cancel", ("reason", "không phải của mình")))).ShouldBe(404);
    }

    [Test]
    public async Task Should_move_a_clock_when_a_second_person_approves_and_tell_its_saga()
    {
        await ClockRows.AddAsync(_screen.Database);
        using var lan = await _screen.SignInAsync("operator", name: "lan");
        using var minh = await _screen.SignInAsync("supervisor", name: "minh");

        (await StatusAsync(lan.PostAsync(Clock, $"{Clock}/move", ("due", "2020-01-01T08:00"), ("reason", "thử")))).ShouldBe(400, "it must be ahead");
        (await StatusAsync(lan.PostAsync(Clock, $"{Clock}/move", ("due", "2027-05-01T08:00"), ("reason", "x")))).ShouldBe(400, "a reason has three characters");
        (await StatusAsync(lan.PostAsync(Clock, $"{Clock}/move", ("due", "2027-05-01T08:00"), ("reason", "Công văn 77")))).ShouldBe(303);
        (await DueAsync()).ShouldBe(ClockRows.FirstDue, "nothing is done before somebody approves");
        await ApproveAsync(minh);

        (await DueAsync()).ShouldBe(new DateTimeOffset(2027, 5, 1, 8, 0, 0, TimeSpan.FromHours(7)));
        (await _screen.Database.ScalarAsync<bool>("select calendar is null from bus.clock where saga = 1001 and serial = 1 order by due desc limit 1")).ShouldBeTrue("no calendar moves it back");
        (await _screen.Database.ScalarAsync<long>(
            "select count(*) from bus.ready r join bus.word w on w.id = r.type and w.name = 'bus.clock-moved.v1' where r.key = 'H29.101-270301-5000001' and r.flow = 7")).ShouldBe(1);
        (await _screen.Database.ScalarAsync<string>("select reason || '|' || target || '|' || agency from operations.audit where action = 'clock.move'"))
            .ShouldBe("→ 01/05/2027 08:00: Công văn 77|1001/deadline|H29.101");
    }

    [Test]
    public async Task Should_cancel_a_clock_and_not_one_that_was_set_anew_since()
    {
        await ClockRows.AddAsync(_screen.Database);
        using var lan = await _screen.SignInAsync("operator", name: "lan");
        using var minh = await _screen.SignInAsync("supervisor", name: "minh");
        (await StatusAsync(lan.PostAsync(Clock, $"{Clock}/cancel", ("reason", "hồ sơ trùng")))).ShouldBe(303);
        await _screen.Database.ScalarAsync<long>("update bus.clock set serial = 5 where saga = 1001 and calendar is not null returning serial");
        await ApproveAsync(minh);
        (await _screen.Database.ScalarAsync<string>("select state || ': ' || outcome from operations.approval")).ShouldStartWith("failed: the clock has fired");
        (await _screen.Database.ScalarAsync<long>("select count(*) from bus.clock where saga = 1001")).ShouldBe(2);

        (await StatusAsync(lan.PostAsync(Clock, $"{Clock}/cancel", ("reason", "hồ sơ trùng")))).ShouldBe(303);
        await ApproveAsync(minh);

        (await _screen.Database.ScalarAsync<long>("select count(*) from bus.clock where saga = 1001")).ShouldBe(1);
        (await lan.StatusAsync(Clock)).ShouldBe(404);
        (await _screen.Database.ScalarAsync<long>("select count(*) from bus.clock where saga <> 1001")).ShouldBe(3, "nobody else's clock was touched");
    }

    [Test]
    public async Task Should_preview_how_many_deadlines_a_holiday_moves_and_apply_it_with_its_document()
    {
        await ClockRows.AddAsync(_screen.Database, count: 5);
        using var lan = await _screen.SignInAsync("operator", name: "lan");
        using var minh = await _screen.SignInAsync("supervisor", name: "minh");
        (string, string)[] day = [("calendar", "vn"), ("date", "2027-03-10"), ("kind", "Holiday"), ("name", "Nghỉ đột xuất"), ("document", "Quyết định 99/QĐ-TTg")];
        // As the hosts would count them now: a preview compares with what is stored.
        await RecountAsync();
        var version = await VersionAsync();

        using var preview = await lan.PostAsync("/deadlines/calendar", "/deadlines/calendar/preview", day);
        var text = System.Net.WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync());
        text.ShouldContain("6 thời hạn sẽ dời");
        (await VersionAsync()).ShouldBe(version, "a preview changes nothing");

        (await StatusAsync(lan.PostAsync("/deadlines/calendar", "/deadlines/calendar/propose", [.. day, ("reason", "theo quyết định mới")]))).ShouldBe(303);
        (await VersionAsync()).ShouldBe(version);
        await ApproveAsync(minh);

        (await VersionAsync()).ShouldBe(version + 1);
        (await _screen.Database.ScalarAsync<string>(
            "select kind || '|' || source_document || '|' || origin || '|' || active from catalogue.calendar_day where calendar = 'vn' and date = '2027-03-10'"))
            .ShouldBe("Holiday|Quyết định 99/QĐ-TTg|operator|true");
        (await lan.PageAsync("/deadlines/calendar?year=2027")).ShouldContain("Nghỉ đột xuất");
        (await _screen.Database.ScalarAsync<long>("select count(*) from operations.audit where action = 'calendar.day' and reason like '%theo quyết định mới'")).ShouldBe(1);
    }

    [TestCase("date", "")]
    [TestCase("date", "1999-01-01")]
    [TestCase("kind", "Nonsense")]
    [TestCase("kind", "WorkingDay", TestName = "{m}(a working day in exchange on a Wednesday)")]
    [TestCase("document", "")]
    [TestCase("name", "")]
    [TestCase("calendar", "??")]
    public async Task Should_refuse_a_day_that_breaks_a_rule(string field, string value)
    {
        using var client = await _screen.SignInAsync("operator");
        var fields = new Dictionary<string, string>
        {
            ["calendar"] = "vn",
            ["date"] = "2027-03-10",
            ["kind"] = "Holiday",
            ["name"] = "Nghỉ",
            ["document"] = "QĐ 99",
            ["reason"] = "theo quyết định",
        };
        fields[field] = value;

        foreach (var action in new[] { "preview", "propose" })
        {
            (await StatusAsync(client.PostAsync("/deadlines/calendar", $"/deadlines/calendar/{action}", [.. fields.Select(pair => (pair.Key, pair.Value))]))).ShouldBe(400, action);
        }

        (await _screen.Database.ScalarAsync<long>("select count(*) from operations.approval")).ShouldBe(0);
    }

    [TestCase("viewer")]
    [TestCase("auditor")]
    public async Task Should_change_nothing_for_whoever_only_looks(string role)
    {
        await ClockRows.AddAsync(_screen.Database);
        using var client = await _screen.SignInAsync(role);

        foreach (var action in new[] { $"{Clock}/move", $"{Clock}/cancel", "/deadlines/calendar/preview", "/deadlines/calendar/propose" })
        {
            (await StatusAsync(client.PostAsync("/deadlines", action, ("due", "2027-05-01T08:00"), ("reason", "lý do")))).ShouldBe(403, action);
        }

        (await _screen.Database.ScalarAsync<long>("select count(*) from operations.approval")).ShouldBe(0);
    }

    /// <summary>Brings the stored due times to what the calendars in use say.</summary>
    private async Task RecountAsync()
    {
        var calendars = _screen.Services.GetRequiredService<DichVuCong.Runtime.Hosting.ICalendarSource>().Current;
        var due = calendars.Due(new Messaging.ClockTerms(CalendarDesk.National, Messaging.TimeUnit.WorkingDays, 10, new DateTimeOffset(2027, 3, 2, 9, 0, 0, TimeSpan.FromHours(7))));
        await using var command = _screen.Database.Source.CreateCommand("update bus.clock set due = $1 where calendar is not null");
        command.Parameters.Add(new() { Value = due.UtcDateTime });
        await command.ExecuteNonQueryAsync();
    }

    private async Task ApproveAsync(OperationsClient supervisor)
    {
        var id = await _screen.Database.ScalarAsync<Guid>("select id from operations.approval where state = 'open'");
        (await StatusAsync(supervisor.PostAsync("/approvals", $"/approvals/{id}/approve", ("reason", "đã kiểm tra")))).ShouldBe(303);
    }

    private static async Task<int> StatusAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return (int)answer.StatusCode;
    }

    private async Task<DateTimeOffset> DueAsync() => new(await _screen.Database.ScalarAsync<DateTime>(
        "select due from bus.clock c join bus.word w on w.id = c.name where c.saga = 1001 and w.name = 'deadline'"));

    private Task<int> VersionAsync() => _screen.Database.ScalarAsync<int>("select value from catalogue.version where name = 'calendar'");

    private static List<string> CodesOf(string page) => [.. Code().Matches(page).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex("<td class=\"code\">(?<code>[^<]+)</td>", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Code();

    [GeneratedRegex("href=\"(?<path>[^\"]+)\" rel=\"next\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Next();
}
