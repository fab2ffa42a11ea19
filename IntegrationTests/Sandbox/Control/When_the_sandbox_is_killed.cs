using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Messaging;
using DichVuCong.Sandbox.Tests.Notices;
using DichVuCong.Sandbox.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Sandbox.Tests.Control;

public class When_the_sandbox_is_killed
{
    private const string Code = "H29.101-261121-5000001";
    private const string SyncsFirst = "H14.101-261121-5000002";

    private string _state = null!;

    [SetUp]
    public void SetUp() => _state = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.state");

    [TearDown]
    public void TearDown() => File.Delete(_state);

    [TestCase(Code)]
    [TestCase(SyncsFirst)]
    public async Task Should_know_a_dossier_again_and_go_on_with_it(string code)
    {
        await using (var before = await SandboxFixture.StartAsync(state: _state))
        {
            using var portal = new Deliveries(before);
            before.Always("usual");
            // The portal does not take what the system tells: nothing of it is acknowledged when the sandbox ends.
            before.Gateway.Outcome = (_, _) => ItemOutcome.TryAgain;
            (await portal.PushAsync(code)).Kind.ShouldBe(OutcomeKind.Done);
            await Eventually.HoldsAsync(() => !before.Gateway.Calls.IsEmpty, "the system tells of it");
        }

        await using var after = await SandboxFixture.StartAsync(state: _state, keepsSettings: true);
        using var again = new Deliveries(after);
        await Eventually.HoldsAsync(async () => (await after.DossierAsync(code)).GetProperty("isFinished").GetBoolean(), "the journey is over");

        (await again.PushAsync(code)).Kind.ShouldBe(OutcomeKind.Done);
        var known = await after.DossierAsync(code);
        known.GetProperty("copies").GetInt32().ShouldBe(1);
        known.GetProperty("pushes").GetInt32().ShouldBe(2);
        known.GetProperty("journey").GetString().ShouldBe("usual");
        var states = after.Gateway.Calls.SelectMany(call => call.Rows).Where(row => row.MaHoSo == code).Select(row => row.TrangThai);
        string.Join(' ', states).ShouldBe("2 4 9 10");
        after.Gateway.Unreadable.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_tell_a_step_again_with_the_time_that_it_was_told_with()
    {
        const string code = "H35.101-261121-5000003";
        string? told;
        await using (var before = await SandboxFixture.StartAsync(state: _state))
        {
            using var portal = new Deliveries(before);
            before.Always("usual");
            before.Gateway.Outcome = (call, _) => call.Rows.Any() ? ItemOutcome.TryAgain : ItemOutcome.Stored;
            await portal.PushAsync(code);
            await Eventually.HoldsAsync(() => ToldOf(before).Any(), "a step is told");
            told = ToldOf(before).First();
        }

        await using var after = await SandboxFixture.StartAsync(state: _state, keepsSettings: true);
        await Eventually.HoldsAsync(() => ToldOf(after).Any(), "a step is told");
        ToldOf(after).First().ShouldBe(told);

        static IEnumerable<string?> ToldOf(SandboxFixture sandbox) =>
            sandbox.Gateway.Calls.SelectMany(call => call.Rows).Where(row => row.MaHoSo == code).Select(row => row.ThoiDiemXuLy);
    }

    [Test]
    public async Task Should_know_a_notice_again()
    {
        await using (var before = await SandboxFixture.StartAsync(state: _state))
        {
            await using var portal = new Notifier(before);
            (await portal.SmsAsync(Code)).Kind.ShouldBe(OutcomeKind.Done);
        }

        await using var after = await SandboxFixture.StartAsync(state: _state);
        await using var again = new Notifier(after);
        (await again.SmsAsync(Code)).Kind.ShouldBe(OutcomeKind.Done, "the adapter reads the duplicate as sent");

        var notice = (await after.GetAsync("/sandbox/ledger/sms"))[0];
        notice.GetProperty("taken").GetInt32().ShouldBe(1);
        notice.GetProperty("duplicatesRefused").GetInt32().ShouldBe(1);
    }

    [Test]
    public async Task Should_take_a_counters_dossier_once()
    {
        await using (var before = await SandboxFixture.StartAsync(state: _state))
        {
            before.Always("refused");
            before.Gateway.Outcome = (_, _) => ItemOutcome.TryAgain;
            before.Change(new() { CounterDossiersPerSecond = 5 });
            await Eventually.HoldsAsync(() => !before.Gateway.Calls.IsEmpty, "a counter's dossier is told");
            before.Change(new() { CounterDossiersPerSecond = 0 });
        }

        await using var after = await SandboxFixture.StartAsync(state: _state, keepsSettings: true);
        await Eventually.HoldsAsync(
            async () => (await after.GetAsync("/sandbox/ledger")).GetProperty("dossiers").GetProperty("counter") is var counter
                && counter.GetProperty("finished").GetInt32() == counter.GetProperty("seen").GetInt32(),
            "all are told");
        (await after.GetAsync("/sandbox/ledger")).GetProperty("dossiers").GetProperty("counter").GetProperty("doubled").GetInt32().ShouldBe(0);
    }

    [Test]
    public async Task Should_bring_in_the_old_dossier_that_the_portal_had_not_taken()
    {
        // From the start: the old dossier is told at once.
        await using (var before = await SandboxFixture.StartAsync(state: _state, prepare: gateway => gateway.Outcome = (_, _) => ItemOutcome.TryAgain))
        {
            await Eventually.HoldsAsync(() => !before.Gateway.Calls.IsEmpty, "the old dossier is told");
        }

        await using var after = await SandboxFixture.StartAsync(state: _state, keepsSettings: true);
        await Eventually.HoldsAsync(() => after.Gateway.Calls.Any(call => !call.Rows.Any()), "it is told again, whole");
    }

    [Test]
    public async Task Should_leave_out_a_line_that_was_cut_off_and_what_was_cleared()
    {
        await using (var before = await SandboxFixture.StartAsync(state: _state))
        {
            using var portal = new Deliveries(before);
            await portal.PushAsync(Code);
            (await before.Http.DeleteAsync(new Uri("/sandbox/ledger", UriKind.Relative))).EnsureSuccessStatusCode();
        }

        await File.AppendAllTextAsync(_state, """{"dossier":{"system":"H29","co""");

        await using var after = await SandboxFixture.StartAsync(state: _state);
        (await after.GetAsync("/sandbox/ledger")).GetProperty("dossiers").GetProperty("pushed").GetProperty("seen").GetInt32().ShouldBe(0);
    }
}
