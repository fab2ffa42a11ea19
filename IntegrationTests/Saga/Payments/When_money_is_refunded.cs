using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_money_is_refunded
{
    private static OrderDriver Paid => OrderDriver.Opened().Give(Pay.Chosen(), Pay.Paid());

    private static OrderDriver Settled => Paid.Give(Pay.Settled());

    [Test]
    public void Should_carry_a_decision_out_once()
    {
        var driver = Paid.Give(Pay.Decided(), Pay.Decided());

        driver.Refunds.ShouldHaveSingleItem().ShouldBe(new RefundPayment(
            Pay.Reference, 1, Pay.Partner, "14000001", Pay.Start, Pay.Amount, IsFull: true));
        driver.State.ShouldBe(OrderState.Paid, "the money is not back yet");
        driver.Give(new RefundMade(Pay.Reference, 1), new RefundMade(Pay.Reference, 1)).State.ShouldBe(OrderState.Refunded);
        driver.Totals.Refunded.ShouldBe(Pay.Amount);
    }

    [Test]
    public void Should_not_go_beyond_what_was_collected()
    {
        var driver = Paid.Give(Pay.Decided("1", 100_000), Pay.Decided("2", 50_001));
        driver.Told<RefundNotAllowed>().ShouldHaveSingleItem().Cause.ShouldBe(RefundObstacle.TooMuch);

        driver.Give(Pay.Decided("3", 50_000)).Refunds.Select(refund => (refund.Amount, refund.IsFull)).ShouldBe([(new Vnd(100_000), false), (new Vnd(50_000), false)]);
    }

    [Test]
    public void Should_be_free_again_when_the_partner_rejected_it()
    {
        var driver = Paid.Give(Pay.Decided("1"), new RefundTaken(Pay.Reference, 1), new RefundRejected(Pay.Reference, 1, "09"), Pay.Decided("2"));

        driver.Refunds.Select(refund => refund.Number).ShouldBe([1, 2]);
        driver.Differences.ShouldBe([DifferenceKind.RefundRejected]);
    }

    [TestCase("ketoan01"), TestCase("KeToan01"), TestCase("ketoan01 "), TestCase(""), TestCase("  ")]
    public void Should_need_a_second_person(string approvedBy)
    {
        var driver = Paid.Give(Pay.Decided() with { ApprovedBy = approvedBy });

        driver.Refunds.ShouldBeEmpty();
        driver.Told<RefundNotAllowed>().ShouldHaveSingleItem().Cause.ShouldBe(RefundObstacle.NotFourEyes);
    }

    [TestCase("14000009", 150_000, RefundRoute.Partner, RefundObstacle.UnknownTransaction)]
    [TestCase("14000001", 0, RefundRoute.Partner, RefundObstacle.TooMuch)]
    [TestCase("14000001", -5, RefundRoute.Partner, RefundObstacle.TooMuch)]
    [TestCase("14000001", 150_000, RefundRoute.Agency, RefundObstacle.NotSettled)]
    public void Should_say_why_it_cannot_be(string number, long amount, RefundRoute route, RefundObstacle cause)
    {
        var driver = Paid.Give(Pay.Decided(amount: amount, number: number, route: route));

        driver.Told<RefundNotAllowed>().ShouldHaveSingleItem().Cause.ShouldBe(cause);
        driver.Refunds.ShouldBeEmpty();
    }

    [Test]
    public void Should_record_what_the_agency_gave_back_itself()
    {
        var driver = Settled.Give(Pay.Decided(amount: 50_000, route: RefundRoute.Agency));

        driver.Refunds.ShouldBeEmpty();
        (driver.Totals.Settled, driver.Totals.Refunded).ShouldBe((new Vnd(100_000), new Vnd(50_000)));
        driver.State.ShouldBe(OrderState.Settled);
    }

    [Test]
    public void Should_take_it_from_the_beneficiary_after_settlement()
    {
        var driver = Settled.Give(Pay.Decided(), new RefundMade(Pay.Reference, 1));

        driver.State.ShouldBe(OrderState.Refunded);
        (driver.Totals.Settled, driver.Totals.Refunded, driver.Totals.Open).ShouldBe((Vnd.Zero, Pay.Amount, Vnd.Zero));
    }

    [Test]
    public void Should_name_the_try_that_was_paid_and_not_the_latest_one()
    {
        var driver = Paid.Wait(TimeSpan.FromMinutes(10)).Give(Pay.Chosen(minutes: 10), Pay.Decided(), new RefundTaken(Pay.Reference, 1)).Wait(TimeSpan.FromHours(1));

        driver.Refunds.ShouldHaveSingleItem().StartedAt.ShouldBe(Pay.Start);
        driver.Sent<AskRefundState>().First().StartedAt.ShouldBe(Pay.Start);
    }

    [Test]
    public void Should_name_no_try_when_none_was_begun_here() =>
        OrderDriver.Opened().Give(Pay.Paid(), Pay.Decided()).Refunds.ShouldHaveSingleItem().StartedAt.ShouldBeNull();

    [Test]
    public void Should_carry_out_a_decision_for_each_payment_that_it_names()
    {
        var driver = Settled.Give(Pay.Paid("2"), Pay.Decided(), Pay.Decided(number: "2"));

        driver.Refunds.Select(refund => refund.TransactionNo).ShouldBe(["14000001", "2"]);
    }

    [Test]
    public void Should_not_allow_another_content_under_the_same_number()
    {
        var driver = Settled.Give(Pay.Decided(amount: 50_000), Pay.Decided(amount: 60_000), Pay.Decided(amount: 50_000, route: RefundRoute.Agency));

        driver.Refunds.Count.ShouldBe(1);
        driver.Told<RefundNotAllowed>().Select(told => told.Cause).ShouldBe([RefundObstacle.DecidedOtherwise, RefundObstacle.DecidedOtherwise]);
    }

    [Test]
    public void Should_be_decided_again_under_its_number_once_it_was_rejected()
    {
        var driver = Paid.Give(Pay.Decided(), new RefundRejected(Pay.Reference, 1, "95"), Pay.Decided(), Pay.Decided());

        driver.Refunds.Select(refund => refund.Number).ShouldBe([1, 2]);
        driver.Told<RefundNotAllowed>().ShouldBeEmpty();
    }

    [Test]
    public void Should_take_the_whole_from_both_places_when_it_lies_in_two()
    {
        var driver = Paid.Give(Pay.Settled(amount: 100_000), Pay.Decided(), Pay.Decided());
        driver.Refunds.Select(refund => refund.Amount.Amount).ShouldBe([50_000, 100_000]);

        driver.Give(new RefundMade(Pay.Reference, 1), new RefundMade(Pay.Reference, 2)).State.ShouldBe(OrderState.Refunded);
        (driver.Totals.Settled, driver.Totals.Open, driver.Sent<UpdateOrderRow>().Last().Settled).ShouldBe((Vnd.Zero, Vnd.Zero, Vnd.Zero));
    }

    [Test]
    public void Should_tell_the_obligation_what_is_still_paid()
    {
        var driver = Settled.Give(Pay.Decided(amount: 50_000), new RefundMade(Pay.Reference, 1));

        driver.Sent<NoteOrder>().Last().Paid.ShouldBe(new Vnd(100_000));
        driver.Sent<UpdateOrderRow>().Last().Settled.ShouldBe(new Vnd(100_000));
    }

    [Test]
    public void Should_tell_each_cause_for_which_a_refund_needs_people()
    {
        var driver = Paid.Give(Pay.Decided()).Wait(TimeSpan.FromDays(2)).Give(new RefundTaken(Pay.Reference, 1)).Wait(TimeSpan.FromDays(5));

        driver.Differences.ShouldBe([DifferenceKind.RefundUnanswered, DifferenceKind.RefundUnanswered]);
    }

    [Test]
    public void Should_ask_the_agency_once()
    {
        var ask = new AskRefund(Pay.Reference, Pay.Partner, "14000001", Pay.Amount, "Nộp nhầm", "congdan01");

        Settled.Give(ask, ask).Told<RefundAsked>().Count().ShouldBe(1);
        Settled.Give(ask with { TransactionNo = "9" }).Told<RefundAsked>().ShouldBeEmpty();
    }

    [Test]
    public void Should_ask_about_an_accepted_refund_until_it_ends_and_never_send_it_again()
    {
        var driver = Paid.Give(Pay.Decided(), new RefundTaken(Pay.Reference, 1)).Wait(TimeSpan.FromDays(10));

        driver.Refunds.Count.ShouldBe(1);
        driver.Sent<AskRefundState>().Count().ShouldBeInRange(20, 40);
        driver.Differences.ShouldBe([DifferenceKind.RefundUnanswered]);
        driver.Give(new RefundMade(Pay.Reference, 1)).Clocks.IsRunning("refunds").ShouldBeFalse();
    }

    [Test]
    public void Should_take_what_is_accepted_and_never_shown_for_rejected()
    {
        var driver = Paid.Give(Pay.Decided(), new RefundTaken(Pay.Reference, 1)).Wait(TimeSpan.FromMinutes(20)).Give(new RefundNotShown(Pay.Reference, 1));
        driver.Data.Refunds.Single().State.ShouldBe(RefundState.InProgress, "it is given time");
        driver.Differences.ShouldBeEmpty();

        driver.Wait(TimeSpan.FromHours(1)).Give(new RefundNotShown(Pay.Reference, 1), new RefundNotShown(Pay.Reference, 1));

        driver.Data.Refunds.Single().State.ShouldBe(RefundState.Rejected);
        driver.Differences.ShouldBe([DifferenceKind.RefundRejected]);
        driver.Totals.Refunded.ShouldBe(Vnd.Zero);
    }

    [Test]
    public void Should_keep_what_was_done_when_it_is_not_shown_after_that() =>
        Paid.Give(Pay.Decided(), new RefundMade(Pay.Reference, 1)).Wait(TimeSpan.FromHours(2)).Give(new RefundNotShown(Pay.Reference, 1))
            .State.ShouldBe(OrderState.Refunded);

    [Test]
    public void Should_show_a_refund_that_nobody_answers()
    {
        var driver = Paid.Give(Pay.Decided()).Wait(TimeSpan.FromDays(10));

        driver.Refunds.Count.ShouldBe(1);
        driver.Sent<AskRefundState>().ShouldBeEmpty("what was never accepted is asked about by its line");
        driver.Differences.ShouldBe([DifferenceKind.RefundUnanswered]);
    }

    [Test]
    public void Should_believe_that_it_was_done_after_all()
    {
        var driver = Paid.Give(Pay.Decided(), new RefundRejected(Pay.Reference, 1, "95"), new RefundMade(Pay.Reference, 1));

        driver.State.ShouldBe(OrderState.Refunded);
        driver.Differences.ShouldBe([DifferenceKind.RefundRejected]);
    }

    [Test]
    public void Should_be_a_difference_when_it_was_done_after_all_and_the_money_is_promised_elsewhere()
    {
        var driver = Paid.Give(Pay.Decided("1"), new RefundRejected(Pay.Reference, 1, "95"), Pay.Decided("2"), new RefundMade(Pay.Reference, 1));

        driver.Totals.Refunded.ShouldBe(Vnd.Zero);
        driver.Differences.ShouldBe([DifferenceKind.RefundRejected, DifferenceKind.RefundRejected]);
    }

    [Test]
    public void Should_keep_what_was_done_when_it_is_rejected_after_that()
    {
        var driver = Paid.Give(Pay.Decided(), new RefundMade(Pay.Reference, 1), new RefundRejected(Pay.Reference, 1, "09"));

        driver.State.ShouldBe(OrderState.Refunded);
        driver.Differences.ShouldBe([DifferenceKind.RefundRejected]);
    }
}
