using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Payments.Support;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.Payments;

internal sealed class When_an_obligation_has_faults
{
    private PaymentGateway _gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _gateway = await PaymentGateway.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _gateway.DisposeAsync();

    [TearDown]
    public async Task Should_leave_nothing_behind() => (await _gateway.Database.ScalarAsync<long>("select count(*) from payment.obligation")).ShouldBe(0);

    [Test]
    public async Task Should_name_all_of_them_at_once()
    {
        var obligation = _gateway.Obligation("all", 1, 2, 3);
        obligation["dossierCode"] = "nothing";
        obligation["expiresAt"] = "2020-01-01T00:00:00+07:00";
        obligation["lines"]![0]!["amountVnd"] = 0;
        obligation["lines"]![1]!["kind"] = "gift";
        obligation["lines"]![2]!["name"] = "";

        var faults = await FaultsAsync(obligation);

        faults.ShouldBe(
            [
                "dossierCode dossier-code.malformed", "lines[0].amountVnd amount.not-positive", "lines[1].kind kind.unknown", "lines[2].name field.missing",
                "expiresAt expires-at.past",
            ],
            ignoreOrder: true);
    }

    [TestCase("1.5", "amount.not-whole")]
    [TestCase("1e3", "amount.not-whole")]
    [TestCase("\"150000\"", "amount.not-whole")]
    [TestCase("true", "amount.not-whole")]
    [TestCase("0", "amount.not-positive")]
    [TestCase("-1", "amount.not-positive")]
    [TestCase("10000000000", "amount.too-large")]
    [TestCase("99999999999999999999", "amount.too-large")]
    [TestCase("null", "field.missing")]
    public async Task Should_take_only_whole_amounts_that_can_be_paid(string amount, string code)
    {
        var json = _gateway.Obligation("amount", 777).ToJsonString().Replace("777", amount, StringComparison.Ordinal);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _gateway.Collector.PostAsync(new Uri("/v1/obligations", UriKind.Relative), content);

        (await FaultsOfAsync(response)).ShouldBe([$"lines[0].amountVnd {code}"]);
    }

    [Test]
    public async Task Should_add_up_the_lines_of_an_order_before_it_takes_them() =>
        (await FaultsAsync(_gateway.Obligation("sum", 9_999_999_999, 1, 9_999_999_999))).ShouldBe(["lines amount.too-large"]);

    [Test]
    public async Task Should_send_money_to_registered_accounts_alone()
    {
        var obligation = _gateway.Obligation("account", 100, 200);
        obligation["lines"]![1]!["beneficiaryAccount"] = "666666";

        (await FaultsAsync(obligation)).ShouldBe(["lines[1].beneficiaryAccount beneficiary.not-registered"]);
    }

    [TestCase("2099-01-01T00:00:00+07:00", "expires-at.too-far")]
    [TestCase("2026-12-31", "expires-at.malformed")]
    [TestCase("2026-12-31T10:00:00", "expires-at.malformed")]
    [TestCase("", "field.missing")]
    public async Task Should_want_an_end_that_makes_sense(string end, string code)
    {
        var obligation = _gateway.Obligation("end", 100);
        obligation["expiresAt"] = end;

        (await FaultsAsync(obligation)).ShouldBe([$"expiresAt {code}"]);
    }

    [Test]
    public async Task Should_know_whose_dossier_it_is()
    {
        var other = _gateway.Obligation("whose", 100);
        other["dossierCode"] = "H29-261121-9999999";
        (await FaultsAsync(other)).ShouldBe(["dossierCode dossier.unknown"]);

        using var stranger = _gateway.Gateway.As(_gateway.System == "H29" ? "dev-H26" : "dev-H29");
        using var response = await stranger.PostAsJsonAsync("/v1/obligations", _gateway.Obligation("whose", 100));
        (await FaultsOfAsync(response)).ShouldBe(["dossierCode dossier.not-yours"]);
    }

    [Test]
    public async Task Should_want_lines()
    {
        var obligation = _gateway.Obligation("lines");
        (await FaultsAsync(obligation)).ShouldBe(["lines field.missing"]);
    }

    [Test]
    public async Task Should_refuse_who_is_no_agency()
    {
        using var anonymous = await _gateway.Http.PostAsJsonAsync("/v1/obligations", _gateway.Obligation("who", 100));
        using var portal = await _gateway.Portal.PostAsJsonAsync("/v1/obligations", _gateway.Obligation("who", 100));

        anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        portal.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("{\"obligationId\":5}")]
    [TestCase("{\"obligationId\":\"a/b\"}")]
    public async Task Should_refuse_what_is_no_obligation(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _gateway.Collector.PostAsync(new Uri("/v1/obligations", UriKind.Relative), content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Filings.ReadAsync(response))["code"]!.GetValue<string>().ShouldBe("malformed");
    }

    private async Task<List<string>> FaultsAsync(JsonNode obligation)
    {
        using var response = await _gateway.StateAsync(obligation);
        return await FaultsOfAsync(response);
    }

    private static async Task<List<string>> FaultsOfAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, body);
        return [.. JsonNode.Parse(body)!["deficiencies"]!.AsArray().Select(fault => $"{fault!["field"]} {fault["code"]}")];
    }
}
