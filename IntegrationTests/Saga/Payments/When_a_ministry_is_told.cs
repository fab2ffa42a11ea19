using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_a_ministry_is_told
{
    private static readonly ConfirmationNotTaken NotTaken = new(Pay.Reference, Number: 1, "99");

    private static OrderDriver Paid => new OrderDriver().Give(Pay.OpenWithCallback, Pay.Paid());

    [Test]
    public void Should_be_told_what_was_paid()
    {
        var driver = Paid;

        driver.Sent<ConfirmPayment>().ShouldHaveSingleItem().ShouldBe(new ConfirmPayment(
            Pay.Reference, "DOITAC1", Pay.Obligation, OrderState.Paid, Pay.Amount, Pay.Partner, "14000001", Pay.Start.AddMinutes(1), Attempt: 1, Number: 1));
        driver.Give(new ConfirmationTaken(Pay.Reference, 1)).Data.Confirmed.ShouldBe(OrderState.Paid);
        driver.Sent<UpdateOrderRow>().Last().Confirmed.ShouldBe(OrderState.Paid);
    }

    [Test]
    public void Should_be_told_again_until_it_takes_it()
    {
        var driver = Paid;
        var told = new List<int> { 0 };
        driver.Give(NotTaken);
        for (var minute = 1; minute <= 5 * 24 * 60; minute++)
        {
            if (driver.GoTo(Pay.Start.AddMinutes(minute)).Sent<ConfirmPayment>().Count() == told.Count) continue;
            told.Add(minute);
            driver.Give(NotTaken);
        }

        told.ShouldBe([0, 1, 5, 15, 30, .. Enumerable.Range(1, 71).Select(hour => 30 + (60 * hour))]);
        driver.Sent<ConfirmPayment>().Select(confirm => confirm.Attempt).ShouldBe(Enumerable.Range(1, told.Count));
        driver.Told<ConfirmationGivenUp>().ShouldHaveSingleItem().System.ShouldBe("DOITAC1");
    }

    [Test]
    public void Should_be_told_no_more_once_it_took_it() =>
        Paid.Give(NotTaken).Wait(TimeSpan.FromMinutes(2)).Give(new ConfirmationTaken(Pay.Reference, 1)).Wait(TimeSpan.FromDays(4))
            .Sent<ConfirmPayment>().Count().ShouldBe(2);

    [Test]
    public void Should_be_told_the_newer_state_in_place_of_the_older()
    {
        var driver = new OrderDriver().Give(Pay.OpenWithCallback, Pay.Chosen(), Pay.Failed(), Pay.Paid("2"));
        driver.Sent<ConfirmPayment>().Select(confirm => confirm.State).ShouldBe([OrderState.Failed, OrderState.Paid]);

        driver.Give(new ConfirmationNotTaken(Pay.Reference, 1, "99")).Clocks.IsRunning("confirming").ShouldBeFalse();
    }

    [Test]
    public void Should_not_be_told_paid_after_the_payment_was_taken_back()
    {
        var driver = new OrderDriver().Give(Pay.OpenWithCallback, Pay.Paid(), NotTaken, Pay.Chosen(minutes: 2), Pay.Reversed()).Wait(TimeSpan.FromMinutes(30));

        driver.State.ShouldBe(OrderState.Pending);
        driver.Sent<ConfirmPayment>().Select(confirm => confirm.State).ShouldBe([OrderState.Paid, OrderState.Pending], "what it was told does not hold any more");
        driver.Give(new ConfirmationTaken(Pay.Reference, 1)).Data.Confirmed.ShouldBeNull("that is an answer to what was told before");
        driver.Give(new ConfirmationTaken(Pay.Reference, 2)).Data.Confirmed.ShouldBe(OrderState.Pending);
    }

    [Test]
    public void Should_be_told_every_state_until_it_unsays_the_payment()
    {
        var driver = new OrderDriver().Give(Pay.OpenWithCallback, Pay.Paid(), Pay.Chosen(minutes: 2), Pay.Reversed()).Wait(TimeSpan.FromDays(4));

        driver.State.ShouldBe(OrderState.Open);
        driver.Sent<ConfirmPayment>().Last().State.ShouldBe(OrderState.Open);
    }

    [Test]
    public void Should_still_be_told_paid_when_it_is_settled_before_that_was_taken() =>
        Paid.Give(NotTaken, Pay.Settled()).Wait(TimeSpan.FromMinutes(2)).Sent<ConfirmPayment>().Select(confirm => confirm.State).ShouldBe([OrderState.Paid, OrderState.Paid]);

    [Test]
    public void Should_be_told_the_number_of_the_payment_that_takes_the_place()
    {
        var driver = Paid.Give(Pay.Paid("2"), new RefundRejected(Pay.Reference, 1, "95"), Pay.Reversed());

        driver.Sent<ConfirmPayment>().Select(confirm => (confirm.State, confirm.TransactionNo)).ShouldBe([(OrderState.Paid, "14000001"), (OrderState.Paid, "2")]);
    }

    [Test]
    public void Should_not_be_told_when_it_follows_events() =>
        OrderDriver.Opened().Give(Pay.Paid()).Sent<ConfirmPayment>().ShouldBeEmpty();
}
