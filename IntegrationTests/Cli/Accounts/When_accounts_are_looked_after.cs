using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Accounts;

/// <summary>What operators see of accounts and do with them.</summary>
internal sealed class When_accounts_are_looked_after
{
    private AccountWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await AccountWorld.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Should_take_two_persons_from_request_to_account()
    {
        var account = await _world.RequestAsync("YC-BON-MAT", 1);
        var (lan, minh) = (_world.Dvc.With("DVC_OPERATOR", "lan"), _world.Dvc.With("DVC_OPERATOR", "minh"));
        (await _world.Dvc.RunAsync("accounts", "requests")).Output.ShouldContain("YC-BON-MAT");
        (await lan.RunAsync("accounts", "approve", "YC-BON-MAT")).ExitCode.ShouldBe(ExitCodes.Problems);

        (await lan.RunAsync("accounts", "check", "YC-BON-MAT")).ExitCode.ShouldBe(ExitCodes.Ok);
        await _world.BecomesAsync(account, AccountState.Checked);
        await lan.RunAsync("accounts", "approve", "YC-BON-MAT");
        await Eventually.HoldsAsync(
            () => _world.Database.ScalarAsync<bool>($"select exists (select 1 from account.feed where key = '{account}' and type = 'accounts.account-not-changed.v1')"),
            "the same person is told no");
        (await minh.RunAsync("accounts", "approve", "YC-BON-MAT")).ExitCode.ShouldBe(ExitCodes.Ok);

        await _world.BecomesAsync(account, AccountState.Created);
        foreach (var verb in new[] { "hand-over", "commit" })
        {
            (await minh.RunAsync("accounts", verb, account.Value, "--document", "7/BB", "--document-date", "2026-03-02", "--document-file", "files/7"))
                .ExitCode.ShouldBe(ExitCodes.Ok);
        }

        await _world.BecomesAsync(account, AccountState.Active);
        var shown = await _world.Dvc.RunAsync("accounts", "show", account.Value);
        shown.Output.ShouldContain("đang hoạt động");
        shown.Output.ShouldContain("lan");
        shown.Output.ShouldNotContain(AccountWorld.Person(1));
        (await _world.Database.ScalarAsync<string>("select string_agg(action, ',' order by number) from operations.audit where action like 'cli.accounts.%' and target = 'YC-BON-MAT' and result = 'ordered'"))
            .ShouldBe("cli.accounts.approve,cli.accounts.check,cli.accounts.approve,cli.accounts.approve");
    }

    [Test]
    public async Task Should_show_who_it_is_and_write_down_who_looked()
    {
        var account = await _world.RequestAsync("YC-XEM", 2);

        (await _world.Dvc.RunAsync("accounts", "show", account.Value, "--reveal", "--json")).Json.GetProperty("profile").GetProperty("personalId").GetString()
            .ShouldBe(AccountWorld.Person(2));

        (await _world.Database.ScalarAsync<string>($"select by_account from account.viewed where account = '{account}'")).ShouldBe("truc-ban");
        (await _world.Database.ScalarAsync<long>($"select count(*) from operations.audit where action = 'cli.accounts.show' and target = '{account}'")).ShouldBe(1);
    }

    [Test]
    public async Task Should_lock_suspend_and_unlock_by_order()
    {
        var account = await ActiveAsync("YC-KHOA", 3);

        (await _world.Dvc.RunAsync("accounts", "lock", account.Value, "--cause", "violation", "--reason", "Vi phạm quy chế")).ExitCode.ShouldBe(ExitCodes.Ok);
        await _world.BecomesAsync(account, AccountState.Locked);
        (await _world.Dvc.RunAsync("accounts", "unlock", account.Value, "--reason", "Đã xử lý")).ExitCode.ShouldBe(ExitCodes.Ok);
        await _world.BecomesAsync(account, AccountState.Active);
        (await _world.Dvc.RunAsync("accounts", "suspend", account.Value, "--reason", "Đăng nhập lạ")).ExitCode.ShouldBe(ExitCodes.Ok);
        await _world.BecomesAsync(account, AccountState.Suspended);
        (await _world.Dvc.RunAsync("accounts", "lock", account.Value, "--reason", "x")).ExitCode.ShouldBe(ExitCodes.Usage);
        (await _world.Dvc.RunAsync("accounts", "lock", "T26030201G7K9A2B", "--cause", "leaving", "--reason", "x")).ExitCode.ShouldBe(ExitCodes.NotFound);
    }

    [Test]
    public async Task Should_hand_requests_of_the_Departments_systems_on()
    {
        await _world.RouteAsync("YC-CUC");
        (await _world.Dvc.RunAsync("accounts", "requests", "--department")).Output.ShouldContain("YC-CUC");

        (await _world.Dvc.RunAsync("accounts", "hand-on", "YC-CUC", "--document", "99/TTDLQG")).ExitCode.ShouldBe(ExitCodes.Ok);

        (await _world.Dvc.RunAsync("accounts", "requests", "--department")).Output.ShouldNotContain("YC-CUC");
        (await _world.Dvc.RunAsync("accounts", "hand-on", "YC-CUC", "--document", "99/TTDLQG")).ExitCode.ShouldBe(ExitCodes.NotFound);
    }

    [Test]
    public async Task Should_list_locks_reviews_and_pushes()
    {
        var account = await ActiveAsync("YC-DS", 4);
        await _world.Database.ScalarAsync<long>($"with changed as (update account.account set lock_at = now() + interval '3 days' where id = '{account}' returning 1) select count(*) from changed");
        await _world.Database.ScalarAsync<long>(
            "with added as (insert into account.review (agency, due, overdue) values ('G01', now() - interval '1 day', true) on conflict (agency) do nothing returning 1) select count(*) from added");
        await _world.Database.ScalarAsync<long>(
            $"with added as (insert into account.push (account, system, version, state, reason, at) values ('{account}', 'G01', 99, 3, 'Không có đơn vị', now()) returning 1) select count(*) from added");

        (await _world.Dvc.RunAsync("accounts", "locking")).Output.ShouldContain(account.Value);
        (await _world.Dvc.RunAsync("accounts", "locking", "--within", "2")).Output.ShouldNotContain(account.Value);
        (await _world.Dvc.RunAsync("accounts", "reviews", "--overdue")).Output.ShouldContain("G01");
        (await _world.Dvc.RunAsync("accounts", "pushes", "--refused")).Output.ShouldContain("Không có đơn vị");
    }

    [Test]
    public async Task Should_issue_rotate_and_revoke_secrets_that_it_shows_once()
    {
        var issued = await _world.Dvc.RunAsync("accounts", "systems", "issue", "hanoi-mc", "--system", "H26", "--json");
        issued.ExitCode.ShouldBe(ExitCodes.Ok, issued.Error + issued.Output);
        var secret = issued.Json.GetProperty("secret").GetString()!;
        (await _world.Dvc.RunAsync("accounts", "systems", "rotate", "hanoi-mc", "--overlap", "2")).ExitCode.ShouldBe(ExitCodes.Ok);
        (await _world.Dvc.RunAsync("accounts", "systems", "issue", "hanoi-mc")).ExitCode.ShouldBe(ExitCodes.Problems);

        (await _world.Dvc.RunAsync("accounts", "systems", "list", "--name", "hanoi-mc", "--json")).Output.ShouldNotContain(secret);
        (await _world.Dvc.RunAsync("accounts", "systems", "revoke", "hanoi-mc")).Output.ShouldContain("2");
        (await _world.Dvc.RunAsync("accounts", "systems", "revoke", "hanoi-mc")).ExitCode.ShouldBe(ExitCodes.NotFound);
        (await _world.Dvc.RunAsync("accounts", "systems", "issue", "khong-co")).ExitCode.ShouldBe(ExitCodes.NotFound);
        (await _world.Dvc.RunAsync("accounts", "systems", "issue", "hanoi-mc", "--system", "H29")).ExitCode.ShouldBe(ExitCodes.Problems);
    }

    [Test]
    public async Task Should_set_what_may_be_given_in_a_unit()
    {
        (await _world.Dvc.RunAsync("accounts", "unit", "--agency", "H29")).Output.ShouldContain("QUAN_TRI");
        (await _world.Dvc.RunAsync("accounts", "unit", "--agency", "H29", "--groups", "TIEP_NHAN, XU_LY")).Output.ShouldContain("được cấp TIEP_NHAN,XU_LY");
        (await _world.Dvc.RunAsync("accounts", "unit", "--agency", "H29", "--groups", "GIAM_DOC")).ExitCode.ShouldBe(ExitCodes.Usage);
    }

    private async Task<AccountId> ActiveAsync(string request, int person)
    {
        var account = await _world.RequestAsync(request, person);
        await _world.Dvc.With("DVC_OPERATOR", "lan").RunAsync("accounts", "check", request);
        await _world.BecomesAsync(account, AccountState.Checked);
        await _world.Dvc.With("DVC_OPERATOR", "minh").RunAsync("accounts", "approve", request);
        await _world.BecomesAsync(account, AccountState.Created);
        foreach (var verb in new[] { "hand-over", "commit" })
            await _world.Dvc.RunAsync("accounts", verb, account.Value, "--document", "7/BB", "--document-date", "2026-03-02", "--document-file", "files/7");
        await _world.BecomesAsync(account, AccountState.Active);
        return account;
    }
}
