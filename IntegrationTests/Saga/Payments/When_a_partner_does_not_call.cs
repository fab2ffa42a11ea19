using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_a_partner_does_not_call
{
    [Test]
    public void Should_ask_as_decided()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen());
        var asked = new List<int>();
        for (var minute = 1; minute <= 10 * 24 * 60; minute++)
        {
            if (driver.GoTo(Pay.Start.AddMinutes(minute)).Sent<AskPayment>().Count() > asked.Count) asked.Add(minute);
        }

        asked.ShouldBe([1, 5, 15, 30, .. Enumerable.Range(1, 71).Select(hour => 30 + (60 * hour))]);
        driver.Sent<AskPayment>().ShouldAllBe(ask => ask.StartedAt == Pay.Start && ask.Partner == Pay.Partner);
    }

    [Test]
    public void Should_be_open_again_when_nothing_was_ever_known()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen()).Wait(TimeSpan.FromDays(4));

        driver.State.ShouldBe(OrderState.Open);
        driver.Differences.ShouldBeEmpty();
    }

    [Test]
    public void Should_ask_no_more_once_it_is_paid()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen()).Wait(TimeSpan.FromMinutes(6));
        driver.Give(Pay.Paid(source: PaymentSource.Inquiry));

        driver.State.ShouldBe(OrderState.Paid);
        driver.Wait(TimeSpan.FromDays(1)).Sent<AskPayment>().Count().ShouldBe(2);
    }

    [Test]
    public void Should_learn_of_a_second_payment_by_the_link_of_one_that_failed()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Failed()).Wait(TimeSpan.FromMinutes(6));
        driver.State.ShouldBe(OrderState.Failed);
        driver.Sent<AskPayment>().Select(ask => ask.StartedAt).ShouldBe([Pay.Start, Pay.Start]);

        driver.Give(Pay.Paid("14000002", source: PaymentSource.Inquiry) with { StartedAt = Pay.Start });

        driver.State.ShouldBe(OrderState.Paid);
        driver.Wait(TimeSpan.FromDays(1)).Sent<AskPayment>().Count().ShouldBe(2);
    }

    [Test]
    public void Should_ask_by_the_schedule_and_no_faster_when_it_is_told_again_that_it_failed()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Failed());
        for (var minute = 0; minute < 30; minute++) driver.Wait(TimeSpan.FromMinutes(1)).Give(Pay.Failed(source: PaymentSource.Inquiry));

        driver.Sent<AskPayment>().Count().ShouldBe(4);
        driver.Wait(TimeSpan.FromDays(4)).Sent<AskPayment>().Count().ShouldBeLessThan(80);
        driver.Clocks.Names.ShouldBe("expiry");
        driver.State.ShouldBe(OrderState.Failed);
    }

    [Test]
    public void Should_ask_about_a_failed_try_once_more_when_its_link_is_dead()
    {
        var driver = OrderDriver.Opened().GoTo(Pay.Open.ExpiresAt.AddMinutes(-2)).Give(Pay.Chosen(minutes: (10 * 24 * 60) - 2), Pay.Failed()).Wait(TimeSpan.FromMinutes(14));
        driver.Give(Pay.Failed(source: PaymentSource.Inquiry)).Clocks.Names.ShouldBe("asking", "the link that was given lives on");
        driver.Sent<AskPayment>().Count().ShouldBe(2);

        driver.Wait(TimeSpan.FromDays(1)).Sent<AskPayment>().Count().ShouldBe(4, "a quarter of an hour after the failure the link still lives");
        driver.Clocks.Names.ShouldBeEmpty();
        driver.State.ShouldBe(OrderState.Expired);
    }

    [Test]
    public void Should_learn_of_a_second_payment_by_the_link_of_one_that_was_taken_back()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Paid(), Pay.Reversed()).Wait(TimeSpan.FromMinutes(2));

        driver.Sent<AskPayment>().Select(ask => ask.StartedAt).ShouldBe([Pay.Start]);
        driver.Give(Pay.Paid("14000002", source: PaymentSource.Inquiry) with { StartedAt = Pay.Start }).State.ShouldBe(OrderState.Paid);
    }

    [Test]
    public void Should_not_ask_about_a_failure_of_which_it_hears_when_the_link_is_dead()
    {
        var driver = OrderDriver.Opened().GoTo(Pay.Open.ExpiresAt.AddDays(1)).Give(Pay.Failed());

        driver.Clocks.Names.ShouldBeEmpty();
        driver.Sent<AskPayment>().ShouldBeEmpty();
    }

    [Test]
    public void Should_go_by_the_partners_own_schedule()
    {
        var rules = new PaymentRules
        {
            AsksByPartner = new Dictionary<string, AskSchedule> { [Pay.Other] = new([TimeSpan.FromMinutes(10)], TimeSpan.FromHours(2), TimeSpan.FromHours(5)) },
        };
        var driver = OrderDriver.Opened(rules).Give(Pay.Chosen(Pay.Other)).Wait(TimeSpan.FromDays(2));

        driver.Sent<AskPayment>().Count().ShouldBe(3);
    }

    [Test]
    public void Should_ask_both_partners_that_were_chosen()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen()).Wait(TimeSpan.FromMinutes(2)).Give(Pay.Chosen(Pay.Other, minutes: 2), Pay.Paid()).Wait(TimeSpan.FromMinutes(8));

        driver.Sent<AskPayment>().Select(ask => ask.Partner).ShouldBe([Pay.Partner, Pay.Other, Pay.Other]);
    }

    [Test]
    public void Should_ask_no_more_when_it_can_no_longer_be_paid_and_nothing_is_known()
    {
        var driver = OrderDriver.Opened().GoTo(Pay.Open.ExpiresAt.AddMinutes(-2)).Give(Pay.Chosen(minutes: (10 * 24 * 60) - 2)).Wait(TimeSpan.FromMinutes(4));
        driver.State.ShouldBe(OrderState.Expired);
        driver.Give(new PaymentNotKnown(Pay.Reference, Pay.Partner)).Clocks.Names.ShouldBe("asking", "the link that was given lives on");
        driver.Wait(TimeSpan.FromMinutes(20)).Clocks.Names.ShouldBe("asking");

        driver.Give(new PaymentNotKnown(Pay.Reference, Pay.Partner)).Clocks.Names.ShouldBeEmpty();
    }

    [Test]
    public void Should_go_on_asking_when_the_partner_does_not_know()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Doubtful(), Pay.Doubtful());
        driver.State.ShouldBe(OrderState.Unknown);

        driver.Wait(TimeSpan.FromDays(2)).Sent<AskPayment>().Count().ShouldBeGreaterThan(40);
        driver.Give(Pay.Doubtful(), Pay.Paid()).State.ShouldBe(OrderState.Paid);
    }

    [Test]
    public void Should_inquire_when_the_partner_never_comes_to_know()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Doubtful()).Wait(TimeSpan.FromDays(4));

        driver.State.ShouldBe(OrderState.Open, "it can be paid again");
        driver.Differences.ShouldBe([DifferenceKind.StillUnknown]);
        driver.Clocks.Names.ShouldBe("expiry");
        driver.Wait(TimeSpan.FromDays(10)).State.ShouldBe(OrderState.Expired);
        driver.Give(Pay.Paid()).State.ShouldBe(OrderState.Paid, "late money is still accepted");
    }

    [Test]
    public void Should_expire_at_last_when_the_doubt_ends_in_a_failure()
    {
        var driver = OrderDriver.Opened().GoTo(Pay.Open.ExpiresAt.AddHours(-1)).Give(Pay.Doubtful()).GoTo(Pay.Open.ExpiresAt);
        driver.State.ShouldBe(OrderState.Unknown);

        driver.Give(Pay.Failed(source: PaymentSource.Inquiry)).State.ShouldBe(OrderState.Expired);
    }

    [Test]
    public void Should_not_be_stopped_by_the_failure_of_an_earlier_try()
    {
        var driver = OrderDriver.Opened().Wait(TimeSpan.FromMinutes(30)).Give(Pay.Chosen(minutes: 30), Pay.Failed());
        driver.State.ShouldBe(OrderState.Pending);

        driver.Give(Pay.Failed(source: PaymentSource.Inquiry)).State.ShouldBe(OrderState.Failed);
    }

    [Test]
    public void Should_end_the_doubt_when_the_partner_knows_nothing_and_the_time_is_over()
    {
        var driver = OrderDriver.Opened().GoTo(Pay.Open.ExpiresAt.AddHours(-1)).Give(Pay.Doubtful()).Wait(TimeSpan.FromHours(2));
        driver.State.ShouldBe(OrderState.Unknown);

        driver.Give(new PaymentNotKnown(Pay.Reference, Pay.Partner)).State.ShouldBe(OrderState.Expired);
        driver.Clocks.Names.ShouldBeEmpty();
    }

    [Test]
    public void Should_ask_about_the_doubted_try_as_well_as_the_newer_one()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Doubtful()).Wait(TimeSpan.FromMinutes(10)).Give(Pay.Chosen(minutes: 10)).Wait(TimeSpan.FromMinutes(6));

        driver.Sent<AskPayment>().Select(ask => ask.StartedAt).ShouldBe(
            [Pay.Start, Pay.Start, Pay.Start.AddMinutes(10), Pay.Start, Pay.Start.AddMinutes(10)], ignoreOrder: true);
        driver.Give(Pay.Failed(source: PaymentSource.Inquiry) with { StartedAt = Pay.Start }).State.ShouldBe(OrderState.Pending, "the doubt alone is over");
    }

    [Test]
    public void Should_not_be_stopped_by_an_answer_about_an_earlier_try()
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen()).Wait(TimeSpan.FromMinutes(30)).Give(Pay.Chosen(minutes: 30));

        driver.Give(Pay.Failed(source: PaymentSource.Inquiry) with { StartedAt = Pay.Start }).State.ShouldBe(OrderState.Pending);
        driver.Give(Pay.Failed(source: PaymentSource.Inquiry) with { StartedAt = Pay.Start.AddMinutes(30) }).State.ShouldBe(OrderState.Failed);
    }

    [TestCase(false), TestCase(true)]
    public void Should_not_be_stopped_by_the_repeat_of_an_earlier_payment(bool isReversed)
    {
        var driver = OrderDriver.Opened().Give(Pay.Chosen(), Pay.Paid());
        if (isReversed) driver.Give(Pay.Reversed());
        driver.Wait(TimeSpan.FromMinutes(30)).Give(Pay.Chosen(minutes: 30), Pay.Paid() with { PaidAt = null }).Wait(TimeSpan.FromMinutes(6));

        driver.Sent<AskPayment>().Count(ask => ask.StartedAt == Pay.Start.AddMinutes(30)).ShouldBe(2);
    }
}
