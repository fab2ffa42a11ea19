using System.Net;
using DichVuCong.Contracts;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Partners;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Operations.Tests.Partners;

internal sealed class When_partners_are_looked_after
{
    private const string Page = "/partners/onestop%3AH29";
    private static readonly Operator Nobody = new("nobody", "nobody", OperatorRole.Viewer, Scope: null);

    private OperationsFixture _screen = null!;

    [SetUp]
    public async Task Start()
    {
        _screen = await OperationsFixture.StartAsync();
        await PartnerRows.AddAsync(_screen.Database);
    }

    [TearDown]
    public async Task Stop() => await _screen.DisposeAsync();

    [Test]
    public async Task Should_tell_whose_trouble_it_is()
    {
        var sides = (await _screen.Services.GetRequiredService<PartnerBoard>().ListAsync(Nobody, CancellationToken.None)).ToDictionary(one => one.Partner);

        sides["onestop:H29"].Side.ShouldBe(PartnerSide.Network);
        sides["onestop:H26"].Side.ShouldBe(PartnerSide.Quiet);
        sides["sms"].Side.ShouldBe(PartnerSide.Fine, "it has answered since it failed");
        sides["email"].Side.ShouldBe(PartnerSide.Us);
        sides["bank:ocb"].Side.ShouldBe(PartnerSide.Us, "no host serves it");
        (sides["sms"].Calls, sides["sms"].Failed, sides["sms"].Average, sides["sms"].Rate).ShouldBe((10, 2, 200, 20));
        (sides["onestop:H29"].Waiting, sides["onestop:H29"].Circuit, sides["onestop:H29"].Redirects!.IsReachable).ShouldBe((1, "open", false));
    }

    [TestCase("viewer")]
    [TestCase("operator")]
    [TestCase("supervisor")]
    [TestCase("auditor")]
    public async Task Should_show_the_partner_to_each_role_and_its_actions_to_whom_they_are_for(string role)
    {
        using var client = await _screen.SignInAsync(role);

        var list = await client.PageAsync("/partners");
        var page = await client.PageAsync(Page);

        list.ShouldContain("onestop:H29");
        page.ShouldContain("no answer after sending");
        page.ShouldContain("lỗi mạng");
        page.Contains("/pause\"", StringComparison.Ordinal).ShouldBe(role is "operator" or "supervisor");
        page.Contains("id=\"new-window\"", StringComparison.Ordinal).ShouldBe(role is "operator" or "supervisor");
    }

    [Test]
    public async Task Should_pause_and_resume_with_a_reason_that_is_written_down()
    {
        using var client = await _screen.SignInAsync("operator", name: "lan");

        (await StatusAsync(client.PostAsync(Page, $"{Page}/pause", ("reason", "x")))).ShouldBe(400, "a reason has three characters");
        (await IsStoppedAsync()).ShouldBeFalse();
        (await StatusAsync(client.PostAsync(Page, $"{Page}/pause", ("reason", "Đang chuyển trung tâm dữ liệu")))).ShouldBe(303);
        (await IsStoppedAsync()).ShouldBeTrue();
        (await client.PageAsync(Page)).ShouldContain("Đang chuyển trung tâm dữ liệu");
        (await StatusAsync(client.PostAsync(Page, $"{Page}/pause", ("reason", "một lần nữa")))).ShouldBe(400, "it is paused");
        (await StatusAsync(client.PostAsync(Page, $"{Page}/resume", ("reason", "Đã xong")))).ShouldBe(303);
        (await IsStoppedAsync()).ShouldBeFalse();

        (await AuditAsync()).ShouldBe(["partner.pause onestop:H29 Đang chuyển trung tâm dữ liệu", "partner.resume onestop:H29 Đã xong"]);
    }

    [TestCase("viewer")]
    [TestCase("auditor")]
    public async Task Should_change_nothing_for_whoever_only_looks(string role)
    {
        using var client = await _screen.SignInAsync(role);

        foreach (var action in new[] { "pause", "contacts", "maintenance", "contacts/reveal" })
        {
            (await StatusAsync(client.PostAsync(Page, $"{Page}/{action}", ("reason", "lý do"), ("kind", "technical"), ("name", "An")))).ShouldBe(403, action);
        }

        (await IsStoppedAsync()).ShouldBeFalse();
        (await AuditAsync()).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_keep_an_operator_of_a_part_of_the_tree_to_its_systems()
    {
        using var client = await _screen.SignInAsync("operator", agency: "H26");

        var list = await client.PageAsync("/partners");
        list.ShouldContain("onestop:H26");
        list.ShouldNotContain("onestop:H29");
        list.ShouldNotContain("bank:ocb");
        (await client.StatusAsync(Page)).ShouldBe(404);
        (await StatusAsync(client.PostAsync("/session", $"{Page}/pause", ("reason", "không phải của mình")))).ShouldBe(403);
        (await IsStoppedAsync()).ShouldBeFalse();
    }

    [Test]
    public async Task Should_create_change_announce_and_cancel_maintenance_and_warn_of_short_notice()
    {
        using var client = await _screen.SignInAsync("operator");
        var tomorrow = VietnamTime.DayOf(DateTimeOffset.UtcNow).AddDays(1);

        (await SaveAsync(client, $"{tomorrow:yyyy-MM-dd}T22:00", $"{tomorrow:yyyy-MM-dd}T21:00")).ShouldBe(400, "it must not end before it begins");
        (await SaveAsync(client, $"{tomorrow:yyyy-MM-dd}T22:00", $"{tomorrow:yyyy-MM-dd}T23:00")).ShouldBe(303);
        (await SaveAsync(client, $"{tomorrow:yyyy-MM-dd}T22:30", $"{tomorrow:yyyy-MM-dd}T23:30")).ShouldBe(400, "it overlaps");
        var page = await client.PageAsync(Page);
        page.ShouldContain("Dưới 5 ngày làm việc");
        page.ShouldContain("chưa báo");

        var later = tomorrow.AddDays(20);
        (await SaveAsync(client, $"{later:yyyy-MM-dd}T22:00", $"{later:yyyy-MM-dd}T23:00", replaced: $"{tomorrow:yyyy-MM-dd}T22:00")).ShouldBe(303);
        (await client.PageAsync(Page)).ShouldNotContain("Dưới 5 ngày làm việc");
        (await StatusAsync(client.PostAsync(
            Page, $"{Page}/maintenance/announce", ("from", $"{later:yyyy-MM-dd}T22:00"), ("channel", "Công văn 12/TTDLQG"), ("reason", "theo kế hoạch")))).ShouldBe(303);
        (await client.PageAsync(Page)).ShouldContain("Công văn 12/TTDLQG");
        (await _screen.Database.ScalarAsync<int>("select working_days from operations.window_announcement")).ShouldBeInRange(5, 21);

        (await StatusAsync(client.PostAsync(Page, $"{Page}/maintenance/cancel", ("from", $"{later:yyyy-MM-dd}T22:00"), ("reason", "hoãn")))).ShouldBe(303);
        (await _screen.Database.ScalarAsync<long>("select count(*) from catalogue.maintenance_window")).ShouldBe(0);
        (await AuditAsync()).Select(line => line.Split(' ')[0]).ShouldBe(
            ["partner.maintenance.create", "partner.maintenance.change", "partner.maintenance.announce", "partner.maintenance.cancel"]);
    }

    [Test]
    public async Task Should_tell_the_hosts_of_maintenance_of_a_partner_that_is_no_one_stop_system()
    {
        using var client = await _screen.SignInAsync("operator");
        var version = await _screen.Database.ScalarAsync<int>("select value from catalogue.version where name = 'catalogue'");

        (await StatusAsync(client.PostAsync(
            "/partners/sms", "/partners/sms/maintenance", ("from", "2099-01-05T22:00"), ("to", "2099-01-05T23:00"), ("announcement", "Nâng cấp"), ("reason", "kế hoạch")))).ShouldBe(303);

        (await _screen.Database.ScalarAsync<int>("select value from catalogue.version where name = 'catalogue'")).ShouldBe(version + 1);
        (await new PartnerWindows(_screen.Database.Source).LoadAsync(CancellationToken.None)).ShouldHaveSingleItem().Partner.ShouldBe("sms");
    }

    [Test]
    public async Task Should_keep_the_contacts_of_an_agency_that_has_no_system_of_its_own()
    {
        const string Contacts = "/partners/agency%3AH29.101";
        using var lan = await _screen.SignInAsync("operator", name: "lan");
        using var stranger = await _screen.SignInAsync("operator", agency: "H26", name: "nga");

        (await lan.StatusAsync("/partners/agency?code=H29.101")).ShouldBe(303);
        (await lan.StatusAsync("/partners/agency?code=%C3%A1")).ShouldBe(400);
        (await lan.StatusAsync("/partners/agency%3AZ99.999")).ShouldBe(404);
        (await StatusAsync(lan.PostAsync(
            Contacts, $"{Contacts}/contacts", ("kind", "business"), ("name", "Trần Thị Bình"), ("phone", "0912345678"), ("email", ""), ("reason", "công văn 5")))).ShouldBe(303);
        (await StatusAsync(stranger.PostAsync(
            "/session", $"{Contacts}/contacts", ("kind", "business"), ("name", "Ai Khác"), ("phone", "0912345679"), ("email", ""), ("reason", "công văn 6")))).ShouldBe(403);
        (await StatusAsync(lan.PostAsync("/session", $"{Contacts}/pause", ("reason", "không phải đối tác")))).ShouldBe(400, "an agency is not called");

        var page = await lan.PageAsync(Contacts);
        page.ShouldContain("T*** T*** B***");
        page.ShouldNotContain("0912345678");
    }

    [Test]
    public async Task Should_keep_contacts_sealed_and_masked_and_show_them_for_a_recorded_reason()
    {
        using var operating = await _screen.SignInAsync("operator");
        using var viewer = await _screen.SignInAsync("viewer");

        (await StatusAsync(operating.PostAsync(
            Page, $"{Page}/contacts", ("kind", "technical"), ("name", "Nguyễn Văn An"), ("phone", "12"), ("reason", "công văn 5")))).ShouldBe(400, "no phone number");
        (await StatusAsync(operating.PostAsync(
            Page, $"{Page}/contacts", ("kind", "technical"), ("name", "Nguyễn Văn An"), ("phone", "0912345678"), ("email", "an@tinh.gov.vn"), ("reason", "công văn 5")))).ShouldBe(303);

        foreach (var client in new[] { viewer, operating })
        {
            var page = await client.PageAsync(Page);
            page.ShouldContain("N*** V*** A***");
            page.ShouldNotContain("Nguyễn Văn An");
            page.ShouldNotContain("912345678");
            page.ShouldNotContain("an@tinh");
        }

        using var clear = await operating.PostAsync(Page, $"{Page}/contacts/reveal", ("reason", "gọi về sự cố"));
        clear.StatusCode.ShouldBe(HttpStatusCode.OK);
        WebUtility.HtmlDecode(await clear.Content.ReadAsStringAsync()).ShouldContain("+84912345678");
        (await AuditAsync())[^1].ShouldBe("partner.contact.reveal onestop:H29 gọi về sự cố");
        (await _screen.Database.ScalarAsync<bool>("select bool_or(position('Nguy'::bytea in sealed) > 0) from operations.contact")).ShouldBeFalse();
    }

    private static async Task<int> SaveAsync(OperationsClient client, string from, string to, string replaced = "") => await StatusAsync(client.PostAsync(
        Page, $"{Page}/maintenance", ("from", from), ("to", to), ("replaced", replaced), ("announcement", "Nâng cấp hệ thống"), ("reason", "theo kế hoạch")));

    private static async Task<int> StatusAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return (int)answer.StatusCode;
    }

    private Task<bool> IsStoppedAsync() => _screen.Database.ScalarAsync<bool>("select stopped from bus.line where partner = 'onestop:H29'");

    private async Task<IReadOnlyList<string>> AuditAsync() => (await _screen.Database.ScalarAsync<string>(
        "select coalesce(string_agg(action || ' ' || target || ' ' || reason, E'\\n' order by number), '') from operations.audit where action like 'partner.%'"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
