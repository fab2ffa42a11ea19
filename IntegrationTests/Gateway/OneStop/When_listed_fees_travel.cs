using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Gateway.Tests.Payments.Support;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.OneStop;

/// <summary>From status 6 to the money and the receipt, with the sagas running; the dossier shows each step.</summary>
internal sealed class When_listed_fees_travel
{
    private readonly VnpayTestForm _vnpay = new();
    private GatewayFixture _gateway = null!;
    private PaymentWorker _worker = null!;
    private OneStopClient _client = null!;
    private HttpClient _portal = null!;
    private HttpClient _system = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _gateway = await GatewayFixture.StartAsync();
        await _gateway.RegisterAccountAsync("H29");
        _worker = await PaymentWorker.StartAsync(_gateway);
        _client = await OneStopClient.LogInAsync(_gateway, "H29");
        (_portal, _system) = (_gateway.As("dev-portal"), _gateway.As("dev-H29"));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _portal.Dispose();
        _system.Dispose();
        await _worker.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Test]
    public async Task Should_show_the_order_and_then_that_it_is_paid_and_its_receipt()
    {
        var code = Sample.Code("H29");
        (await _client.PushAsync(isUpdating: false, Sample.Dossier(code, state: "6", fees: [Sample.Fee("150000")]))).ErrorCode.ShouldBe(0);

        var payment = (await FeeDesk.ReadAsync(_portal, code))["payments"]!.AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        payment["obligationId"]!.GetValue<string>().ShouldBe(code);
        payment["state"]!.GetValue<string>().ShouldBe("open");
        payment["amountVnd"]!.GetValue<long>().ShouldBe(150_000);
        payment["paidVnd"]!.GetValue<long>().ShouldBe(0);
        var order = payment["orders"]!.AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        order["beneficiaryAccount"]!["number"]!.GetValue<string>().ShouldBe(FeeDesk.Account);
        order["receipt"].ShouldBeNull();
        var reference = order["reference"]!.GetValue<string>();

        (await _vnpay.SayAsync(_gateway.Http, reference, "16000001", 150_000)).ShouldBe("00");

        await Eventually.HoldsAsync(
            async () => (await PaymentAsync(_portal, code))["state"]!.GetValue<string>() == "paid", "the dossier shows that it is paid");
        using var kept = await _system.PostAsJsonAsync(
            $"/v1/orders/{reference}/receipts", new JsonObject { ["series"] = "1C26", ["number"] = "9", ["issuedOn"] = "2026-11-01" });
        kept.StatusCode.ShouldBe(HttpStatusCode.Created);
        await Eventually.HoldsAsync(
            async () => (await PaymentAsync(_system, code))["orders"]![0]!["receipt"]?["number"]!.GetValue<string>() == "9",
            "the agency's system sees the receipt");
        (await PaymentAsync(_system, code))["paidVnd"]!.GetValue<long>().ShouldBe(150_000);
        (await PaymentAsync(_system, code))["orders"]![0]!["state"]!.GetValue<string>().ShouldBe("paid");
        (await FeeDesk.ReadAsync(_portal, code))["state"]!.GetValue<int>().ShouldBe(6, "that the fees are paid moves no dossier");
    }

    [Test]
    public async Task Should_show_nothing_of_payments_to_others()
    {
        var code = Sample.Code("H29");
        (await _client.PushAsync(isUpdating: false, Sample.Dossier(code, state: "6", fees: [Sample.Fee("150000")]))).ErrorCode.ShouldBe(0);
        using var other = _gateway.As("dev-G12");

        (await FeeDesk.ReadAsync(_gateway.Http, code)).ContainsKey("payments").ShouldBeFalse();
        (await FeeDesk.ReadAsync(other, code)).ContainsKey("payments").ShouldBeFalse();
        (await FeeDesk.ReadAsync(_system, code)).ContainsKey("payments").ShouldBeTrue();
    }

    [Test]
    public async Task Should_show_unclear_fees_to_the_agency_and_state_them_once_the_same_dossier_comes_with_an_account()
    {
        var code = Sample.Code("H29.101");
        var dossier = Sample.Dossier(code, state: "6", fees: [Sample.Fee("150000")]);
        (await _client.PushAsync(isUpdating: false, dossier)).ErrorCode.ShouldBe(0);

        JsonNode? inquiry = null;
        await Eventually.HoldsAsync(
            async () => (inquiry = (await InquiriesAsync()).FirstOrDefault(row => IsOn(row, code))) is not null,
            "the agency sees an inquiry");
        DifferenceOf(inquiry).ShouldStartWith($"{code}-fees-noAccount-1-");
        inquiry!["kind"]!.GetValue<string>().ShouldBe("feesUnclear");
        inquiry["agency"]!.GetValue<string>().ShouldBe("H29.101");
        inquiry["expectedVnd"]!.GetValue<long>().ShouldBe(0);
        inquiry["foundVnd"]!.GetValue<long>().ShouldBe(150_000);
        inquiry["state"]!.GetValue<string>().ShouldBe("open");
        await Eventually.HoldsAsync(async () => (await FeeDesk.ReadAsync(_portal, code))["state"]!.GetValue<int>() == 6, "the status is taken");
        (await FeeDesk.ReadAsync(_portal, code)).ContainsKey("payments").ShouldBeFalse();

        (await _client.PushAsync(isUpdating: true, dossier)).Results.ShouldHaveSingleItem().Code.ShouldBe("sameAgain");
        (await _gateway.ObligationsAsync(code)).ShouldBe(0);
        await _gateway.RegisterAccountAsync("H29.101", "3941000003");
        (await _client.PushAsync(isUpdating: true, dossier)).Results.ShouldHaveSingleItem().Code.ShouldBe("sameAgain");
        (await _client.PushAsync(isUpdating: true, dossier)).Results.ShouldHaveSingleItem().Code.ShouldBe("sameAgain");

        (await _gateway.OrdersAsync(code)).ShouldBe("H29.101 3941000003 150000: 2 LP01 150000");
        await Eventually.HoldsAsync(
            async () => await _gateway.Database.ScalarAsync<long>("select count(*) from bus.ready") == 0, "nothing is left to do");
        (await PaymentAsync(_portal, code))["state"]!.GetValue<string>().ShouldBe("open");
        (await InquiriesAsync()).Count(row => IsOn(row, code)).ShouldBe(1);
    }

    [Test]
    public async Task Should_take_back_by_its_dossiers_code_what_was_stated()
    {
        var code = Sample.Code("H29");
        (await _client.PushAsync(isUpdating: false, Sample.Dossier(code, state: "6", fees: [Sample.Fee("150000")]))).ErrorCode.ShouldBe(0);

        using var cancelled = await _system.PostAsJsonAsync($"/v1/obligations/{code}/cancel", new JsonObject { ["reason"] = "Thu nhầm" });

        cancelled.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Eventually.HoldsAsync(async () => (await PaymentAsync(_portal, code))["state"]!.GetValue<string>() == "cancelled", "it is taken back");
    }

    private static async Task<JsonNode> PaymentAsync(HttpClient client, string code) => (await FeeDesk.ReadAsync(client, code))["payments"]![0]!;

    private static bool IsOn(JsonNode? inquiry, string code) => DifferenceOf(inquiry).StartsWith(code, StringComparison.Ordinal);

    private static string DifferenceOf(JsonNode? inquiry) => inquiry!["difference"]!.GetValue<string>();

    private async Task<JsonArray> InquiriesAsync() => (await _system.GetFromJsonAsync<JsonObject>("/v1/inquiries"))!["inquiries"]!.AsArray();
}
