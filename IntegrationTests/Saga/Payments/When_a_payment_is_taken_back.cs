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
    public void Should_have_its_place_taken_by_another_full_payment()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Paid("2"), new RefundRejected(Pay.Reference, 1, "95"), Pay.Reversed());

        driver.State.ShouldBe(OrderState.Paid);
        driver.Told<OrderPaid>().Select(told => told.TransactionNo).ShouldBe(["14000001", "2"]);
        driver.Sent<UpdateOrderRow>().Last().TransactionNo.ShouldBe("2");
    }

    [Test]
    public void Should_have_its_place_taken_when_the_others_refund_is_rejected_later() =>
        OrderDriver.Opened().Give(Pay.Paid(), Pay.Paid("2"), Pay.Reversed(), new RefundRejected(Pay.Reference, 1, "95")).Edges
            .ShouldBe(["Open->Paid", "Paid->Failed", "Failed->Paid"]);

    [Test]
    public void Should_not_be_replaced_when_the_order_is_cancelled() =>
        OrderDriver.Opened().Give(Pay.Paid(), Pay.Paid("2"), new RefundRejected(Pay.Reference, 1, "95"), new CancelOrder(Pay.Reference, "Rút"), Pay.Reversed())
            .State.ShouldBe(OrderState.Cancelled);

    [Test]
    public void Should_be_unpaid_after_all_when_the_refund_that_was_in_the_way_is_rejected()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Decided(), Pay.Reversed());
        (driver.State, driver.Totals.Collected).ShouldBe((OrderState.Paid, Pay.Amount));

        driver.Give(new RefundRejected(Pay.Reference, 1, "94"));

        (driver.State, driver.Totals.Collected).ShouldBe((OrderState.Failed, Vnd.Zero));
    }

    [TestCase(PaymentSource.Inquiry), TestCase(PaymentSource.Statement)]
    public void Should_count_all_the_same_when_the_partner_has_it_after_all(PaymentSource source)
    {
        var driver = OrderDriver.Opened().Give(Pay.Reversed("9"), Pay.Paid("9", source: source), Pay.Settled("9"));

        driver.State.ShouldBe(OrderState.Settled);
        driver.Differences.ShouldBe([DifferenceKind.StatusDiffers]);
        driver.Totals.Settled.ShouldBe(Pay.Amount);
    }

    [Test]
    public void Should_be_a_difference_when_nobody_says_which_payment_it_was()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Reversed(number: null), Pay.Reversed(number: null));

        driver.State.ShouldBe(OrderState.Paid);
        driver.Differences.ShouldBe([DifferenceKind.StatusDiffers]);
    }

    [Test]
    public void Should_expire_after_all_when_its_time_is_over()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid()).GoTo(Pay.Open.ExpiresAt.AddDays(1)).Give(Pay.Reversed());

        driver.GoTo(driver.Now).State.ShouldBe(OrderState.Expired);
    }
}
