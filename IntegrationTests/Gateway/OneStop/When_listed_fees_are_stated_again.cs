using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

/// <summary>Status 6 stated the fees of a dossier; then its agency states them under an id of its own, by INIT or POST /v1/obligations.</summary>
internal sealed class When_listed_fees_are_stated_again
{
    private GatewayFixture _gateway = null!;
    private OneStopClient _client = null!;
    private HttpClient _system = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _gateway = await GatewayFixture.StartAsync();
        await _gateway.RegisterAccountAsync("H29");
        _client = await OneStopClient.LogInAsync(_gateway, "H29");
        _system = _gateway.As("dev-H29");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _system.Dispose();
        await _gateway.DisposeAsync();
    }

    [Test]
    public async Task Should_have_the_agencys_own_statement_take_the_place()
    {
        var code = await ListedAsync();

        using var stated = await StateAsync($"own-{code}", code, 150_000);
        using var again = await StateAsync($"own-{code}", code, 150_000);

        stated.StatusCode.ShouldBe(HttpStatusCode.Created, await stated.Content.ReadAsStringAsync());
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CancelledAsync(code)).ShouldBe(1);
        (await _gateway.InquiriesAsync(code)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_put_parts_together_that_are_stated_one_by_one()
    {
        var code = await ListedAsync();

        using var first = await StateAsync($"a-{code}", code, 100_000);
        (await CancelledAsync(code)).ShouldBe(0);
        using var second = await StateAsync($"b-{code}", code, 50_000);

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created));
        (await CancelledAsync(code)).ShouldBe(1);
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task Should_charge_nobody_again_for_what_was_paid(int state)
    {
        var code = await ListedAsync(state);

        using var stated = await StateAsync($"own-{code}", code, 150_000);

        stated.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await stated.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>().ShouldBe("obligation-paid");
        (await _gateway.ObligationsAsync(code)).ShouldBe(1);
        (await CancelledAsync(code)).ShouldBe(0);
    }

    [Test]
    public async Task Should_give_the_first_answer_again_even_when_it_was_paid_since()
    {
        var code = await ListedAsync();
        using var stated = await StateAsync($"own-{code}", code, 150_000);
        await SetStateAsync(code, 3);

        using var again = await StateAsync($"own-{code}", code, 150_000);

        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await again.Content.ReadAsStringAsync()).ShouldBe(await stated.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Should_ask_people_when_it_is_other_money()
    {
        var code = await ListedAsync();

        using var stated = await StateAsync($"own-{code}", code, 70_000);

        stated.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await CancelledAsync(code)).ShouldBe(0);
        (await _gateway.InquiriesAsync(code)).ShouldBe("stated");
    }

    [TestCase(6)]
    [TestCase(7)]
    public async Task Should_leave_alone_what_is_over(int state)
    {
        var code = await ListedAsync(state);

        using var stated = await StateAsync($"own-{code}", code, 150_000);

        stated.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await CancelledAsync(code)).ShouldBe(0);
    }

    private async Task<string> ListedAsync(int? state = null)
    {
        var code = Sample.Code("H29");
        var reply = await _client.PushAsync(isUpdating: false, Sample.Dossier(code, state: "6", fees: [Sample.Fee("150000")]));
        reply.ErrorCode.ShouldBe(0, reply.Message);
        (await _gateway.ObligationsAsync(code)).ShouldBe(1);
        if (state is { } stands) await SetStateAsync(code, stands);
        return code;
    }

    private Task<long> SetStateAsync(string code, int state) => _gateway.Database.ScalarAsync<long>(
        $"with changed as (update payment.obligation set state = {state} where id = 'H29/{code}' returning 1) select count(*) from changed");

    /// <summary>How many messages wait that take back what status 6 stated.</summary>
    private Task<long> CancelledAsync(string code) => _gateway.Database.ScalarAsync<long>(
        $"""
        select count(*) from bus.ready r join bus.word w on w.id = r.type and w.kind = 'type' and w.name = 'payments.cancel-obligation.v1'
        where r.key = 'H29/{code}'
        """);

    private Task<HttpResponseMessage> StateAsync(string id, string code, long amount) =>
        _system.PostAsJsonAsync("/v1/obligations", FeeDesk.Obligation(id, code, amount));
}
