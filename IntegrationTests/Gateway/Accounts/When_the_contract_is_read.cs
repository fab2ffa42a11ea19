using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Accounts.Support;

namespace DichVuCong.Gateway.Tests.Accounts;

/// <summary>The contract of accounts is published as OpenAPI, and says what the endpoints do.</summary>
internal sealed class When_the_contract_is_read
{
    private AccountGateway _gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _gateway = await AccountGateway.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _gateway.DisposeAsync();

    [Test]
    public async Task Should_name_every_endpoint_of_accounts_and_no_other()
    {
        var document = await ReadAsync();

        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(verb => $"{verb.Key} {path.Key}")).Order(StringComparer.Ordinal).ShouldBe(
        [
            "get /v1/account-events", "get /v1/account-proposals", "get /v1/account-proposals/{system}/{changeId}", "get /v1/account-requests/{account}/{request}",
            "get /v1/accounts", "get /v1/accounts/{id}", "get /v1/accounts/{id}/profile",
            "post /v1/account-proposals", "post /v1/account-proposals/{system}/{changeId}/decision", "post /v1/account-requests", "post /v1/account-reviews",
            "post /v1/accounts", "post /v1/accounts/{id}/commitment", "post /v1/accounts/{id}/hand-over", "post /v1/accounts/{id}/lock", "post /v1/accounts/{id}/move",
            "post /v1/accounts/{id}/suspend", "post /v1/accounts/{id}/suspension-report", "post /v1/accounts/{id}/unlock", "post /v1/accounts/{id}/withdraw",
            "post /v1/activity", "post /v1/citizen-accounts/{id}/restores", "put /v1/accounts/{id}/groups", "put /v1/accounts/{id}/profile", "put /v1/citizen-accounts/{id}",
        ]);
    }

    [Test]
    public async Task Should_describe_bodies_answers_refusals_and_the_key()
    {
        var document = await ReadAsync();
        var create = document["paths"]!["/v1/accounts"]!["post"]!;

        create["parameters"]!.AsArray().ShouldHaveSingleItem()!["name"]!.GetValue<string>().ShouldBe("Idempotency-Key");
        create["responses"]!.AsObject().Select(answer => answer.Key).ShouldBe(["201", "200", "401", "403", "503", "400", "404", "409", "422"], ignoreOrder: true);
        var fields = document["components"]!["schemas"]!["CreateAccountBody"]!["properties"]!.AsObject().Select(property => property.Key);
        fields.ShouldBe(["kind", "fullName", "personalId", "unit", "position", "phone", "email", "groups", "by", "reason"], ignoreOrder: true);
        var groups = document["components"]!["schemas"]!["GroupSet"]!.ToJsonString();
        foreach (var word in new[] { "TIEP_NHAN", "XU_LY", "GIAM_SAT", "TRA_KET_QUA", "VAN_THU", "THU_PHI", "LANH_DAO", "QUAN_TRI" }) groups.ShouldContain(word);
    }

    private async Task<JsonObject> ReadAsync() => (await _gateway.Gateway.Http.GetFromJsonAsync<JsonObject>("/openapi/accounts.json")).ShouldNotBeNull();
}
