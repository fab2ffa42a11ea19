using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace DichVuCong.Saga.Tests.Payments;

/// <summary>
/// Any interleaving of words, clocks and decisions. The driver checks after every one of them that money is conserved, that no more goes back
/// than came, that no refund is made twice and that the graph is followed (<see cref="OrderInvariants"/>).
/// </summary>
internal sealed class When_anything_is_said
{
    [Property(Arbitrary = [typeof(RandomPayments)], MaxTest = 300, QuietOnSuccess = true)]
    public void Should_conserve_money_and_come_to_rest(Words words)
    {
        var driver = Run(words).Wait(TimeSpan.FromDays(100));

        LedgerInvariant.Totals(driver.Ledger).ShouldAllBe(total => total.Holds);
        // Only a refund that a partner accepted and never ends is asked about for ever.
        driver.Clocks.RunningNames.ShouldBeOneOf("", "refunds");
        driver.State.ShouldBeOneOf(OrderState.Paid, OrderState.Settled, OrderState.Expired, OrderState.Cancelled, OrderState.Refunded);
        // A payment that stands as paid for so long waits for its statement line, or is in people's hands.
        if (driver.State == OrderState.Paid) (driver.Data.MoneyOf(driver.Data.Covering!).Held.IsPositive || driver.Differences.Count > 0).ShouldBeTrue();
    }

    [Property(Arbitrary = [typeof(RandomPayments)], MaxTest = 150, QuietOnSuccess = true)]
    public void Should_do_nothing_when_everything_told_is_told_twice_at_once(Words words)
    {
        var (one, other) = (new OrderDriver().Give(Pay.OpenWithCallback), new OrderDriver().Give(Pay.OpenWithCallback));
        foreach (var (message, minutes) in words.Messages.Zip(words.Minutes))
        {
            one.Wait(TimeSpan.FromMinutes(minutes)).Give(message);
            other.Wait(TimeSpan.FromMinutes(minutes)).Give(message, message);
        }

        // A partner that told no for the second time has told it of the first telling.
        other.Json.ShouldBe(one.Json);
        other.Effects.ShouldBe(one.Effects);
    }

    [Property(Arbitrary = [typeof(RandomPayments)], MaxTest = 150, QuietOnSuccess = true)]
    public void Should_refund_every_payment_by_itself_at_most_once_and_nothing_after_settlement(Words words)
    {
        var driver = new OrderDriver().Give(Pay.OpenWithCallback);
        foreach (var (message, minutes) in words.Messages.Zip(words.Minutes))
        {
            driver.Wait(TimeSpan.FromMinutes(minutes));
            var (wasSettled, before) = (driver.Data.HasSettled, Automatic(driver));
            driver.Give(message);
            if (wasSettled) Automatic(driver).ShouldBe(before);
        }
    }

    [Property(Arbitrary = [typeof(RandomPayments)], MaxTest = 150, QuietOnSuccess = true)]
    public void Should_lose_no_payment_whatever_the_order_stands_at(Words words)
    {
        var driver = Run(words);
        var paid = words.Messages.OfType<RecordPayment>().Where(told => told.Result == PaymentResult.Paid).Select(told => (told.Partner, told.TransactionNo)).Distinct();
        foreach (var (partner, number) in paid)
            driver.Data.Transactions.ShouldContain(one => one.Partner == partner && (number == null || one.Number == number));
    }

    [Property(Arbitrary = [typeof(RandomPayments)], MaxTest = 150, QuietOnSuccess = true)]
    public void Should_keep_ordinary_states_small(Words words)
    {
        var driver = Run(words);
        if (driver.Data is { Transactions.Count: <= 2, Refunds.Count: <= 1, Differences.Count: <= 2 }) driver.Json.Length.ShouldBeLessThan(1500);
    }

    private static int Automatic(OrderDriver driver) => driver.Data.Refunds.Count(refund => refund.Cause != RefundCause.Decision);

    private static OrderDriver Run(Words words)
    {
        var driver = new OrderDriver().Give(Pay.OpenWithCallback);
        foreach (var (message, minutes) in words.Messages.Zip(words.Minutes)) driver.Wait(TimeSpan.FromMinutes(minutes)).Give(message);
        return driver;
    }
}
