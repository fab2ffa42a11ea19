using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_a_payment_is_taken_back
{
    [Test]
    public void Should_be_unpaid_again_and_can_be_paid_anew()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Reversed(), Pay.Reversed());
        driver.State.ShouldBe(OrderState.Failed);
        driver.Totals.Collected.ShouldBe(Vnd.Zero);

        driver.Give(Pay.Paid("2")).State.ShouldBe(OrderState.Paid);
        driver.Differences.ShouldBeEmpty();
        driver.Refunds.ShouldBeEmpty();
    }

    [Test]
    public void Should_not_count_when_it_is_told_before_the_payment()
    {
        var driver = OrderDriver.Opened().Give(Pay.Reversed(), Pay.Paid(), Pay.Paid());

        driver.State.ShouldBeOneOf(OrderState.Failed, OrderState.Open);
        driver.Ledger.ShouldBeEmpty();
        driver.Differences.ShouldBe([DifferenceKind.StatusDiffers]);
    }

    [Test]
    public void Should_refund_nothing_of_what_never_came() =>
        OrderDriver.Opened().Give(Pay.Reversed("9", amount: 0), Pay.Reversed("8"), Pay.Paid()).Refunds.ShouldBeEmpty();

    [Test]
    public void Should_be_a_difference_after_settlement()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Settled(), Pay.Reversed(), Pay.Reversed());

        driver.State.ShouldBe(OrderState.Settled);
        driver.Differences.ShouldBe([DifferenceKind.ReversedTooLate]);
    }

    [Test]
    public void Should_be_a_difference_while_it_is_refunded()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Paid("2"), Pay.Reversed("2"));

        driver.Differences.ShouldBe([DifferenceKind.ReversedTooLate]);
    }

    [Test]
    public void Should_expire_after_all_when_its_time_is_over()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid()).GoTo(Pay.Open.ExpiresAt.AddDays(1)).Give(Pay.Reversed());

        driver.GoTo(driver.Now).State.ShouldBe(OrderState.Expired);
    }
}
