using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_an_order_is_paid_twice
{
    [Test]
    public void Should_give_the_second_payment_back_before_settlement()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Paid("9", partner: Pay.Other));

        var refund = driver.Refunds.ShouldHaveSingleItem();
        (refund.Partner, refund.TransactionNo, refund.Amount, refund.IsFull).ShouldBe((Pay.Other, "9", Pay.Amount, true));
        driver.Sent<KeepRefund>().ShouldHaveSingleItem().Cause.ShouldBe(RefundCause.DoublePayment);
        driver.Differences.ShouldBeEmpty();
    }

    [Test]
    public void Should_leave_it_to_the_agency_after_settlement()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Settled(), Pay.Paid("2"), Pay.Paid("2"));

        driver.Refunds.ShouldBeEmpty();
        driver.Differences.ShouldBe([DifferenceKind.DoublePayment]);
        driver.Totals.Open.ShouldBe(Pay.Amount);

        driver.Give(Pay.Decided(number: "2"), new RefundMade(Pay.Reference, 1));
        (driver.Totals.Settled, driver.Totals.Refunded, driver.Totals.Open).ShouldBe((Pay.Amount, Pay.Amount, Vnd.Zero));
        driver.State.ShouldBe(OrderState.Settled);
    }

    [Test]
    public void Should_not_give_back_by_itself_what_has_no_number()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Paid(number: null, amount: 151_000));

        driver.Refunds.ShouldBeEmpty();
        driver.Differences.ShouldBe([DifferenceKind.DoublePayment]);
        OrderDriver.Opened().Give(new CancelOrder(Pay.Reference, "Rút"), Pay.Paid(number: null)).Differences.ShouldBe([DifferenceKind.PaidAfterCancelling]);
    }

    [Test]
    public void Should_leave_what_came_before_to_the_agency_when_money_of_it_was_settled()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid("1", 149_999), Pay.Settled("1", 49_999), Pay.Paid("2"));

        driver.Refunds.ShouldBeEmpty();
        driver.Differences.ShouldBe([DifferenceKind.AmountShort, DifferenceKind.DoublePayment]);
    }

    [Test]
    public void Should_give_the_excess_back_and_no_more()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(amount: 151_000));

        driver.State.ShouldBe(OrderState.Paid);
        var refund = driver.Refunds.ShouldHaveSingleItem();
        (refund.Amount, refund.IsFull).ShouldBe((new Vnd(1_000), false));
        driver.Give(Pay.Settled(), new RefundMade(Pay.Reference, 1)).State.ShouldBe(OrderState.Settled);
        driver.Totals.Open.ShouldBe(Vnd.Zero);
    }

    [Test]
    public void Should_not_try_again_by_itself_what_the_partner_rejected()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Paid("2"), new RefundRejected(Pay.Reference, 1, "95"), Pay.Paid("2"));

        driver.Refunds.Count.ShouldBe(1);
        driver.Differences.ShouldBe([DifferenceKind.RefundRejected]);
        driver.Totals.Open.ShouldBe(new Vnd(300_000));
    }
}
