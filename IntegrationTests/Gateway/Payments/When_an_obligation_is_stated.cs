using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Payments.Support;

namespace DichVuCong.Gateway.Tests.Payments;

internal sealed class When_an_obligation_is_stated
{
    private PaymentGateway _gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _gateway = await PaymentGateway.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _gateway.DisposeAsync();

    [Test]
    public async Task Should_make_one_order_of_the_lines_of_each_account()
    {
        using var response = await _gateway.StateAsync(_gateway.Obligation("split", 100_000, 30_000, 50_000));

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        answer["obligationId"]!.GetValue<string>().ShouldBe("split");
        answer["amountVnd"]!.GetValue<long>().ShouldBe(180_000);
        var orders = answer["orders"]!.AsArray();
        orders.Select(order => order!["amountVnd"]!.GetValue<long>()).ShouldBe([150_000, 30_000]);
        orders.Select(order => order!["beneficiaryAccount"]!["number"]!.GetValue<string>())
            .ShouldBe([PaymentGateway.FirstAccount, PaymentGateway.SecondAccount]);
        orders.Select(order => order!["reference"]!.GetValue<string>()).ShouldAllBe(reference => reference.Length == 18 && reference[0] == 'D');
        var view = await _gateway.ReadAsync(orders[0]!["reference"]!.GetValue<string>());
        view["state"]!.GetValue<string>().ShouldBe("open");
        view["lines"]!.AsArray().Count.ShouldBe(2);
        view["beneficiaryAccount"]!["name"]!.GetValue<string>().ShouldBe("KBNN mau 1");
        view.ToJsonString().ShouldNotContain("Nguyễn");
        (await _gateway.Database.ScalarAsync<long>("select count(*) from payment.payer p where p.obligation like '%/split'")).ShouldBe(1);
    }

    [Test]
    public async Task Should_keep_no_payer_when_nobody_said_who_pays()
    {
        var obligation = _gateway.Obligation("no-payer", 150_000);
        obligation.Remove("payer");

        using var response = await _gateway.StateAsync(obligation);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await _gateway.Database.ScalarAsync<long>("select count(*) from payment.payer p where p.obligation like '%/no-payer'")).ShouldBe(0);
    }

    [Test]
    public async Task Should_give_the_first_answer_again()
    {
        var obligation = _gateway.Obligation("again", 150_000);
        using var first = await _gateway.StateAsync(obligation);
        using var second = await _gateway.StateAsync(obligation);

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (await CountAsync("again")).ShouldBe(1);
    }

    [Test]
    public async Task Should_give_it_also_when_the_door_has_forgotten_the_first_call()
    {
        var obligation = _gateway.Obligation("forgotten", 150_000, 20_000);
        using var first = await _gateway.StateAsync(obligation);
        await _gateway.Database.ScalarAsync<long>("with gone as (delete from bus.inbox returning 1) select count(*) from gone");

        using var second = await _gateway.StateAsync(obligation);
        using var other = await _gateway.StateAsync(_gateway.Obligation("forgotten", 150_001, 20_000));

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        var (one, two) = (JsonNode.Parse(await first.Content.ReadAsStringAsync()), JsonNode.Parse(await second.Content.ReadAsStringAsync()));
        two!["orders"]!.ToJsonString().ShouldBe(one!["orders"]!.ToJsonString());
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Test]
    public async Task Should_refuse_another_content_under_the_same_id()
    {
        using var first = await _gateway.StateAsync(_gateway.Obligation("conflict", 150_000));
        using var second = await _gateway.StateAsync(_gateway.Obligation("conflict", 150_001));

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await second.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>().ShouldBe("obligation-conflict");
        (await CountAsync("conflict")).ShouldBe(1);
    }

    [Test]
    public async Task Should_make_one_obligation_of_many_at_once()
    {
        var obligation = _gateway.Obligation("many", 150_000);

        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _gateway.StateAsync(obligation.DeepClone())));

        responses.Count(response => response.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        responses.Count(response => response.StatusCode == HttpStatusCode.OK).ShouldBe(9);
        (await CountAsync("many")).ShouldBe(1);
        Array.ForEach(responses, response => response.Dispose());
    }

    [Test]
    public async Task Should_pass_over_fields_that_it_does_not_know()
    {
        var obligation = _gateway.Obligation("unknown-fields", 150_000);
        obligation["colour"] = "red";
        obligation["lines"]![0]!["weight"] = 3;

        using var response = await _gateway.StateAsync(obligation);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Test]
    public async Task Should_take_back_an_obligation()
    {
        var order = await _gateway.OrderAsync("taken-back");
        using var faulty = await _gateway.Collector.PostAsJsonAsync("/v1/obligations/taken-back/cancel", new JsonObject { ["reason"] = " " });
        using var taken = await _gateway.Collector.PostAsJsonAsync("/v1/obligations/taken-back/cancel", new JsonObject { ["reason"] = "Thu nhầm" });
        using var strange = await _gateway.Collector.PostAsJsonAsync("/v1/obligations/never-stated/cancel", new JsonObject { ["reason"] = "Thu nhầm" });

        faulty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        taken.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        strange.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _gateway.Database.ScalarAsync<long>("select count(*) from bus.ready where key like '%/taken-back'")).ShouldBe(2);
        order.Length.ShouldBe(18);
    }

    private Task<long> CountAsync(string id) => _gateway.Database.ScalarAsync<long>($"select count(*) from payment.obligation where id like '%/{id}'");
}
