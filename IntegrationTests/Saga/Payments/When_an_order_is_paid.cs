using System.Globalization;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_an_order_is_paid
{
    [Test]
    public void Should_be_paid_and_say_so()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Paid());

        driver.Edges.ShouldBe(["Open->Pending", "Pending->Paid"]);
        driver.Told<OrderPaid>().ShouldHaveSingleItem().IsLate.ShouldBeFalse();
        driver.Sent<NoteOrder>().Last().State.ShouldBe(OrderState.Paid);
        driver.Totals.ShouldBe(new LedgerTotals(Pay.Partner, new DateOnly(2026, 3, 2), Pay.Amount, Vnd.Zero, Vnd.Zero, Pay.Amount));
        driver.Clocks.Names.ShouldBeEmpty();
    }

    [Test]
    public void Should_do_nothing_when_the_same_transaction_is_told_again()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Paid());
        var (state, effects) = (driver.Json, driver.Effects);

        for (var time = 0; time < 10; time++) driver.Give(Pay.Paid(source: (PaymentSource)((time % 3) + 1)));

        driver.Json.ShouldBe(state);
        driver.Effects.ShouldBe(effects);
    }

    [Test]
    public void Should_not_become_unpaid_by_a_failure()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Failed(number: "14000002"), Pay.Failed(number: null));
        driver.Differences.ShouldBeEmpty("of another try nothing follows");

        driver.Give(Pay.Failed());

        driver.State.ShouldBe(OrderState.Paid);
        driver.Differences.ShouldBe([DifferenceKind.StatusDiffers]);
    }

    [Test]
    public void Should_stay_open_when_one_dong_is_missing()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Paid(amount: 149_999));

        driver.State.ShouldBe(OrderState.Open);
        var inquiry = driver.Sent<OpenInquiry>().ShouldHaveSingleItem();
        (inquiry.Kind, inquiry.Expected, inquiry.Found).ShouldBe((DifferenceKind.AmountShort, Pay.Amount, new Vnd(149_999)));
        driver.Totals.Open.ShouldBe(new Vnd(149_999), "the money is not lost");
        driver.Refunds.ShouldBeEmpty();
    }

    [Test]
    public void Should_give_back_what_was_too_little_once_it_is_paid_in_full()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid("1", 149_999), Pay.Paid("2"));

        driver.State.ShouldBe(OrderState.Paid);
        driver.Refunds.ShouldHaveSingleItem().Amount.ShouldBe(new Vnd(149_999));
    }

    [Test]
    public void Should_record_a_second_amount_of_one_transaction_as_a_difference()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Paid(amount: 150_001), Pay.Paid(amount: 150_001));

        driver.Differences.ShouldBe([DifferenceKind.AmountDiffers]);
        driver.Totals.Collected.ShouldBe(Pay.Amount);
    }

    [TestCase(0), TestCase(-1)]
    public void Should_not_believe_in_a_payment_of_nothing(long amount)
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(amount: amount), Pay.Paid(amount: amount));

        driver.State.ShouldBe(OrderState.Open);
        driver.Ledger.ShouldBeEmpty();
        driver.Differences.ShouldBe([DifferenceKind.AmountDiffers]);
    }

    [Test]
    public void Should_belong_to_the_day_in_vietnam_when_the_bank_names_none()
    {
        var night = new DateTimeOffset(2026, 3, 2, 17, 0, 1, TimeSpan.Zero);

        OrderDriver.Opened().Give(Pay.Paid() with { PaidAt = night, BankDate = null }).Totals.Day.ShouldBe(new DateOnly(2026, 3, 3));
    }

    [TestCase(Pay.Other, "2026-03-02T22:59:59+07:00", 2)]
    [TestCase(Pay.Other, "2026-03-02T23:00:00+07:00", 3)]
    [TestCase(Pay.Partner, "2026-03-02T23:59:59+07:00", 2)]
    public void Should_belong_to_the_day_of_the_partners_cut_off_when_the_bank_names_none(string partner, string at, int day)
    {
        var paid = Pay.Paid(partner: partner) with { PaidAt = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), BankDate = null };

        OrderDriver.Opened().Give(paid).Totals.Day.ShouldBe(new DateOnly(2026, 3, day));
    }

    [Test]
    public void Should_be_as_old_as_its_day_when_a_statement_names_no_time()
    {
        var driver = OrderDriver.Opened().GoTo(Pay.Open.ExpiresAt.AddDays(2)).Give(Pay.Paid(source: PaymentSource.Statement) with { PaidAt = null });

        driver.Told<OrderPaid>().ShouldHaveSingleItem().IsLate.ShouldBeFalse();
    }

    [Test]
    public void Should_tell_each_other_amount_of_one_transaction()
    {
        var driver = OrderDriver.Opened().Give(Pay.Paid(), Pay.Paid(amount: 150_001), Pay.Paid(amount: 150_002), Pay.Reversed(amount: 150_001));

        driver.Sent<OpenInquiry>().Select(inquiry => inquiry.Found.Amount).ShouldBe([150_001, 150_002, 150_001]);
    }

    [Test]
    public void Should_count_once_what_is_told_with_and_without_its_number()
    {
        var withThenWithout = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Paid(), Pay.Paid(number: null));
        var withoutThenWith = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Paid(number: null), Pay.Paid(), Pay.Paid(number: null));

        foreach (var driver in new[] { withThenWithout, withoutThenWith })
        {
            driver.Totals.Collected.ShouldBe(Pay.Amount);
            driver.Refunds.ShouldBeEmpty();
            driver.Data.Transactions.ShouldHaveSingleItem().Number.ShouldBe("14000001");
        }

        withoutThenWith.Sent<KeepTransaction>().Select(kept => kept.Numbers).ShouldBe([false, true]);
    }

    [Test]
    public void Should_settle_by_its_number_what_was_told_without() =>
        OrderDriver.Opened().Give(Pay.Paid(number: null), Pay.Settled()).State.ShouldBe(OrderState.Settled);

    [Test]
    public void Should_fit_into_the_states_budget()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Chosen(Pay.Other), Pay.Paid(), Pay.Paid("FT2606112345", partner: Pay.Other), Pay.Settled());

        driver.Json.Length.ShouldBeLessThan(1500);
    }
}
