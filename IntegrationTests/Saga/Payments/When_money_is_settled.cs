using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_money_is_settled
{
    private static readonly KeepReceipt Receipt = new(Pay.Reference, "BL/26E", "0000123", new DateOnly(2026, 3, 3), Url: null);

    private static OrderDriver Paid => OrderDriver.Opened().Give(Pay.Paid());

    [Test]
    public void Should_be_settled_once_for_each_line()
    {
        var driver = Paid.Give(Pay.Settled(), Pay.Settled());

        driver.State.ShouldBe(OrderState.Settled);
        (driver.Totals.Settled, driver.Totals.Open).ShouldBe((Pay.Amount, Vnd.Zero));
        driver.Differences.ShouldBeEmpty();
    }

    [Test]
    public void Should_wait_for_the_rest()
    {
        var driver = Paid.Give(Pay.Settled(amount: 149_000));
        driver.State.ShouldBe(OrderState.Paid);
        driver.Differences.ShouldBe([DifferenceKind.SettlementDiffers]);

        driver.Give(Pay.Settled(amount: 1_000, line: "2")).State.ShouldBe(OrderState.Settled);
    }

    [Test]
    public void Should_not_book_more_than_is_there()
    {
        var driver = Paid.Give(Pay.Settled(amount: 150_001));

        (driver.Totals.Settled, driver.State).ShouldBe((Pay.Amount, OrderState.Settled));
        driver.Differences.ShouldBe([DifferenceKind.SettlementDiffers]);
        driver.Give(Pay.Settled(amount: 150_001)).Differences.Count.ShouldBe(1);
    }

    [Test]
    public void Should_show_that_a_line_was_corrected()
    {
        var driver = Paid.Give(Pay.Settled(), Pay.Settled(amount: 140_000), Pay.Settled(amount: 140_000));

        var inquiry = driver.Sent<OpenInquiry>().ShouldHaveSingleItem();
        (inquiry.Kind, inquiry.Expected, inquiry.Found).ShouldBe((DifferenceKind.SettlementDiffers, Pay.Amount, new Vnd(140_000)));
    }

    [Test]
    public void Should_keep_where_the_receipt_is_served_when_that_is_told_later()
    {
        var served = Receipt with { Url = "https://bienlai.example.vn/0000123" };
        var driver = Paid.Give(Receipt, served, served, Receipt);

        driver.Sent<KeepReceiptRow>().Select(row => row.Url).ShouldBe([null, served.Url]);
    }

    [Test]
    public void Should_not_book_what_was_never_paid()
    {
        var driver = OrderDriver.Opened().Give(Pay.Settled(), Pay.Settled());

        driver.Ledger.ShouldBeEmpty();
        driver.Differences.ShouldBe([DifferenceKind.SettledWithoutPayment]);
        driver.Give(Pay.Paid(), Pay.Settled()).State.ShouldBe(OrderState.Settled, "a run that is repeated finds it");
    }

    [Test]
    public void Should_not_believe_that_another_account_is_the_orders()
    {
        var driver = Paid.Give(Pay.Settled() with { Account = "VCB/0000" });

        driver.State.ShouldBe(OrderState.Paid);
        driver.Differences.ShouldBe([DifferenceKind.BeneficiaryDiffers]);
    }

    [Test]
    public void Should_miss_the_receipt_after_one_working_day()
    {
        var driver = Paid.GoTo(WorkingTime.Moment.At("2026-03-06 08:00")).Give(Pay.Settled());
        driver.GoTo(WorkingTime.Moment.At("2026-03-09 16:59")).Told<ReceiptMissing>().ShouldBeEmpty();

        driver.GoTo(WorkingTime.Moment.At("2026-03-20 17:00")).Told<ReceiptMissing>().Count().ShouldBe(1);
    }

    [Test]
    public void Should_keep_the_receipt_and_not_miss_it()
    {
        var driver = Paid.Give(Pay.Settled(), Receipt, Receipt).Wait(TimeSpan.FromDays(20));

        driver.Sent<KeepReceiptRow>().ShouldHaveSingleItem().Number.ShouldBe("0000123");
        driver.Told<ReceiptMissing>().ShouldBeEmpty();
        driver.Give(Receipt with { Number = "0000124" }).Sent<KeepReceiptRow>().Count().ShouldBe(2, "the agency may replace it");
    }

    [Test]
    public void Should_take_a_receipt_that_comes_before_the_money() =>
        Paid.Give(Receipt, Pay.Settled()).Wait(TimeSpan.FromDays(20)).Told<ReceiptMissing>().ShouldBeEmpty();

    [Test]
    public void Should_be_settled_when_the_rest_went_back()
    {
        var driver = Paid.Give(Pay.Decided(amount: 50_000), Pay.Settled(amount: 100_000));
        driver.State.ShouldBe(OrderState.Paid);

        driver.Give(new RefundMade(Pay.Reference, 1)).State.ShouldBe(OrderState.Settled);
        driver.Differences.ShouldBeEmpty();
    }
}
