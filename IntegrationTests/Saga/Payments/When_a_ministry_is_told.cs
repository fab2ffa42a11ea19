using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_a_ministry_is_told
{
    private static readonly ConfirmationNotTaken NotTaken = new(Pay.Reference, OrderState.Paid, "99");

    private static OrderDriver Paid => new OrderDriver().Give(Pay.OpenWithCallback, Pay.Paid());

    [Test]
    public void Should_be_told_what_was_paid()
    {
        var driver = Paid;

        driver.Sent<ConfirmPayment>().ShouldHaveSingleItem().ShouldBe(new ConfirmPayment(
            Pay.Reference, "DOITAC1", Pay.Obligation, OrderState.Paid, Pay.Amount, Pay.Partner, "14000001", Pay.Start.AddMinutes(1), Attempt: 1));
        driver.Give(new ConfirmationTaken(Pay.Reference, OrderState.Paid)).Data.Confirmed.ShouldBe(OrderState.Paid);
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
        Paid.Give(NotTaken).Wait(TimeSpan.FromMinutes(2)).Give(new ConfirmationTaken(Pay.Reference, OrderState.Paid)).Wait(TimeSpan.FromDays(4))
            .Sent<ConfirmPayment>().Count().ShouldBe(2);

    [Test]
    public void Should_be_told_the_newer_state_in_place_of_the_older()
    {
        var driver = new OrderDriver().Give(Pay.OpenWithCallback, Pay.Chosen(), Pay.Failed(), Pay.Paid("2"));
        driver.Sent<ConfirmPayment>().Select(confirm => confirm.State).ShouldBe([OrderState.Failed, OrderState.Paid]);

        driver.Give(new ConfirmationNotTaken(Pay.Reference, OrderState.Failed, "99")).Clocks.IsRunning("confirming").ShouldBeFalse();
    }

    [Test]
    public void Should_not_be_told_when_it_follows_events() =>
        OrderDriver.Opened().Give(Pay.Paid()).Sent<ConfirmPayment>().ShouldBeEmpty();
}
