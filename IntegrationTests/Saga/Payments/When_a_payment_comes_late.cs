using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_a_payment_comes_late
{
    private static readonly DateTimeOffset AfterTheEnd = Pay.Open.ExpiresAt.AddHours(1);

    private static readonly CancelOrder Cancel = new(Pay.Reference, "Hồ sơ đã rút");

    [Test]
    public void Should_be_paid_although_it_had_failed() =>
        OrderDriver.Opened().Give(Pay.Chosen(), Pay.Failed(), Pay.Paid()).Edges.ShouldBe(["Open->Pending", "Pending->Failed", "Failed->Paid"]);

    [Test]
    public void Should_be_paid_although_it_had_expired()
    {
        var driver = OrderDriver.Opened().GoTo(AfterTheEnd);
        driver.State.ShouldBe(OrderState.Expired);

        driver.Give(Pay.Paid() with { PaidAt = AfterTheEnd });

        driver.State.ShouldBe(OrderState.Paid);
        driver.Told<OrderPaid>().ShouldHaveSingleItem().IsLate.ShouldBeTrue();
        driver.Refunds.ShouldBeEmpty();
    }

    [Test]
    public void Should_not_be_late_when_only_the_news_is() =>
        OrderDriver.Opened().GoTo(AfterTheEnd).Give(Pay.Paid()).Told<OrderPaid>().ShouldHaveSingleItem().IsLate.ShouldBeFalse();

    [Test]
    public void Should_give_everything_back_when_the_order_was_cancelled()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Cancel, Pay.Paid(), Pay.Paid());

        driver.State.ShouldBe(OrderState.Cancelled);
        var refund = driver.Refunds.ShouldHaveSingleItem();
        (refund.Amount, refund.IsFull).ShouldBe((Pay.Amount, true));
        driver.Give(new RefundMade(Pay.Reference, 1)).Totals.Refunded.ShouldBe(Pay.Amount);
    }

    [Test]
    public void Should_stay_paid_when_the_cancelling_comes_too_late()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Cancel, Cancel);

        driver.State.ShouldBe(OrderState.Paid);
        driver.Refunds.ShouldBeEmpty("that is for the agency to decide");
    }

    [Test]
    public void Should_be_cancelled_when_the_payment_is_taken_back_after_that() =>
        OrderDriver.Opened().Give(Pay.Paid(), Cancel, Pay.Reversed()).State.ShouldBe(OrderState.Cancelled);

    [Test]
    public void Should_give_back_what_was_too_little_when_the_order_is_cancelled()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(amount: 149_999), Cancel);

        driver.Refunds.ShouldHaveSingleItem().Amount.ShouldBe(new Vnd(149_999));
    }
}
