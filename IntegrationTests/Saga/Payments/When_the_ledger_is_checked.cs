using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Tests.Payments;

/// <summary>The invariant itself: a ledger that is wrong is found out.</summary>
internal sealed class When_the_ledger_is_checked
{
    private static readonly string Clearing = LedgerAccounts.Clearing(Pay.Partner);
    private static readonly string Treasury = LedgerAccounts.Beneficiary(Pay.Treasury.Key);
    private static readonly PostLedgerEntry Collected = Entry(1, LedgerKind.Collected, LedgerAccounts.Payer, Clearing, 100);

    [Test]
    public void Should_find_nothing_wrong_with_a_sound_ledger()
    {
        PostLedgerEntry[] ledger =
            [Collected, Entry(2, LedgerKind.Settled, Clearing, Treasury, 60), Entry(3, LedgerKind.Refunded, Clearing, LedgerAccounts.Refunds(Pay.Partner), 30)];

        LedgerInvariant.Breaches(ledger).ShouldBeEmpty();
        LedgerInvariant.Totals(ledger).ShouldBe([new LedgerTotals(Pay.Partner, Collected.Day, new Vnd(100), new Vnd(60), new Vnd(30), new Vnd(10))]);
    }

    [Test]
    public void Should_find_money_that_came_from_nowhere() =>
        LedgerInvariant.Breaches([Collected, Entry(2, LedgerKind.Settled, Clearing, Treasury, 101)])
            .ShouldContain(breach => breach.Contains("do not agree"));

    [Test]
    public void Should_find_a_payment_that_lives_on_anothers_money()
    {
        var other = Collected with { Entry = 2, Transaction = 2 };
        var settled = Entry(3, LedgerKind.Settled, Clearing, Treasury, 150);

        LedgerInvariant.Breaches([Collected, other, settled]).ShouldHaveSingleItem().ShouldContain("Payment 1");
        LedgerInvariant.OpenOf([Collected, other]).Values.ShouldBe([new Vnd(100), new Vnd(100)]);
    }

    [Test]
    public void Should_find_money_that_passed_by_the_clearing_account() =>
        LedgerInvariant.Breaches([Entry(1, LedgerKind.Collected, LedgerAccounts.Payer, "elsewhere", 100)]).Count.ShouldBe(3);

    [Test]
    public void Should_find_money_booked_on_another_day() =>
        LedgerInvariant.Breaches([Collected, Entry(2, LedgerKind.Settled, Clearing, Treasury, 100) with { Day = Collected.Day.AddDays(1) }]).ShouldHaveSingleItem();

    [Test]
    public void Should_find_an_entry_that_is_there_twice() =>
        LedgerInvariant.Breaches([Collected, Collected]).ShouldHaveSingleItem().ShouldContain("2 times");

    [TestCase(0), TestCase(-100)]
    public void Should_find_an_entry_that_moves_nothing(long amount) =>
        LedgerInvariant.Breaches([Collected with { Amount = new Vnd(amount) }]).ShouldContain(breach => breach.Contains("moves nothing"));

    private static PostLedgerEntry Entry(int number, LedgerKind kind, string from, string to, long amount) =>
        new(Pay.Reference, number, kind, from, to, new Vnd(amount), Pay.Partner, new DateOnly(2026, 3, 2), "1", Transaction: 1, Pay.Start);
}
