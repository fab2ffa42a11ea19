using DichVuCong.Registries.Payments.Ledger;
using DichVuCong.Registries.Tests.Payments.Support;
using Npgsql;

namespace DichVuCong.Registries.Tests.Payments;

internal sealed class When_the_ledger_is_kept
{
    private PaymentRegistry _registry = null!;

    [SetUp]
    public async Task Start()
    {
        _registry = await PaymentRegistry.CreateAsync();
        await _registry.RecordAsync(PaymentRegistry.Obligation(1));
        await _registry.RecordAsync(
            When_payments_are_recorded.Row(PaymentRegistry.Reference(1), Contracts.Payments.OrderState.Paid),
            When_payments_are_recorded.Kept(PaymentRegistry.Reference(1), "14000001"),
            When_payments_are_recorded.Entry(PaymentRegistry.Reference(1), 1, 150_000));
    }

    [TearDown]
    public async Task Stop() => await _registry.DisposeAsync();

    [TestCase("update payment.ledger_entry set amount = 1")]
    [TestCase("update payment.ledger_entry set amount = 1 where false")]
    [TestCase("delete from payment.ledger_entry")]
    [TestCase("truncate payment.ledger_entry")]
    [TestCase("insert into payment.ledger_entry select * from payment.ledger_entry on conflict (reference, entry) do update set amount = 1")]
    [TestCase("set session_replication_role = replica; delete from payment.ledger_entry")]
    [TestCase("delete from payment.ledger_contradiction")]
    public async Task Should_refuse_every_change_even_of_its_owner(string sql)
    {
        (await Should.ThrowAsync<PostgresException>(() => _registry.ExecuteAsync(sql))).SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);

        (await _registry.Database.ScalarAsync<long>("select amount from payment.ledger_entry")).ShouldBe(150_000);
    }

    [Test]
    public async Task Should_keep_the_first_of_two_contents_and_show_the_other()
    {
        var other = When_payments_are_recorded.Entry(PaymentRegistry.Reference(1), 1, 151_000);
        await _registry.RecordAsync(other);
        await _registry.RecordAsync(other);

        (await _registry.Database.ScalarAsync<long>("select sum(amount)::bigint from payment.ledger_entry")).ShouldBe(150_000);
        var breach = (await _registry.CheckAsync()).Breaches.ShouldHaveSingleItem();
        (breach.Kind, breach.Expected, breach.Found).ShouldBe((LedgerBreachKind.Contradiction, 150_000, 151_000));
    }

    [Test]
    public async Task Should_find_nothing_wrong_with_a_payment_that_awaits_settlement()
    {
        var report = await _registry.CheckAsync();

        report.Holds.ShouldBeTrue();
        report.Orders.ShouldBe(1);
        var day = report.Days.ShouldHaveSingleItem();
        (day.Partner, day.Collected.Amount, day.Registered.Amount, day.InClearing.Amount,
            day.OpenDifferences.Amount).ShouldBe(("vnpay", 150_000, 150_000, 150_000, 0));
    }
}
