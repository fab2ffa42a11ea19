using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Accounts.Support;

namespace DichVuCong.Gateway.Tests.Accounts;

/// <summary>The coordination system makes accounts and changes them; the door answers a repetition as the first time.</summary>
internal sealed class When_an_account_is_created
{
    private AccountGateway _gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _gateway = await AccountGateway.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _gateway.DisposeAsync();

    [Test]
    public async Task Should_answer_new_same_again_and_conflict()
    {
        var account = AccountGateway.NewAccount();

        using var first = await _gateway.CreateAsync(account, "tao-1");
        using var second = await _gateway.CreateAsync(account, "tao-1");
        account["position"] = "Trưởng phòng";
        using var third = await _gateway.CreateAsync(account, "tao-1");

        var made = await AccountGateway.ReadAsync(first, HttpStatusCode.Created);
        first.Headers.Location!.ToString().ShouldBe($"/v1/accounts/{made["account"]}");
        (await AccountGateway.ReadAsync(second, HttpStatusCode.OK)).ToJsonString().ShouldBe(made.ToJsonString());
        (await AccountGateway.ReadAsync(third, HttpStatusCode.Conflict))["field"]!.GetValue<string>().ShouldBe("Idempotency-Key");
        made["systems"]!.AsArray().ShouldNotBeEmpty();
        (await _gateway.SaidAsync(made["account"]!.GetValue<string>(), "accounts.create-account.v1")).ShouldBe(1);
        (await _gateway.SaidAsync(AccountGateway.Agency, "accounts.watch-agency.v1")).ShouldBeGreaterThan(0);
    }

    [Test]
    public async Task Should_let_a_person_have_one_account_and_say_which()
    {
        var person = AccountGateway.NextPerson();
        var id = await _gateway.CreatedAsync(AccountGateway.NewAccount(person));

        using var second = await _gateway.CreateAsync(AccountGateway.NewAccount(person, AccountGateway.Foreign));

        var problem = await AccountGateway.ReadAsync(second, HttpStatusCode.Conflict);
        problem["code"]!.GetValue<string>().ShouldBe("person-has-account");
        problem["detail"]!.GetValue<string>().ShouldContain(id);
    }

    [Test]
    public async Task Should_make_one_of_many_who_ask_at_once()
    {
        var person = AccountGateway.NextPerson();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async number =>
        {
            using var response = await _gateway.CreateAsync(AccountGateway.NewAccount(person), $"dong-thoi-{person}-{number}");
            return response.StatusCode;
        }));

        answers.Count(status => status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(status => status == HttpStatusCode.Conflict).ShouldBe(9);
    }

    [Test]
    public async Task Should_name_everything_that_is_wrong_and_keep_nothing()
    {
        var account = AccountGateway.NewAccount(person: "123");
        account["fullName"] = " ";
        account["unit"] = "H26.99999";
        account["phone"] = "0241234567";
        account["email"] = "mau@gmail.com";
        account["groups"] = AccountGateway.Words("TIEP_NHAN", "GIAM_DOC");
        account["by"] = "";
        account["reason"] = "";
        var before = await _gateway.Database.ScalarAsync<long>("select count(*) from account.account");

        using var response = await _gateway.CreateAsync(account);
        var text = await response.Content.ReadAsStringAsync();

        (await AccountGateway.FaultsOfAsync(response)).ShouldBe(
        [
            "fullName account.missing", "personalId account.personal-number", "phone account.phone", "email account.official-email", "groups[1] account.unknown-word",
            "unit account.unknown-unit", "by field.missing", "reason field.missing",
        ]);
        text.ShouldNotContain("gmail");
        text.ShouldNotContain("0241234567");
        (await _gateway.Database.ScalarAsync<long>("select count(*) from account.account")).ShouldBe(before);
    }

    [Test]
    public async Task Should_give_no_more_than_the_units_scope()
    {
        await _gateway.Database.ScalarAsync<long>(
            $"with set as (insert into account.unit (agency, groups, changed_by) values ('{AccountGateway.Foreign}', 'TIEP_NHAN,XU_LY', 'test') returning 1) select count(*) from set");

        using var outside = await _gateway.CreateAsync(AccountGateway.NewAccount(unit: AccountGateway.Foreign, groups: ["TIEP_NHAN", "THU_PHI"]));
        using var administrator = await _gateway.CreateAsync(AccountGateway.NewAccount(groups: ["QUAN_TRI"]));

        (await AccountGateway.FaultsOfAsync(outside)).ShouldBe(["groups account.outside-unit"]);
        (await AccountGateway.FaultsOfAsync(administrator)).ShouldBe(["groups account.administrators-only"]);
    }

    [Test]
    public async Task Should_need_an_idempotency_key()
    {
        using var missing = await AccountGateway.SendAsync(_gateway.Coordination, HttpMethod.Post, "/v1/accounts", AccountGateway.NewAccount());
        using var tooLong = await _gateway.CreateAsync(AccountGateway.NewAccount(), new string('k', 101));

        foreach (var response in new[] { missing, tooLong })
            (await AccountGateway.ReadAsync(response, HttpStatusCode.BadRequest))["field"]!.GetValue<string>().ShouldBe("Idempotency-Key");
    }

    [TestCase("dev-portal"), TestCase("dev-H26"), TestCase("dev-operator")]
    public async Task Should_be_for_the_coordination_system_alone(string token)
    {
        using var client = _gateway.Gateway.As(token);

        using var response = await AccountGateway.SendAsync(client, HttpMethod.Post, "/v1/accounts", AccountGateway.NewAccount(), "x");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = await AccountGateway.SendAsync(_gateway.Gateway.Http, HttpMethod.Post, "/v1/accounts", AccountGateway.NewAccount(), "x");
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task Should_show_an_account_to_its_own_agencies_alone()
    {
        var (own, foreign) = (await _gateway.CreatedAsync(), await _gateway.CreatedAsync(AccountGateway.NewAccount(unit: AccountGateway.Foreign, groups: ["XU_LY"])));
        await using var worker = await AccountWorker.StartAsync(_gateway);
        await _gateway.BecomesAsync(own, "created");
        await Testing.Eventually.HoldsAsync(async () => (await _gateway.FindAsync(foreign))["version"]!.GetValue<int>() > 0, "both are made");
        await Testing.Eventually.HoldsAsync(async () => (await _gateway.FindAsync(own))["version"]!.GetValue<int>() > 0, "both are made");

        (await _gateway.FindAsync(own, _gateway.OneStop))["posts"]![0]!["agency"]!.GetValue<string>().ShouldBe(AccountGateway.Agency);
        using var response = await _gateway.OneStop.GetAsync($"/v1/accounts/{foreign}");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var profile = await _gateway.OneStop.GetAsync($"/v1/accounts/{foreign}/profile");
        profile.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var shown = await _gateway.OneStop.GetFromJsonAsync<JsonObject>($"/v1/accounts/{own}/profile");
        shown!["fullName"]!.GetValue<string>().ShouldBe("Nguyễn Văn Mẫu");
        (await _gateway.Database.ScalarAsync<string>($"select by_account from account.viewed where account = '{own}'")).ShouldBe(AccountGateway.Agency);
    }
}
