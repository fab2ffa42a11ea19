using System.Globalization;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Tests.Payments.Support;

namespace DichVuCong.Gateway.Tests.Payments;

/// <summary>Every outcome of a callback, in the form of every partner.</summary>
[TestFixtureSource(nameof(Forms))]
internal sealed class When_a_partner_calls_back(TestForm form)
{
    private static long s_number = 14_000_000;
    private PaymentGateway _gateway = null!;

    public static IEnumerable<TestForm> Forms => TestForm.All;

    [OneTimeSetUp]
    public async Task StartAsync() => _gateway = await PaymentGateway.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _gateway.DisposeAsync();

    [Test]
    public async Task Should_record_a_payment_before_it_says_so()
    {
        var order = await _gateway.OrderAsync($"{form}-accepted");

        await ShouldSayAsync(CallbackOutcome.Accepted, order, Number(), 150_000);

        (await _gateway.ToldAsync(order)).ShouldBe(1);
        (await _gateway.KeptAsync(order)).ShouldBe(1);
        (await _gateway.Database.ScalarAsync<string>($"select outcome from payment.callback where reference = '{order}'")).ShouldBe("accepted");
    }

    [Test]
    public async Task Should_have_one_effect_when_it_is_told_ten_times_at_once()
    {
        var (order, number) = (await _gateway.OrderAsync($"{form}-ten"), Number());

        var said = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => form.SayAsync(_gateway.Http, order, number, 150_000)));

        said.ShouldAllBe(code => code == form.Codes[CallbackOutcome.Accepted] || code == form.Codes[CallbackOutcome.Duplicate]);
        said.Count(code => code == form.Codes[CallbackOutcome.Duplicate]).ShouldBeGreaterThanOrEqualTo(9);
        await ShouldSayAsync(CallbackOutcome.Duplicate, order, number, 150_000);
        (await _gateway.ToldAsync(order)).ShouldBe(1);
        (await _gateway.KeptAsync(order)).ShouldBe(1);
    }

    [Test]
    public async Task Should_tell_the_order_of_a_contradiction_once()
    {
        var (order, number) = (await _gateway.OrderAsync($"{form}-conflict"), Number());
        await ShouldSayAsync(CallbackOutcome.Accepted, order, number, 150_000);

        await ShouldSayAsync(CallbackOutcome.AmountMismatch, order, number, 160_000);
        await ShouldSayAsync(CallbackOutcome.AmountMismatch, order, number, 160_000);

        (await _gateway.ToldAsync(order)).ShouldBe(2);
        (await _gateway.Database.ScalarAsync<long>("select count(*) from bus.conflict")).ShouldBeGreaterThan(0);
    }

    [Test]
    public async Task Should_keep_what_comes_before_its_order_waiting()
    {
        var order = PaymentReference.Of(VietnamTime.DayOf(DateTimeOffset.UtcNow), (ulong)Random.Shared.NextInt64()).Value;

        await ShouldSayAsync(CallbackOutcome.Accepted, order, Number(), 150_000);

        (await _gateway.ToldAsync(order)).ShouldBe(1);
    }

    [TestCase("D20010100000000001")]
    [TestCase("TT250701000001")]
    public async Task Should_say_that_an_order_cannot_be_ours_and_keep_it_all_the_same(string order)
    {
        var before = await RawAsync();

        await ShouldSayAsync(CallbackOutcome.UnknownOrder, order, Number(), 150_000);

        (await RawAsync()).ShouldBe(before + 1);
        (await _gateway.ToldAsync(order)).ShouldBe(0);
    }

    [TestCase(-1)]
    [TestCase(1)]
    public async Task Should_record_a_payment_that_is_wrong_by_one_dong(int difference)
    {
        var (order, number) = (await _gateway.OrderAsync($"{form}-wrong-{difference}"), Number());

        await ShouldSayAsync(CallbackOutcome.AmountMismatch, order, number, 150_000 + difference);
        await ShouldSayAsync(CallbackOutcome.AmountMismatch, order, number, 150_000 + difference);

        (await _gateway.ToldAsync(order)).ShouldBe(1);
    }

    [Test]
    public async Task Should_record_the_right_amount_for_an_expired_order()
    {
        var order = await _gateway.OrderAsync($"{form}-late");
        await _gateway.SetAsync(order, $"state = {((int)OrderState.Expired).ToString(CultureInfo.InvariantCulture)}");

        await ShouldSayAsync(CallbackOutcome.Accepted, order, Number(), 150_000);

        (await _gateway.ToldAsync(order)).ShouldBe(1);
    }

    [Test]
    public async Task Should_believe_nothing_that_is_not_signed_by_the_partner()
    {
        var order = await _gateway.OrderAsync($"{form}-forged");

        (await form.SayAsync(_gateway.Http, order, Number(), 150_000, forged: true)).ShouldBe(form.Codes[CallbackOutcome.BadSignature]);

        (await _gateway.ToldAsync(order)).ShouldBe(0);
        (await _gateway.KeptAsync(order)).ShouldBe(0);
    }

    [Test]
    public async Task Should_refuse_what_is_not_in_the_form_agreed()
    {
        var order = await _gateway.OrderAsync($"{form}-broken");

        (await form.SayAsync(_gateway.Http, order, Number(), 150_000, broken: true)).ShouldBe(form.Codes[CallbackOutcome.Malformed]);

        (await _gateway.ToldAsync(order)).ShouldBe(0);
    }

    private static string Number() => Interlocked.Increment(ref s_number).ToString(CultureInfo.InvariantCulture);

    private Task<long> RawAsync() => _gateway.Database.ScalarAsync<long>("select count(*) from dossier.raw_body where outcome = 'unknown-order'");

    private async Task ShouldSayAsync(CallbackOutcome outcome, string order, string number, long amount) =>
        (await form.SayAsync(_gateway.Http, order, number, amount)).ShouldBe(form.Codes[outcome]);
}
