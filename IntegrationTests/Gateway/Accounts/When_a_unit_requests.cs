using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Accounts.Support;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.Accounts;

/// <summary>A unit's electronic official document asks for an administrator account (A10).</summary>
internal sealed class When_a_unit_requests
{
    private AccountGateway _gateway = null!;
    private AccountWorker _worker = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _gateway = await AccountGateway.StartAsync();
        _worker = await AccountWorker.StartAsync(_gateway);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _worker.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Test]
    public async Task Should_run_two_working_hours_from_completeness()
    {
        using var response = await RequestAsync(AccountGateway.Request(number: "1/UBND"));

        var answer = await AccountGateway.ReadAsync(response, HttpStatusCode.Accepted);
        answer["handledBy"]!.GetValue<string>().ShouldBe("TTDLQG");
        var shown = await FoundAsync(answer);
        shown["state"]!.GetValue<string>().ShouldBe("received");
        shown["deadline"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThanOrEqualTo(answer["completeAt"]!.GetValue<DateTimeOffset>().AddHours(2));
        (await _gateway.Database.ScalarAsync<long>($"select count(*) from bus.clock c join bus.saga s on s.id = c.saga where s.key = '{answer["account"]}'")).ShouldBe(1);
    }

    [Test]
    public async Task Should_answer_what_is_incomplete_and_start_no_clock()
    {
        var request = AccountGateway.Request(number: "2/UBND");
        foreach (var field in new[] { "fullName", "personalId", "unit", "position", "phone", "email", "groups", "reason", "documentNumber", "documentDate", "documentSigner", "documentFile" })
            request.Remove(field);
        var accounts = await _gateway.Database.ScalarAsync<long>("select count(*) from account.account");

        using var response = await RequestAsync(request);

        (await AccountGateway.FaultsOfAsync(response)).ShouldBe(
        [
            "fullName account.missing", "personalId account.missing", "unit account.missing", "position account.missing", "phone account.missing", "email account.missing",
            "groups account.missing", "reason account.missing", "documentSigner account.missing", "documentNumber account.missing", "documentFile account.missing",
            "documentDate account.missing",
        ]);
        (await _gateway.Database.ScalarAsync<long>("select count(*) from account.account")).ShouldBe(accounts);
    }

    [Test]
    public async Task Should_know_the_same_document_again()
    {
        var request = AccountGateway.Request(number: "3/UBND");

        using var first = await RequestAsync(request);
        using var second = await RequestAsync(request);
        request["position"] = "Giám đốc";
        using var third = await RequestAsync(request);

        var answer = await AccountGateway.ReadAsync(first, HttpStatusCode.Accepted);
        (await AccountGateway.ReadAsync(second, HttpStatusCode.OK)).ToJsonString().ShouldBe(answer.ToJsonString());
        third.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Test]
    public async Task Should_not_ask_for_a_second_account_of_a_person()
    {
        var person = AccountGateway.NextPerson();
        await _gateway.CreatedAsync(AccountGateway.NewAccount(person));

        using var response = await RequestAsync(AccountGateway.Request(person: person, number: "4/UBND"));

        var problem = await AccountGateway.ReadAsync(response, HttpStatusCode.Conflict);
        problem["field"]!.GetValue<string>().ShouldBe("personalId");
        // A unit is not told where else somebody works.
        problem["detail"]!.GetValue<string>().ShouldNotContain("T2");
    }

    [Test]
    public async Task Should_keep_requests_of_the_Departments_systems_for_it()
    {
        var request = AccountGateway.Request(number: "5/UBND");
        request["target"] = "procedureDatabase";

        using var response = await RequestAsync(request);

        var answer = await AccountGateway.ReadAsync(response, HttpStatusCode.Accepted);
        answer["handledBy"]!.GetValue<string>().ShouldBe("KSTTHC");
        answer["account"].ShouldBeNull();
        (await _gateway.Database.ScalarAsync<string>("select document_number from account.request_form where target <> 1 and handed_on_at is null")).ShouldBe("5/UBND");
    }

    [Test]
    public async Task Should_ask_to_lock_an_account_of_the_unit_alone()
    {
        var person = AccountGateway.NextPerson();
        var id = await _gateway.CreatedAsync(AccountGateway.NewAccount(person));
        await Eventually.HoldsAsync(async () => (await _gateway.FindAsync(id))["version"]!.GetValue<int>() > 0, "it is made");
        var request = AccountGateway.Request("lock", person, "6/UBND");
        request["account"] = id;
        var foreign = AccountGateway.Request("lock", AccountGateway.NextPerson(), "7/UBND");
        foreign["account"] = id;

        using var taken = await RequestAsync(request);
        using var refused = await RequestAsync(foreign);

        (await FoundAsync(await AccountGateway.ReadAsync(taken, HttpStatusCode.Accepted)))["kind"]!.GetValue<string>().ShouldBe("lock");
        (await AccountGateway.FaultsOfAsync(refused)).ShouldBe(["account account.account"]);
    }

    [Test]
    public async Task Should_be_of_a_unit_that_the_system_serves()
    {
        var request = AccountGateway.Request(number: "8/UBND");
        request["unit"] = AccountGateway.Foreign;

        using var response = await RequestAsync(request);

        (await AccountGateway.FaultsOfAsync(response)).ShouldBe(["unit account.unknown-unit"]);
    }

    private Task<HttpResponseMessage> RequestAsync(JsonObject request) => AccountGateway.SendAsync(_gateway.OneStop, HttpMethod.Post, "/v1/account-requests", request);

    private async Task<JsonObject> FoundAsync(JsonObject answer)
    {
        var path = $"/v1/account-requests/{answer["account"]}/{answer["request"]}";
        await Eventually.HoldsAsync(async () => (await _gateway.OneStop.GetAsync(path)).IsSuccessStatusCode, "the request is there");
        return (await _gateway.OneStop.GetFromJsonAsync<JsonObject>(path)).ShouldNotBeNull();
    }
}
