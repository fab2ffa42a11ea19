using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Tests.Payments.Support;

namespace DichVuCong.Gateway.Tests.Payments;

internal sealed class When_an_order_is_to_be_paid
{
    private PaymentGateway _gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _gateway = await PaymentGateway.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _gateway.DisposeAsync();

    [Test]
    public async Task Should_give_a_page_and_the_same_attempt_again()
    {
        var order = await _gateway.OrderAsync("page");

        var first = await PayAsync(order, "vnpay");
        var second = await PayAsync(order, "vnpay");

        first["paymentUrl"]!.GetValue<string>().ShouldContain($"vnp_TxnRef={order}");
        second.ToJsonString().ShouldBe(first.ToJsonString());
        (await AttemptsAsync(order)).ShouldBe(1);
        (await _gateway.SentAsync(order, "payments.start-payment.v1")).ShouldBe(1);
    }

    [Test]
    public async Task Should_begin_one_attempt_when_it_is_asked_for_many_at_once()
    {
        var order = await _gateway.OrderAsync("many-pays");

        var links = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PayAsync(order, "vnpay")));

        links.Select(link => link["paymentUrl"]!.GetValue<string>()).Distinct().Count().ShouldBe(1);
        (await AttemptsAsync(order)).ShouldBe(1);
    }

    [Test]
    public async Task Should_begin_another_when_the_last_one_failed()
    {
        var order = await _gateway.OrderAsync("failed-pay");
        await PayAsync(order, "vnpay");
        await _gateway.Database.ScalarAsync<long>(
            $"""
            with aged as (update payment.attempt set started_at = started_at - interval '1 minute' where reference = '{order}' returning 1)
            select count(*) from aged
            """);
        await _gateway.SetAsync(order, $"state = {(int)OrderState.Failed}, state_since = now()");

        await PayAsync(order, "vnpay");

        (await AttemptsAsync(order)).ShouldBe(2);
    }

    [Test]
    public async Task Should_give_a_code_to_scan()
    {
        var order = await _gateway.OrderAsync("code");

        var link = await PayAsync(order, "vietqr");

        link["qr"]!.GetValue<string>().ShouldContain(order);
        link["qr"]!.GetValue<string>().ShouldContain(PaymentGateway.FirstAccount);
        link["paymentUrl"].ShouldBeNull();
    }

    [TestCase(OrderState.Expired, "order-expired")]
    [TestCase(OrderState.Cancelled, "order-cancelled")]
    [TestCase(OrderState.Paid, "order-paid")]
    [TestCase(OrderState.Settled, "order-paid")]
    [TestCase(OrderState.Refunded, "order-refunded")]
    public async Task Should_refuse_what_is_not_to_be_paid_any_more(OrderState state, string code)
    {
        var order = await _gateway.OrderAsync($"over-{state}");
        await _gateway.SetAsync(order, string.Create(CultureInfo.InvariantCulture, $"state = {(int)state}"));

        using var response = await AskAsync(order, "vnpay");

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>().ShouldBe(code);
        (await AttemptsAsync(order)).ShouldBe(0);
    }

    [Test]
    public async Task Should_refuse_partners_it_does_not_know_and_callers_who_may_not()
    {
        var order = await _gateway.OrderAsync("refused");
        using var partner = await AskAsync(order, "nobody");
        using var agency = await _gateway.Collector.PostAsJsonAsync($"/v1/orders/{order}/pay", new JsonObject { ["partner"] = "vnpay" });
        using var anonymous = await _gateway.Http.GetAsync(new Uri($"/v1/orders/{order}", UriKind.Relative));
        using var stranger = _gateway.Gateway.As(_gateway.System == "H29" ? "dev-H26" : "dev-H29");
        using var foreign = await stranger.GetAsync(new Uri($"/v1/orders/{order}", UriKind.Relative));
        using var own = await _gateway.Collector.GetAsync(new Uri($"/v1/orders/{order}", UriKind.Relative));
        using var none = await AskAsync("D26112100000000000", "vnpay");

        partner.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        agency.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> AskAsync(string order, string partner) =>
        _gateway.Portal.PostAsJsonAsync($"/v1/orders/{order}/pay", new JsonObject { ["partner"] = partner, ["payerIp"] = "203.0.113.7" });

    private async Task<JsonObject> PayAsync(string order, string partner)
    {
        using var response = await AskAsync(order, partner);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!.AsObject();
    }

    private Task<long> AttemptsAsync(string order) => _gateway.Database.ScalarAsync<long>($"select count(*) from payment.attempt where reference = '{order}'");
}
