using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Tests.Payments.Support;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.Payments;

/// <summary>From the obligation to the money, with the sagas running.</summary>
internal sealed class When_an_order_travels
{
    private readonly VnpayTestForm _vnpay = new();
    private PaymentGateway _gateway = null!;
    private PaymentWorker _worker = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _gateway = await PaymentGateway.StartAsync();
        _worker = await PaymentWorker.StartAsync(_gateway);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _worker.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Test]
    public async Task Should_be_paid_by_a_callback_and_refuse_to_be_paid_again()
    {
        var order = await _gateway.OrderAsync("paid");
        using var link = await PayAsync(order);
        link.StatusCode.ShouldBe(HttpStatusCode.OK);
        await StandsAsync(order, "pending");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _vnpay.SayAsync(_gateway.Http, order, "15000001", 150_000)));

        await StandsAsync(order, "paid");
        var view = await _gateway.ReadAsync(order);
        view["collectedVnd"]!.GetValue<long>().ShouldBe(150_000);
        view["transactions"]!.AsArray().Count.ShouldBe(1);
        using var again = await PayAsync(order);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await Eventually.HoldsAsync(
            async () => (await _gateway.Collector.GetFromJsonAsync<JsonObject>("/v1/obligations/paid"))!["state"]!.GetValue<string>() == "paid",
            "the obligation is paid");
    }

    [Test]
    public async Task Should_be_paid_by_a_callback_that_came_before_its_saga_was_started()
    {
        // A telling that waits for its order: the order is stated under the very reference only afterwards.
        var before = PaymentReference.Of(VietnamTime.DayOf(DateTimeOffset.UtcNow), 77).Value;
        (await _vnpay.SayAsync(_gateway.Http, before, "15000002", 150_000)).ShouldBe("00");
        await _gateway.BearAsync("early", before);

        await StandsAsync(before, "paid");
    }

    [Test]
    public async Task Should_open_an_inquiry_for_one_dong_less_and_take_the_agencys_answer()
    {
        var order = await _gateway.OrderAsync("short");

        (await _vnpay.SayAsync(_gateway.Http, order, "15000004", 149_999)).ShouldBe("04");

        JsonNode? inquiry = null;
        await Eventually.HoldsAsync(
            async () => (inquiry = (await InquiriesAsync()).FirstOrDefault(row => row!["reference"]!.GetValue<string>() == order)) is not null,
            "an inquiry is open");
        inquiry!["foundVnd"]!.GetValue<long>().ShouldBe(149_999);
        (await _gateway.ReadAsync(order))["state"]!.GetValue<string>().ShouldNotBe("paid");
        using var answer = await _gateway.Collector.PostAsJsonAsync(
            $"/v1/inquiries/{Uri.EscapeDataString(inquiry["difference"]!.GetValue<string>())}/answers",
            new JsonObject { ["answerId"] = "short-1", ["text"] = "Người nộp chuyển thiếu.", ["answeredBy"] = "canbo1" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Eventually.HoldsAsync(
            async () => (await InquiriesAsync()).Any(row => row!["reference"]!.GetValue<string>() == order && row["agencyAnswered"]!.GetValue<bool>()),
            "the agency has answered");
    }

    [Test]
    public async Task Should_give_back_what_was_paid_twice()
    {
        var order = await _gateway.OrderAsync("twice");
        (await _vnpay.SayAsync(_gateway.Http, order, "15000005", 150_000)).ShouldBe("00");
        (await _vnpay.SayAsync(_gateway.Http, order, "15000006", 150_000)).ShouldBe("00");

        await Eventually.HoldsAsync(
            async () => (await _gateway.ReadAsync(order))["refundedVnd"]!.GetValue<long>() == 150_000, "the second payment went back");
        _worker.Refunds.Count(refund => refund.Reference.Value == order).ShouldBe(1);
        (await _gateway.ReadAsync(order))["state"]!.GetValue<string>().ShouldBe("paid");
    }

    [Test]
    public async Task Should_give_back_what_is_paid_after_the_agency_took_it_back()
    {
        var order = await _gateway.OrderAsync("cancelled");
        using var cancelled = await _gateway.Collector.PostAsJsonAsync("/v1/obligations/cancelled/cancel", new JsonObject { ["reason"] = "Thu nhầm" });
        await StandsAsync(order, "cancelled");

        (await _vnpay.SayAsync(_gateway.Http, order, "15000007", 150_000)).ShouldBe("00");

        await Eventually.HoldsAsync(async () => (await _gateway.ReadAsync(order))["refundedVnd"]!.GetValue<long>() == 150_000, "the money went back");
    }

    [Test]
    public async Task Should_carry_out_the_agencys_decision_and_keep_its_receipt()
    {
        var order = await _gateway.OrderAsync("decided");
        (await _vnpay.SayAsync(_gateway.Http, order, "15000008", 150_000)).ShouldBe("00");
        await StandsAsync(order, "paid");
        using var decided = await _gateway.Collector.PostAsJsonAsync($"/v1/orders/{order}/refund-decisions", new JsonObject
        {
            ["decisionNumber"] = "77/QD",
            ["decisionDate"] = "2026-11-01",
            ["amountVnd"] = 50_000,
            ["reason"] = "Thu thừa",
            ["requestedBy"] = "canbo1",
            ["approvedBy"] = "lanhdao1",
        });
        using var kept = await _gateway.Collector.PostAsJsonAsync(
            $"/v1/orders/{order}/receipts", new JsonObject { ["series"] = "1C26", ["number"] = "9", ["issuedOn"] = "2026-11-01" });

        decided.StatusCode.ShouldBe(HttpStatusCode.Created);
        kept.StatusCode.ShouldBe(HttpStatusCode.Created);
        await Eventually.HoldsAsync(
            async () =>
            {
                var view = await _gateway.ReadAsync(order);
                return view["refundedVnd"]!.GetValue<long>() == 50_000 && view["receipt"]?["number"]!.GetValue<string>() == "9";
            },
            "the decision is carried out and the receipt is there");
    }

    [Test]
    public async Task Should_tell_the_collecting_agency_and_no_other()
    {
        var order = await _gateway.OrderAsync("told");
        (await _vnpay.SayAsync(_gateway.Http, order, "15000009", 150_000)).ShouldBe("00");
        await StandsAsync(order, "paid");
        using var stranger = _gateway.Gateway.As(_gateway.System == "H29" ? "dev-H26" : "dev-H29");

        await Eventually.HoldsAsync(async () => (await TypesAsync(_gateway.Collector, order)).Contains("payments.order-paid.v1"), "the agency is told");

        (await TypesAsync(_gateway.Portal, order)).ShouldContain("payments.order-paid.v1");
        (await TypesAsync(stranger, order)).ShouldBeEmpty();
    }

    private static async Task<List<string>> TypesAsync(HttpClient client, string order) =>
    [
        .. (await client.GetFromJsonAsync<JsonObject>("/v1/payment-events"))!["events"]!.AsArray()
            .Where(row => row!["key"]!.GetValue<string>() == order).Select(row => row!["type"]!.GetValue<string>()),
    ];

    private Task<HttpResponseMessage> PayAsync(string order) =>
        _gateway.Portal.PostAsJsonAsync($"/v1/orders/{order}/pay", new JsonObject { ["partner"] = "vnpay" });

    private Task StandsAsync(string order, string state) =>
        Eventually.HoldsAsync(async () => (await _gateway.ReadAsync(order))["state"]!.GetValue<string>() == state, $"the order is {state}");

    private async Task<JsonArray> InquiriesAsync() => (await _gateway.Collector.GetFromJsonAsync<JsonObject>("/v1/inquiries"))!["inquiries"]!.AsArray();
}
