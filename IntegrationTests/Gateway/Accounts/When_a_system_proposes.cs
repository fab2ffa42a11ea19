using System.Net;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Accounts.Support;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.Accounts;

/// <summary>A one-stop system changes accounts on its side (A12.5): what is accepted comes back as a normal change.</summary>
internal sealed class When_a_system_proposes
{
    private AccountGateway _gateway = null!;
    private AccountWorker _worker = null!;
    private string _administrator = "";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _gateway = await AccountGateway.StartAsync();
        _worker = await AccountWorker.StartAsync(_gateway);
        var account = AccountGateway.NewAccount(groups: ["QUAN_TRI"]);
        account["kind"] = "agencyAdministrator";
        _administrator = await _gateway.CreatedAsync(account);
        foreach (var verb in new[] { "hand-over", "commitment" })
        {
            using var done = await _gateway.ChangeAsync(
                _administrator, verb, new JsonObject { ["number"] = "12/BB", ["date"] = "2026-03-02", ["file"] = "files/12", ["by"] = "ttdlqg01" });
            done.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        await _gateway.BecomesAsync(_administrator, "active");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _worker.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Test]
    public async Task Should_make_a_proposed_account_once_an_administrator_accepts_it()
    {
        using var proposed = await ProposeAsync(NewOfficer("de-xuat-1"));
        var proposal = await AccountGateway.ReadAsync(proposed, HttpStatusCode.Accepted);
        proposal["state"]!.GetValue<string>().ShouldBe("open");
        using var notYet = await _gateway.Coordination.GetAsync($"/v1/accounts/{proposal["account"]}");
        notYet.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var first = await DecideAsync("de-xuat-1", accepted: true, _administrator);
        using var second = await DecideAsync("de-xuat-1", accepted: true, _administrator);
        using var other = await DecideAsync("de-xuat-1", accepted: false, _administrator, "Không");

        (await AccountGateway.ReadAsync(first, HttpStatusCode.Accepted))["state"]!.GetValue<string>().ShouldBe("accepted");
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await Eventually.HoldsAsync(
            () => Task.FromResult(_worker.Pushed.Any(push => push.Account.Value == proposal["account"]!.GetValue<string>() && push.System == AccountGateway.Agency)),
            "it comes back as a normal change");
    }

    [Test]
    public async Task Should_be_decided_by_another_active_administrator_of_the_agency()
    {
        using var proposed = await ProposeAsync(NewOfficer("de-xuat-2"));
        proposed.StatusCode.ShouldBe(HttpStatusCode.Accepted, await proposed.Content.ReadAsStringAsync());
        var officer = await _gateway.CreatedAsync();

        using var byOfficer = await DecideAsync("de-xuat-2", accepted: true, officer);
        using var byNobody = await DecideAsync("de-xuat-2", accepted: true, "canbo01");
        using var withoutReason = await DecideAsync("de-xuat-2", accepted: false, _administrator);
        using var refused = await DecideAsync("de-xuat-2", accepted: false, _administrator, "Chưa đủ biên chế");

        (await AccountGateway.FaultsOfAsync(byOfficer)).ShouldBe(["by account.not-administrator"]);
        (await AccountGateway.FaultsOfAsync(byNobody)).ShouldBe(["by four-eyes", "by account.not-administrator"]);
        (await AccountGateway.FaultsOfAsync(withoutReason)).ShouldBe(["reason field.missing"]);
        (await AccountGateway.ReadAsync(refused, HttpStatusCode.Accepted))["reason"]!.GetValue<string>().ShouldBe("Chưa đủ biên chế");
    }

    [Test]
    public async Task Should_lock_at_once()
    {
        var id = await MadeAsync();

        using var locked = await ProposeAsync(Proposal("khoa-1", "lock", id, ("cause", "leaving")));

        (await AccountGateway.ReadAsync(locked, HttpStatusCode.Accepted))["decidedBy"]!.GetValue<string>().ShouldBe("A12.5");
        await _gateway.BecomesAsync(id, "locked");
        (await _gateway.Database.ScalarAsync<string>($"select by_account from account.step where account = '{id}' and step = 'accounts.lock-account.v1'")).ShouldBe("H26/canbo01");
    }

    [Test]
    public async Task Should_take_changed_fields_of_a_profile_and_keep_the_others()
    {
        var id = await MadeAsync();
        var proposal = Proposal("ho-so-1", "profile", id);
        proposal["profile"] = new JsonObject { ["position"] = "Phó phòng" };

        using var first = await ProposeAsync(proposal);
        using var second = await ProposeAsync(proposal);

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted, await first.Content.ReadAsStringAsync());
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var shown = await _gateway.Coordination.GetAsync($"/v1/accounts/{id}/profile");
        var profile = await AccountGateway.ReadAsync(shown, HttpStatusCode.OK);
        (profile["position"]!.GetValue<string>(), profile["fullName"]!.GetValue<string>(), profile["revision"]!.GetValue<int>()).ShouldBe(("Phó phòng", "Nguyễn Văn Mẫu", 2));
        await Eventually.HoldsAsync(() => Task.FromResult(_worker.Pushed.Any(push => push.Account.Value == id && push.Profile == 2)), "the systems hear of it");
    }

    [Test]
    public async Task Should_name_what_is_wrong()
    {
        var wrong = NewOfficer("sai-1");
        wrong["profile"]!["email"] = "mau@yahoo.com";
        wrong["profile"]!["kind"] = "agencyAdministrator";
        wrong["groups"] = AccountGateway.Words("QUAN_TRI");
        using var faulty = await ProposeAsync(wrong);
        using var foreign = await ProposeAsync(Proposal("sai-2", "lock", await _gateway.CreatedAsync(AccountGateway.NewAccount(unit: AccountGateway.Foreign)), ("cause", "leaving")));
        var outside = NewOfficer("sai-3");
        outside["agency"] = AccountGateway.Foreign;
        using var unit = await ProposeAsync(outside);

        (await AccountGateway.FaultsOfAsync(faulty)).ShouldBe(["profile.email account.official-email"]);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await AccountGateway.FaultsOfAsync(unit)).ShouldBe(["agency account.unknown-unit"]);
    }

    private static JsonObject NewOfficer(string change)
    {
        var proposal = Proposal(change, "create");
        proposal["groups"] = AccountGateway.Words("TIEP_NHAN");
        proposal["profile"] = new JsonObject
        {
            ["fullName"] = "Phạm Văn Mẫu",
            ["personalId"] = AccountGateway.NextPerson(),
            ["position"] = "Chuyên viên",
            ["phone"] = "0912345670",
            ["email"] = "mau.pv@hanoi.gov.vn",
        };
        return proposal;
    }

    private static JsonObject Proposal(string change, string kind, string? account = null, params (string Field, string Value)[] fields)
    {
        var proposal = new JsonObject { ["changeId"] = change, ["kind"] = kind, ["agency"] = AccountGateway.Agency, ["by"] = "canbo01", ["reason"] = "Thay đổi nhân sự" };
        if (account is not null) proposal["account"] = account;
        foreach (var (field, value) in fields) proposal[field] = value;
        return proposal;
    }

    private async Task<string> MadeAsync()
    {
        var id = await _gateway.CreatedAsync();
        await Eventually.HoldsAsync(async () => (await _gateway.FindAsync(id))["version"]!.GetValue<int>() > 0, "it is made");
        return id;
    }

    private Task<HttpResponseMessage> ProposeAsync(JsonObject proposal) => AccountGateway.SendAsync(_gateway.OneStop, HttpMethod.Post, "/v1/account-proposals", proposal);

    private Task<HttpResponseMessage> DecideAsync(string change, bool accepted, string by, string? reason = null) => AccountGateway.SendAsync(
        _gateway.Coordination, HttpMethod.Post, $"/v1/account-proposals/{AccountGateway.Agency}/{change}/decision",
        new JsonObject { ["accepted"] = accepted, ["by"] = by, ["reason"] = reason });
}
