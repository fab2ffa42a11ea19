using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments.Ledger;
using DichVuCong.Registries.Tests.Payments.Support;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Registries.Tests.Payments;

/// <summary>What the sagas decide is written down, and then looked at by SQL, and by the pure invariant.</summary>
internal sealed class When_the_ledger_is_checked
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly string[] Partners = ["vnpay", "vietqr"];
    private static readonly long[] Amounts = [150_000, 150_000, 150_000, 149_999, 150_001, 300_000];
    private PaymentRegistry _registry = null!;
    private PaymentScript _script = null!;

    [SetUp]
    public async Task Start()
    {
        _registry = await PaymentRegistry.CreateAsync();
        _script = new PaymentScript(_registry);
    }

    [TearDown]
    public async Task Stop() => await _registry.DisposeAsync();

    [Test]
    public async Task Should_agree_with_the_invariant_whatever_is_said()
    {
        var random = new Random(20261122);
        for (var order = 0; order < 40; order++) await TalkAsync(random, order);

        var report = await _registry.CheckAsync();

        report.Breaches.ShouldBeEmpty();
        report.Holds.ShouldBeTrue();
        LedgerInvariant.Breaches(_script.Entries).ShouldBeEmpty();
        report.Days.Select(day => new LedgerTotals(day.Partner, day.Day, day.Collected, day.Settled, day.Refunded, day.OpenDifferences + day.InClearing))
            .OrderBy(day => (day.Partner, day.Day)).ShouldBe(LedgerInvariant.Totals(_script.Entries));
        report.Days.Sum(day => day.OpenDifferences.Amount).ShouldBePositive();
        report.Days.Sum(day => day.Refunded.Amount).ShouldBePositive();
        report.Days.Sum(day => day.Settled.Amount).ShouldBePositive();
    }

    [Test]
    public async Task Should_tell_what_is_inquired_from_what_is_awaited()
    {
        var (paid, shortPaid) = (await _script.OpenAsync(1), await _script.OpenAsync(2));
        await _script.TellAsync(paid, "vnpay", "A1", PaymentResult.Paid, 150_000);
        await _script.TellAsync(shortPaid, "vnpay", "A2", PaymentResult.Paid, 149_999);

        var day = (await _registry.CheckAsync()).Days.ShouldHaveSingleItem();

        (day.InClearing, day.OpenDifferences, day.Holds).ShouldBe((new Vnd(150_000), new Vnd(149_999), true));
    }

    [Test]
    public async Task Should_look_at_one_partner_and_some_days_alone()
    {
        var reference = await _script.OpenAsync(1);
        await _script.TellAsync(reference, "vnpay", "A1", PaymentResult.Paid, 150_000);
        await _script.TellAsync(reference, "vietqr", "B1", PaymentResult.Paid, 150_000, Day.AddDays(1));

        (await _registry.CheckAsync(new LedgerScope("vietqr"))).Days.ShouldHaveSingleItem().Partner.ShouldBe("vietqr");
        (await _registry.CheckAsync(new LedgerScope(From: Day.AddDays(1)))).Days.ShouldHaveSingleItem().Day.ShouldBe(Day.AddDays(1));
        (await _registry.CheckAsync(new LedgerScope(Until: Day))).Days.ShouldHaveSingleItem().Day.ShouldBe(Day);
        (await _registry.CheckAsync(new LedgerScope("nobody"))).Days.ShouldBeEmpty();
    }

    [TestCase("update payment.ledger_entry set amount = amount + 1 where kind = 1", LedgerBreachKind.CollectedDiffers)]
    [TestCase("update payment.ledger_entry set amount = amount - 1 where kind = 3", LedgerBreachKind.OrderDiffers)]
    [TestCase("delete from payment.ledger_entry where entry = 1", LedgerBreachKind.MissingEntry)]
    [TestCase("delete from payment.ledger_entry where kind = 4", LedgerBreachKind.RefundedDiffers)]
    [TestCase("delete from payment.ledger_entry", LedgerBreachKind.CollectedDiffers)]
    [TestCase("update payment.ledger_entry set to_account = 'beneficiary:970436/1' where kind = 1", LedgerBreachKind.WrongEntry)]
    [TestCase("update payment.ledger_entry set day = day + 1", LedgerBreachKind.CollectedDiffers)]
    [TestCase("update payment.refund set amount = amount + 1", LedgerBreachKind.RefundedDiffers)]
    [TestCase("update payment.payment_order set settled = 0", LedgerBreachKind.OrderDiffers)]
    [TestCase("delete from payment.payment_order", LedgerBreachKind.OrderDiffers)]
    [TestCase("delete from payment.transaction where transaction_no = 'A2'", LedgerBreachKind.CollectedDiffers)]
    public async Task Should_find_what_was_altered_or_is_missing(string sql, LedgerBreachKind kind)
    {
        var reference = await _script.OpenAsync(1);
        await _script.TellAsync(reference, "vnpay", "A1", PaymentResult.Paid, 150_000);
        await _script.TellAsync(reference, "vnpay", "A2", PaymentResult.Paid, 150_000);
        await _script.RefundAsync(reference, 1, isDone: true);
        await _script.SettleAsync(reference, "vnpay", "A1", 150_000, "line-1");
        (await _registry.CheckAsync()).Holds.ShouldBeTrue();

        // Nobody but whoever takes the guard away first can do this.
        await _registry.ExecuteAsync("alter table payment.ledger_entry disable trigger ledger_entry_stays");
        await _registry.ExecuteAsync(sql);
        await _registry.ExecuteAsync("alter table payment.ledger_entry enable always trigger ledger_entry_stays");

        var report = await _registry.CheckAsync();
        report.Holds.ShouldBeFalse();
        report.Breaches.ShouldContain(breach => breach.Kind == kind && breach.Reference == reference);
    }

    [Test]
    public async Task Should_name_money_that_nobody_watches()
    {
        var reference = await _script.OpenAsync(1);
        await _script.TellAsync(reference, "vnpay", "A1", PaymentResult.Paid, 149_999);
        await _registry.ExecuteAsync("delete from payment.difference");

        (await _registry.CheckAsync()).Breaches.ShouldHaveSingleItem().Kind.ShouldBe(LedgerBreachKind.Unwatched);
    }

    [Test]
    public async Task Should_name_a_transaction_that_pays_two_orders()
    {
        foreach (var number in (int[])[1, 2]) await _script.TellAsync(await _script.OpenAsync(number), "vnpay", "A1", PaymentResult.Paid, 150_000);

        var report = await _registry.CheckAsync();

        report.Holds.ShouldBeFalse();
        report.Breaches.ShouldHaveSingleItem().Kind.ShouldBe(LedgerBreachKind.DoubleClaim);
        report.Days.ShouldHaveSingleItem().Holds.ShouldBeTrue();
    }

    /// <summary>Partners, statements and agencies speak of one order, not always sensibly.</summary>
    private async Task TalkAsync(Random random, int order)
    {
        var reference = await _script.OpenAsync(order);
        for (var word = 0; word < 12; word++)
        {
            var partner = Partners[random.Next(Partners.Length)];
            var number = $"{order}-{random.Next(3)}";
            var amount = Amounts[random.Next(Amounts.Length)];
            await (random.Next(12) switch
            {
                0 => _script.TellAsync(reference, partner, number, PaymentResult.Failed, amount),
                1 => _script.TellAsync(reference, partner, number, PaymentResult.Reversed, amount),
                2 => _script.TellAsync(reference, partner, number: null, PaymentResult.Paid, amount),
                3 or 4 => _script.SettleAsync(reference, partner, number, amount, $"{partner}-{word}"),
                5 => _script.DecideAsync(reference, partner, number, amount, $"{random.Next(3)}/QĐ", (RefundRoute)random.Next(1, 3)),
                6 or 7 => _script.RefundAsync(reference, random.Next(1, 4), isDone: random.Next(3) > 0),
                8 when word > 8 => _script.CancelAsync(reference),
                _ => _script.TellAsync(reference, partner, number, PaymentResult.Paid, amount, Day.AddDays(random.Next(3))),
            });
        }
    }
}
