using System.Text.Json.Nodes;
using DichVuCong.Contracts.Accounts;
using DichVuCong.EndToEnd.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.EndToEnd.Tests;

/// <summary>The bad days of accounts and scopes (A12.2), with every host as a process. Days are shortened to seconds: nothing in them counts time.</summary>
internal sealed class When_both_sides_set_scopes
{
    private const string System = "H60";
    private RunningSystem _running = null!;
    private OfficerDesk _desk = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _running = await RunningSystem.StartAsync();
        _desk = await OfficerDesk.OpenAsync(_running, System);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _desk.DisposeAsync();
        await _running.DisposeAsync();
    }

    [TearDown]
    public Task MendAsync() => _running.MendAsync();

    [Test]
    public async Task Should_be_the_same_on_both_sides_after_the_agency_was_off_while_both_changed_the_same_officers()
    {
        var officers = await _desk.HireAsync(12);
        var (first, second) = (_desk.Procedures[0], _desk.Procedures[1]);
        foreach (var officer in officers) await _desk.SetHereAsync(officer, first, granted: true);
        await _desk.ConfirmedAsync();

        await _running.BreakAsync($"onestop:{System}", new JsonObject { ["mode"] = "down" });
        var conflicts = await _desk.CountAsync("account.scope_conflict");
        foreach (var officer in officers)
        {
            // Withdrawn here; there, without knowing of it, withdrawn and granted again. And the second procedure the other way round.
            await _desk.SetHereAsync(officer, first, granted: false);
            await _desk.SetThereAsync(officer, first, granted: false);
            await _desk.SetThereAsync(officer, first, granted: true);
            await _desk.SetHereAsync(officer, second, granted: true);
            await _desk.SetThereAsync(officer, second, granted: false);
        }

        await _running.MendAsync();
        await Eventually.HoldsAsync(async () => await _desk.CountAsync("account.scope_conflict") == conflicts + (2 * officers.Count), "every conflict is known", TimeSpan.FromMinutes(3));
        await _desk.ConfirmedAsync();
        foreach (var officer in officers)
        {
            foreach (var procedure in new[] { first, second })
            {
                (await _desk.IsGrantedHereAsync(officer, procedure)).ShouldBeFalse();
                (await _desk.IsGrantedThereAsync(officer, procedure)).ShouldBeFalse();
            }
        }

        await _desk.CompareAsync();
        // A grant whose history has the withdrawals stands.
        await _desk.SetThereAsync(officers[0], first, granted: true);
        await Eventually.HoldsAsync(() => _desk.IsGrantedHereAsync(officers[0], first), "the grant arrived");
    }

    [Test]
    public async Task Should_withdraw_again_whom_a_restored_backup_brings_back()
    {
        var officer = (await _desk.HireAsync(1))[0];
        var procedure = _desk.Procedures[2];
        await _desk.SetHereAsync(officer, procedure, granted: true);
        await _desk.ConfirmedAsync();
        await _desk.DoAsync("backup");
        await _desk.SetHereAsync(officer, procedure, granted: false);
        await _desk.SendAsync(new WithdrawAccount(officer, LockCause.Leaving, "quantri", "Nghỉ việc"));
        await Eventually.HoldsAsync(async () => (await _desk.ThereAsync(officer))?["state"]?.GetValue<string>() == "withdrawn", "the system knows of the end");
        await _desk.ConfirmedAsync();

        await _desk.DoAsync("restore");
        (await _desk.ThereAsync(officer))!["state"]!.GetValue<string>().ShouldBe("active");
        (await _desk.IsGrantedThereAsync(officer, procedure)).ShouldBeTrue();
        var drifts = await _desk.CountAsync("account.feed where type = 'accounts.drift-found.v1'");

        await _desk.CompareAsync();
        (await _desk.ThereAsync(officer))!["state"]!.GetValue<string>().ShouldBe("withdrawn");
        (await _desk.IsGrantedThereAsync(officer, procedure)).ShouldBeFalse();
        (await _desk.CountAsync("account.feed where type = 'accounts.drift-found.v1'")).ShouldBeGreaterThan(drifts);
    }

    [Test]
    public async Task Should_take_a_change_that_is_delivered_ten_times_for_one()
    {
        var officer = (await _desk.HireAsync(1))[0];
        await _running.BreakAsync($"onestop:{System}", new JsonObject { ["mode"] = "duplicate" });
        await _desk.SetThereAsync(officer, _desk.Procedures[3], granted: true);

        await Eventually.HoldsAsync(() => _desk.IsGrantedHereAsync(officer, _desk.Procedures[3]), "it arrived");
        await _desk.ConfirmedAsync();
        (await _desk.CountAsync($"account.feed where type = 'accounts.scope-changed.v1' and key like '%{officer}%'")).ShouldBe(1);
    }

    [TestCase(-60), TestCase(60)]
    public async Task Should_go_by_what_was_known_where_clocks_are_an_hour_apart(int minutes)
    {
        var officer = (await _desk.HireAsync(1))[0];
        var procedure = _desk.Procedures[4];
        await _desk.SetClockAsync(minutes);
        await _desk.SetThereAsync(officer, procedure, granted: true);
        await Eventually.HoldsAsync(() => _desk.IsGrantedHereAsync(officer, procedure), "the grant arrived");
        await _desk.SetHereAsync(officer, procedure, granted: false);
        await _desk.ConfirmedAsync();
        await Eventually.HoldsAsync(async () => !await _desk.IsGrantedThereAsync(officer, procedure), "the withdrawal arrived");
        await _desk.SetThereAsync(officer, procedure, granted: true);
        await Eventually.HoldsAsync(() => _desk.IsGrantedHereAsync(officer, procedure), "the grant that knew of it stands");
        await _desk.SetClockAsync(0);
    }

    [Test]
    public async Task Should_refuse_a_clock_of_next_year_and_leave_nothing_half_done()
    {
        // On a system of its own: its two sides do not become equal any more.
        await using var desk = await OfficerDesk.OpenAsync(_running, "H29");
        var officer = (await desk.HireAsync(1))[0];
        await desk.SetClockAsync(300);
        await desk.SetThereAsync(officer, desk.Procedures[5], granted: true);
        await desk.SetClockAsync(0);
        // What cannot be taken is not taken from a comparison either, and somebody sees that the two sides differ.
        await desk.SendAsync(new Contracts.Accounts.Scopes.CompareAgency(desk.System, desk.Agency, "test"));
        await Eventually.HoldsAsync(
            async () => await _running.Database.ScalarAsync<bool>($"select coalesce((select state = 3 from account.comparison where system = '{desk.System}'), false)"), "the difference shows");
        (await desk.IsGrantedHereAsync(officer, desk.Procedures[5])).ShouldBeFalse();
    }

    [Test]
    public async Task Should_go_on_where_a_worker_was_killed_in_the_middle_of_a_push()
    {
        await _running.BreakAsync($"onestop:{System}", new JsonObject { ["mode"] = "slow", ["delayMs"] = 150 });
        var officers = await _desk.HireAsync(4);
        for (var round = 0; round < 3; round++)
        {
            foreach (var officer in officers)
            {
                foreach (var procedure in _desk.Procedures.Take(4)) await _desk.SetHereAsync(officer, procedure, granted: round != 1);
            }

            _running.ReplaceWorker();
        }

        await _desk.ConfirmedAsync();
        foreach (var officer in officers) (await _desk.IsGrantedThereAsync(officer, _desk.Procedures[0])).ShouldBeTrue();
        await _desk.CompareAsync();
        (await _running.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(0);
    }
}
