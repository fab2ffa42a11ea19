using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Payments.Support;

namespace DichVuCong.Gateway.Tests.Payments;

/// <summary>What the collecting agency says of an order that was paid: refunds, receipts, answers.</summary>
internal sealed class When_an_agency_decides
{
    private PaymentGateway _gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _gateway = await PaymentGateway.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _gateway.DisposeAsync();

    [Test]
    public async Task Should_record_a_decision_with_both_persons_and_tell_the_order_once()
    {
        var order = await PaidAsync("decision");

        using var first = await DecideAsync(order, Decision());
        using var second = await DecideAsync(order, Decision());
        var other = Decision();
        other["amountVnd"] = 40_000;
        using var third = await DecideAsync(order, other);

        first.StatusCode.ShouldBe(HttpStatusCode.Created, await first.Content.ReadAsStringAsync());
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        third.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _gateway.Database.ScalarAsync<string>(
            $"select requested_by || ' ' || approved_by from payment.refund_decision where reference = '{order}'")).ShouldBe("canbo1 lanhdao1");
        (await ToldAsync(order, "payments.decide-refund.v1")).ShouldBe(1);
    }

    [Test]
    public async Task Should_name_everything_that_is_wrong_with_a_decision()
    {
        var order = await PaidAsync("faulty-decision");
        var decision = Decision();
        decision["decisionNumber"] = "";
        decision["decisionDate"] = "2099-01-01";
        decision["amountVnd"] = 150_001;
        decision["approvedBy"] = "CANBO1";
        decision["route"] = "cash";
        decision["reason"] = "";

        using var response = await DecideAsync(order, decision);

        (await FaultsOfAsync(response)).ShouldBe(
        [
            "decisionNumber field.missing", "decisionDate date.ahead", "amountVnd amount.too-large", "reason field.missing", "approvedBy four-eyes",
            "route route.unknown",
        ]);
        (await ToldAsync(order, "payments.decide-refund.v1")).ShouldBe(0);
    }

    [Test]
    public async Task Should_not_decide_on_a_payment_that_is_not_there()
    {
        var order = await _gateway.OrderAsync("no-payment");

        using var response = await DecideAsync(order, Decision());

        (await FaultsOfAsync(response)).ShouldBe(["transactionNo transaction.unknown"]);
    }

    [Test]
    public async Task Should_take_a_receipt()
    {
        var order = await PaidAsync("receipt");
        var receipt = new JsonObject { ["series"] = "1C26", ["number"] = "7", ["issuedOn"] = "2026-11-01", ["url"] = "https://agency.example.test/7.pdf" };
        var broken = new JsonObject { ["series"] = "1C26", ["number"] = "8", ["issuedOn"] = "1/11/2026", ["url"] = "file:///7.pdf" };

        using var first = await KeepAsync(order, receipt);
        using var second = await KeepAsync(order, receipt);
        using var faulty = await KeepAsync(order, broken);
        receipt["issuedOn"] = "2026-11-02";
        using var other = await KeepAsync(order, receipt);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await FaultsOfAsync(faulty)).ShouldBe(["issuedOn date.malformed", "url url.malformed"]);
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await ToldAsync(order, "payments.keep-receipt.v1")).ShouldBe(1);
    }

    [Test]
    public async Task Should_show_an_agency_its_inquiries_and_take_its_answers()
    {
        var order = await PaidAsync("inquiry");
        await OpenAsync($"{order}-own", order, _gateway.Agency);
        await OpenAsync($"{order}-foreign", order, "X99.999");

        var listed = (await _gateway.Collector.GetFromJsonAsync<JsonObject>("/v1/inquiries"))!["inquiries"]!.AsArray();
        var answer = new JsonObject { ["answerId"] = "a-1", ["text"] = "Đã đối chiếu, thiếu 1 đồng.", ["answeredBy"] = "canbo1" };
        using var first = await AnswerAsync($"{order}-own", answer);
        using var second = await AnswerAsync($"{order}-own", answer);
        using var foreign = await AnswerAsync($"{order}-foreign", answer);
        answer["text"] = "Khác.";
        using var other = await AnswerAsync($"{order}-own", answer);

        listed.Select(row => row!["difference"]!.GetValue<string>()).ShouldBe([$"{order}-own"]);
        listed[0]!["foundVnd"]!.GetValue<long>().ShouldBe(149_999);
        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await ToldAsync($"{order}-own", "payments.answer-inquiry.v1")).ShouldBe(1);
    }

    private static JsonObject Decision() => new()
    {
        ["decisionNumber"] = "12/QD-UBND",
        ["decisionDate"] = "2026-11-01",
        ["amountVnd"] = 50_000,
        ["route"] = "partner",
        ["reason"] = "Thu thừa",
        ["requestedBy"] = "canbo1",
        ["approvedBy"] = "lanhdao1",
    };

    private static async Task<List<string>> FaultsOfAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, body);
        return [.. JsonNode.Parse(body)!["deficiencies"]!.AsArray().Select(fault => $"{fault!["field"]} {fault["code"]}")];
    }

    private async Task<string> PaidAsync(string id)
    {
        var order = await _gateway.OrderAsync(id);
        await _gateway.SetAsync(order, $"state = 7, partner = 'vnpay', transaction_no = '{order}'");
        await _gateway.Database.ScalarAsync<long>(
            $"""
            with kept as (
              insert into payment.transaction (reference, partner, transaction_no, result, amount, paid_at, day, source)
              values ('{order}', 'vnpay', '{order}', 1, 150000, now(), current_date, 1) returning 1)
            select count(*) from kept
            """);
        return order;
    }

    private Task<long> OpenAsync(string difference, string order, string agency) => _gateway.Database.ScalarAsync<long>(
        $"""
        with opened as (
          insert into payment.difference (id, kind, partner, reference, agency, transaction_no, day, expected, found, deadline, found_at)
          values ('{difference}', 1, 'vnpay', '{order}', '{agency}', '1', current_date, 150000, 149999, now() + interval '9 days', now()) returning 1)
        select count(*) from opened
        """);

    private Task<HttpResponseMessage> DecideAsync(string order, JsonObject decision) =>
        _gateway.Collector.PostAsJsonAsync($"/v1/orders/{order}/refund-decisions", decision);

    private Task<HttpResponseMessage> KeepAsync(string order, JsonObject receipt) =>
        _gateway.Collector.PostAsJsonAsync($"/v1/orders/{order}/receipts", receipt);

    private Task<HttpResponseMessage> AnswerAsync(string difference, JsonObject answer) =>
        _gateway.Collector.PostAsJsonAsync($"/v1/inquiries/{difference}/answers", answer);

    private Task<long> ToldAsync(string key, string type) => _gateway.SentAsync(key, type);
}
