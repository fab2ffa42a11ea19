using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.OneStop;

/// <summary>The status and what it asks to be paid are one commit: both are there once, or neither is.</summary>
internal sealed class When_listed_fees_race
{
    private GatewayFixture _gateway = null!;
    private OneStopClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _gateway = await GatewayFixture.StartAsync();
        await _gateway.RegisterAccountAsync("H29");
        _client = await OneStopClient.LogInAsync(_gateway, "H29");
    }

    [TearDown]
    public async Task StopAsync() => await _gateway.DisposeAsync();

    [TestCase("payment_order_pkey", "payment.payment_order")]
    [TestCase("obligation_pkey", "payment.obligation")]
    public async Task Should_take_the_status_once_when_a_reference_or_an_identity_is_taken(string constraint, string table)
    {
        // A sequence is not rolled back: the first insert of all clashes, the next does not.
        await BreakAsync(table, constraint, "nextval('public.clashes') = 1");
        var code = Sample.Code("H29");

        var reply = await _client.PushAsync(isUpdating: false, Sample.Dossier(code, state: "6", fees: [Sample.Fee("150000")]));

        reply.ErrorCode.ShouldBe(0, reply.Message);
        (await _gateway.Database.ScalarAsync<long>("select last_value from public.clashes")).ShouldBe(2, "it clashed and was tried again");
        (await _gateway.RowsAsync(code)).ShouldBe(1);
        (await _gateway.MessagesAsync(code)).Split(' ').Length.ShouldBe(2);
        (await _gateway.OrdersAsync(code)).ShouldBe($"H29 {FeeDesk.Account} 150000: 2 LP01 150000");
        (await _gateway.StatementsAsync("H29", code)).ShouldBe(1);
        (await _gateway.RawBodiesAsync("DongBoHoSoMC", "stored")).ShouldBe(1);
    }

    [Test]
    public async Task Should_keep_nothing_of_the_dossier_when_its_obligation_cannot_be_written()
    {
        await BreakAsync("payment.payment_order", "some_other_rule", "true");
        var (with, without) = (Sample.Code("H29"), Sample.Code("H29"));

        var refused = await _client.PushAsync(isUpdating: false, Sample.Dossier(with, state: "6", fees: [Sample.Fee("150000")]));
        var taken = await _client.PushAsync(isUpdating: false, Sample.Dossier(without, state: "6"));

        refused.ErrorCode.ShouldNotBe(0);
        taken.ErrorCode.ShouldBe(0, taken.Message);
        (await _gateway.RowsAsync(with)).ShouldBe(0);
        (await _gateway.MessagesAsync(with)).ShouldBeEmpty();
        (await _gateway.ObligationsAsync(with)).ShouldBe(0);
        (await _gateway.RowsAsync(without)).ShouldBe(1);
    }

    [Test]
    public async Task Should_state_one_obligation_of_many_updates_at_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var code = Sample.Code("H29");
            (await _client.PushAsync(isUpdating: false, Sample.Dossier(code))).ErrorCode.ShouldBe(0);

            var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(call => _client.PushAsync(
                isUpdating: true, Sample.Dossier(code, state: "6", note: $"Bản {call}", fees: [Sample.Fee(call % 2 == 0 ? "150000" : "200000")]))));

            replies.ShouldAllBe(reply => reply.ErrorCode == 0);
            (await _gateway.ObligationsAsync(code)).ShouldBe(1);
            (await _gateway.StatementsAsync("H29", code)).ShouldBe(1);
            (await _gateway.InquiriesAsync(code)).ShouldBe("differ", "the other half is told to people");
            (await _gateway.MessagesAsync(code)).Split(' ').Length.ShouldBe(2 + 8, "every status was taken");
        }
    }

    /// <summary>Makes inserts into a table break a rule while a condition holds.</summary>
    private Task<int> BreakAsync(string table, string constraint, string condition) => _gateway.Database.ScalarAsync<int>(
        $"""
        create sequence if not exists public.clashes;
        create function public.clash() returns trigger language plpgsql as $body$
        begin
          if {condition} then raise exception using errcode = '23505', constraint = '{constraint}', message = 'made by a test'; end if;
          return new;
        end $body$;
        create trigger clash before insert on {table} for each row execute function public.clash();
        select 1
        """);
}
