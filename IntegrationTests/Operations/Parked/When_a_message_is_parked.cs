using System.Net;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Parked;
using DichVuCong.Runtime.Parking;
using DichVuCong.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Operations.Tests.Parked;

internal sealed class When_a_message_is_parked
{
    private OperationsFixture _screen = null!;
    private StuckWorld _world = null!;

    [SetUp]
    public async Task Start()
    {
        _screen = await OperationsFixture.StartAsync();
        _world = await StuckWorld.StartAsync(_screen.Database);
    }

    [TearDown]
    public async Task Stop()
    {
        await _world.DisposeAsync();
        await _screen.DisposeAsync();
    }

    [Test]
    public async Task Should_be_shown_by_its_cause_with_what_stands_still()
    {
        var (first, message) = await _world.StickAsync(1);
        var (second, _) = await _world.StickAsync(2);

        var cause = (await Get<ParkedReader>().CausesAsync(Desks.Lan, CancellationToken.None)).ShouldHaveSingleItem();
        (cause.Count, cause.IsCall, cause.Where, cause.Type).ShouldBe((2, true, "onestop:H29", "dossiers.deliver-dossier.v1"));
        using var viewer = await _screen.SignInAsync("viewer");
        (await viewer.PageAsync("/parked")).ShouldContain("HTTP 503");
        var group = await viewer.PageAsync($"/parked/causes/{cause.Cause}");
        group.ShouldContain(first.Value);
        group.ShouldContain(second.Value);
        var page = await viewer.PageAsync($"/parked/{message}");
        page.ShouldContain("HTTP 503");
        page.ShouldContain("hạn giao cho hệ thống một cửa");
        page.ShouldContain("H29.168");
        page.ShouldNotContain("/retry\"");
        page.ShouldNotContain("/reveal\"");
    }

    [Test]
    public async Task Should_go_on_when_a_second_person_approves()
    {
        var (code, message) = await _world.StickAsync(1);
        using var lan = await _screen.SignInAsync("operator", name: "lan");
        using var minh = await _screen.SignInAsync("supervisor", name: "minh");
        await Posted(lan, $"/parked/{message}", $"/parked/{message}/retry", "hệ thống đã hoạt động lại", HttpStatusCode.SeeOther);
        _world.Agency.Mend();
        _world.Agency.Taken.ShouldBeEmpty();

        await Posted(minh, "/approvals", $"/approvals/{await OpenAsync()}/approve", "đã gọi điện xác nhận", HttpStatusCode.SeeOther);

        await _world.DeliveredAsync(code);
        await Eventually.HoldsAsync(async () => await _world.ParkedAsync(code) == 0, "nothing is parked");
        var page = await lan.PageAsync($"/parked/{message}");
        page.ShouldContain("không còn dừng");
        page.ShouldContain("parked.retry");
        page.ShouldContain("hệ thống đã hoạt động lại");
        (await Get<AuditVerifier>().VerifyAsync(CancellationToken.None)).IsUnbroken.ShouldBeTrue();
    }

    [Test]
    public async Task Should_be_discarded_when_a_second_person_approves()
    {
        var (code, message) = await _world.StickAsync(1);
        var approval = await Get<ParkedDesk>().ProposeAsync(Desks.Lan, message, scope: null, ParkingAction.Discard, "hồ sơ thử", CancellationToken.None);

        (await Get<ApprovalDesk>().ApproveAsync(Desks.Minh, approval, "đồng ý", CancellationToken.None)).Outcome.ShouldBe("1 ordered");
        await Eventually.HoldsAsync(async () => await _world.ParkedAsync(code) == 0, "it is gone");
        _world.Agency.Taken.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_be_ordered_once()
    {
        var (_, message) = await _world.StickAsync(1);
        var desk = Get<ParkedDesk>();
        var retry = await desk.ProposeAsync(Desks.Lan, message, scope: null, ParkingAction.Retry, "thử lại", CancellationToken.None);
        var discard = await desk.ProposeAsync(Desks.Lan, message, scope: null, ParkingAction.Discard, "bỏ đi", CancellationToken.None);
        (await Get<ApprovalDesk>().ApproveAsync(Desks.Minh, discard, "đồng ý", CancellationToken.None)).State.ShouldBe(ApprovalState.Approved);

        var late = await Get<ApprovalDesk>().ApproveAsync(Desks.Minh, retry, "đồng ý", CancellationToken.None);

        (late.State, late.Outcome).ShouldBe((ApprovalState.Failed, "nothing of it is parked any more as it was when this was proposed"));
    }

    [Test]
    public async Task Should_show_its_body_masked_and_in_clear_only_for_a_recorded_reason()
    {
        var (_, message) = await _world.StickAsync(1);
        var scope = await _screen.Database.ScalarAsync<int>("select scope from bus.parked");
        await PutAsync(message, """{"dossier":"H29.168-261121-5000001","system":"H29","revision":1,"fullName":"Nguyễn Thị Thử Nghiệm"}""");
        foreach (var role in (string[])["viewer", "auditor"])
        {
            using var looker = await _screen.SignInAsync(role);
            (await looker.PageAsync($"/parked/{message}")).ShouldNotContain("Thử Nghiệm");
            await Posted(looker, "/session", $"/parked/{message}/reveal", "tò mò", HttpStatusCode.Forbidden);
        }

        using var lan = await _screen.SignInAsync("operator", name: "lan");
        (await lan.PageAsync($"/parked/{message}")).ShouldNotContain("Thử Nghiệm");
        await Posted(lan, $"/parked/{message}", $"/parked/{message}/reveal", "", HttpStatusCode.BadRequest);
        (await RevealsAsync()).ShouldBeEmpty();
        using var shown = await lan.PostAsync($"/parked/{message}", $"/parked/{message}/reveal", ("reason", "đối chiếu với cơ quan"), ("scope", $"{scope}"));
        WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync()).ShouldContain("Thử Nghiệm");

        var reveal = (await RevealsAsync()).ShouldHaveSingleItem();
        (reveal.Who, reveal.Reason, reveal.Target, reveal.Agency).ShouldBe(("dev:lan", "đối chiếu với cơ quan", message.ToString(), "H29.168"));
    }

    [Test]
    public async Task Should_be_edited_when_it_is_ours_and_never_when_it_is_a_partners()
    {
        var (code, message) = await _world.StickAsync(1);
        var desk = Get<ParkedDesk>();
        (await Should.ThrowAsync<ApprovalRefusedException>(
            () => desk.ProposeEditAsync(Desks.Lan, message, scope: null, "[]", "sửa", CancellationToken.None))).Rule.ShouldBe(ApprovalRule.Impossible);
        var edit = await desk.ProposeEditAsync(Desks.Lan, message, scope: null, $$"""{"dossier":"{{code}}","system":"H29","revision":9}""", "sửa số lần", CancellationToken.None);
        _world.Agency.Mend();
        (await Get<ApprovalDesk>().ApproveAsync(Desks.Minh, edit, "đồng ý", CancellationToken.None)).State.ShouldBe(ApprovalState.Approved);
        await _world.DeliveredAsync(code);
        _world.Agency.Taken.ShouldHaveSingleItem().Revision.ShouldBe(9);

        // A partner's word: it came through the door, so nobody of ours sent it.
        var inbound = Guid.NewGuid();
        await ExecuteAsync(
            $$"""
            insert into bus.parked (lane, flow, seq, id, type, schema, endpoint, key, conversation, sent_at, body, scope, parked_at, attempts, error)
            select 1, 7, 1000000, '{{inbound}}', t.id, 1, e.id, '{{code}}', '{{inbound}}', now(), '{}'::bytea, e.id, now(), 1, 'cannot be decided'
            from bus.word t, bus.word e where t.kind = 'type' and t.name = 'dossiers.record-agency-status.v1' and e.kind = 'endpoint' limit 1
            """);
        var refused = await Should.ThrowAsync<ApprovalRefusedException>(() => desk.ProposeEditAsync(Desks.Lan, inbound, scope: null, "{}", "sửa", CancellationToken.None));
        refused.Message.ShouldContain("never altered");
        using var lan = await _screen.SignInAsync("operator");
        (await lan.PageAsync($"/parked/{inbound}")).ShouldContain("không bao giờ được sửa");
        await Posted(lan, $"/parked/{inbound}", $"/parked/{inbound}/edit", "sửa", HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Should_go_on_as_a_group_with_its_progress_shown()
    {
        var stuck = new List<Contracts.DossierCode>();
        for (var number = 1; number <= 4; number++) stuck.Add((await _world.StickAsync(number)).Code);
        var cause = (await Get<ParkedReader>().CausesAsync(Desks.Lan, CancellationToken.None)).ShouldHaveSingleItem().Cause;
        using var lan = await _screen.SignInAsync("operator", name: "lan");
        await Posted(lan, $"/parked/causes/{cause}", $"/parked/causes/{cause}/retry", "đã khắc phục", HttpStatusCode.SeeOther);
        _world.Agency.Mend();
        var approval = await OpenAsync();
        (await Get<ApprovalDesk>().ApproveAsync(Desks.Minh, approval, "đồng ý", CancellationToken.None)).Outcome.ShouldBe("4 ordered");

        foreach (var code in stuck) await _world.DeliveredAsync(code);
        await Eventually.HoldsAsync(async () => (await Get<ParkedReader>().ProgressAsync(approval, CancellationToken.None)).IsOver, "the group has gone on");
        var progress = await Get<ParkedReader>().ProgressAsync(approval, CancellationToken.None);
        (progress.Total, progress.Gone, progress.ParkedAgain).ShouldBe((4, 4, 0));
        (await lan.PageAsync($"/parked/causes/{cause}")).ShouldContain("max=\"4\" value=\"4\"");
        (await Get<AuditReader>().ListAsync(new AuditFilter { Action = "parked.retry" }, 10, CancellationToken.None)).Count.ShouldBe(4);
    }

    [Test]
    public async Task Should_count_what_failed_again()
    {
        var (code, message) = await _world.StickAsync(1);
        var approval = await Get<ParkedDesk>().ProposeAsync(Desks.Lan, message, scope: null, ParkingAction.Retry, "thử lại", CancellationToken.None);
        await Get<ApprovalDesk>().ApproveAsync(Desks.Minh, approval, "đồng ý", CancellationToken.None);

        await Eventually.HoldsAsync(async () => (await Get<ParkedReader>().ProgressAsync(approval, CancellationToken.None)).ParkedAgain == 1, "it is parked again");
        (await Get<ParkedReader>().FindAsync(Desks.Lan, message, scope: null, CancellationToken.None)).ShouldNotBeNull().OrderedAt.ShouldBeNull(code.Value);
    }

    [Test]
    public async Task Should_be_there_for_its_own_part_of_the_tree_alone()
    {
        var (code, message) = await _world.StickAsync(1);
        using var near = await _screen.SignInAsync("operator", agency: "H29");
        using var far = await _screen.SignInAsync("operator", agency: "H26");

        (await near.PageAsync($"/parked/{message}")).ShouldContain(code.Value);
        (await far.StatusAsync($"/parked/{message}")).ShouldBe(404);
        (await far.PageAsync("/parked")).ShouldContain("Không có tin nào chờ");
        await Posted(far, "/session", $"/parked/{message}/retry", "thử lại", HttpStatusCode.NotFound);
        await Posted(far, "/session", $"/parked/{message}/reveal", "xem thử", HttpStatusCode.NotFound);
        (await Get<ApprovalDesk>().ListAsync(Desks.Minh, state: null, target: null, before: null, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    private T Get<T>()
        where T : class => _screen.Services.GetRequiredService<T>();

    private async Task<Guid> OpenAsync() =>
        (await Get<ApprovalDesk>().ListAsync(Desks.Minh, ApprovalState.Open, target: null, before: null, 10, CancellationToken.None)).ShouldHaveSingleItem().Id;

    private static async Task Posted(OperationsClient client, string page, string action, string reason, HttpStatusCode status)
    {
        using var answer = await client.PostAsync(page, action, ("reason", reason), ("body", "{}"));
        answer.StatusCode.ShouldBe(status, action);
    }

    private Task<IReadOnlyList<AuditRow>> RevealsAsync() => Get<AuditReader>().ListAsync(new AuditFilter { Action = "parked.reveal" }, 10, CancellationToken.None);

    private Task PutAsync(Guid message, string body) => ExecuteAsync($"update bus.parked set body = convert_to('{body}', 'UTF8') where id = '{message}'");

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _screen.Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
