using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;
using DichVuCong.Saga.Tests.WorkingTime;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_a_difference_is_inquired
{
    private const string Difference = "D26030200000000C1S-1-1";

    private static readonly OpenInquiry Opening = new(
        Difference, DifferenceKind.AmountShort, Pay.Partner, Pay.Reference, Pay.Agency, "14000001", Pay.Amount, new Vnd(149_999), new DateOnly(2026, 3, 2));

    private static InquiryDriver Opened => new InquiryDriver().Give(Opening);

    private static InquiryDriver Proposed => Opened.Give(Proposes("soat01"));

    [Test]
    public void Should_be_told_once_with_its_deadline()
    {
        var driver = Opened.Give(Opening);

        var found = driver.Told<PaymentDifferenceFound>().ShouldHaveSingleItem();
        (found.Deadline, found.TransactionNo, found.Day).ShouldBe((Moment.At("2026-05-04 17:00"), "14000001", Opening.Day));
        var row = driver.Sent<UpdateInquiryRow>().ShouldHaveSingleItem();
        (row.TransactionNo, row.Day).ShouldBe(("14000001", Opening.Day));
        driver.Clocks.Names.ShouldBe("claim deadline reminder");
    }

    [Test]
    public void Should_remind_those_who_have_not_answered()
    {
        var driver = Opened.GoTo(Moment.At("2026-03-09 17:00"));
        driver.Told<InquiryReminded>().ShouldHaveSingleItem().Missing.ShouldBe(InquiryParty.Bank | InquiryParty.Agency);

        driver.Give(Answers(InquiryParty.Bank)).GoTo(Moment.At("2026-03-16 17:00")).Told<InquiryReminded>().Last().Missing.ShouldBe(InquiryParty.Agency);
        driver.Give(Answers(InquiryParty.Agency)).Data.State.ShouldBe(InquiryState.Answered);
        driver.GoTo(Moment.At("2026-05-01 17:00")).Told<InquiryReminded>().Count().ShouldBe(2);
    }

    [Test]
    public void Should_want_no_answer_of_somebody_who_has_no_part_in_it()
    {
        new InquiryDriver().Give(Opening with { Agency = null }, Answers(InquiryParty.Bank)).Data.State.ShouldBe(InquiryState.Answered);
        new InquiryDriver().Give(Opening with { Partner = "" }, Answers(InquiryParty.Agency)).Data.State.ShouldBe(InquiryState.Answered);
    }

    [TestCase(InquiryParty.Bank | InquiryParty.Agency), TestCase(InquiryParty.None), TestCase((InquiryParty)4)]
    public void Should_take_an_answer_only_from_one_of_those_who_were_asked(InquiryParty party)
    {
        var driver = Opened.Give(Answers(party));

        driver.Data.Answers.ShouldBe(InquiryParty.None);
        driver.Told<AnswerNotAllowed>().ShouldHaveSingleItem().Party.ShouldBe(party);
        new InquiryDriver().Give(Opening with { Agency = null }, Answers(InquiryParty.Agency)).Sent<KeepInquiryStep>().ShouldBeEmpty();
    }

    [Test]
    public void Should_not_be_proposed_by_nobody() =>
        Opened.Give(Proposes(" ")).Told<ClosingNotAllowed>().ShouldHaveSingleItem().Obstacle.ShouldBe(ClosingObstacle.NotFourEyes);

    [Test]
    public void Should_not_take_another_spelling_of_one_account_for_another_person() =>
        new InquiryDriver().Give(Opening, Proposes("so\u00e1t01"), Decides("soa\u0301t01")).Data.State.ShouldBe(InquiryState.ClosingProposed);

    [Test]
    public void Should_tell_when_its_limits_pass()
    {
        var driver = Opened.GoTo(Moment.At("2026-05-20 08:00"));

        driver.Told<InquiryOverdue>().Select(told => (told.IsClaim, told.Limit)).ShouldBe(
            [(true, Moment.At("2026-05-01 17:00")), (false, Moment.At("2026-05-04 17:00"))], ignoreOrder: true);
        driver.Sent<UpdateInquiryRow>().Last().Overdue.ShouldBeTrue();
    }

    [Test]
    public void Should_be_closed_by_two_persons()
    {
        var driver = Proposed.Give(Decides("soat02"));

        driver.Told<InquiryClosed>().ShouldHaveSingleItem().ByRule.ShouldBeFalse();
        driver.Sent<KeepInquiryStep>().Select(step => (step.Step, step.By)).ShouldBe([(InquiryStep.ClosingProposed, "soat01"), (InquiryStep.ClosingAgreed, "soat02")]);
        driver.Clocks.Names.ShouldBeEmpty();
    }

    [TestCase("soat01"), TestCase("SOAT01"), TestCase(" soat01 "), TestCase(""), TestCase(" ")]
    public void Should_not_be_closed_by_one_person(string second)
    {
        var driver = Proposed.Give(Decides(second));

        driver.Data.State.ShouldBe(InquiryState.ClosingProposed);
        driver.Told<ClosingNotAllowed>().ShouldHaveSingleItem().Obstacle.ShouldBe(ClosingObstacle.NotFourEyes);
    }

    [Test]
    public void Should_not_be_closed_by_one_person_over_anothers_proposal()
    {
        var driver = Proposed.Give(Proposes("soat02"), Decides("soat02"));

        driver.Data.State.ShouldBe(InquiryState.ClosingProposed);
        driver.Give(Decides("soat01")).Data.State.ShouldBe(InquiryState.Closed);
    }

    [TestCase(""), TestCase("  ")]
    public void Should_not_be_closed_without_a_reason(string reason)
    {
        Opened.Give(Proposes("soat01") with { Reason = reason }).Data.State.ShouldBe(InquiryState.Open);
        Proposed.Give(Decides("soat02") with { Reason = reason }).Data.State.ShouldBe(InquiryState.ClosingProposed);
    }

    [Test]
    public void Should_not_be_closed_without_a_proposal() =>
        Opened.Give(Decides("soat02")).Told<ClosingNotAllowed>().ShouldHaveSingleItem().Obstacle.ShouldBe(ClosingObstacle.NotProposed);

    [Test]
    public void Should_go_back_to_where_it_was_when_declined()
    {
        Proposed.Give(Decides("soat02") with { Agreed = false }).Data.State.ShouldBe(InquiryState.Open);
        Opened.Give(Answers(InquiryParty.Bank), Answers(InquiryParty.Agency), Proposes("soat01"), Decides("soat01") with { Agreed = false })
            .Data.State.ShouldBe(InquiryState.Answered, "who proposed it may take it back");
    }

    [Test]
    public void Should_be_closed_by_the_rule_that_matched()
    {
        var driver = Opened.Give(new ResolveInquiry(Difference, "vnpay-20260304-2", "exact reference"));

        driver.Told<InquiryClosed>().ShouldHaveSingleItem().ByRule.ShouldBeTrue();
        var state = driver.Json;
        driver.Give(Proposes("soat01"), Decides("soat02"), Answers(InquiryParty.Bank), new CarryInquiry(Difference, new DateOnly(2026, 3, 9)));
        driver.Json.ShouldBe(state, "what is closed stays closed");
    }

    [Test]
    public void Should_be_opened_again_when_a_later_file_tells_the_same_once_more()
    {
        var driver = Opened.Give(Answers(InquiryParty.Bank), new ResolveInquiry(Difference, "vnpay-20260304-2", "exact reference"))
            .Wait(TimeSpan.FromHours(1)).Give(Opening);

        (driver.Data.State, driver.Data.Answers, driver.Data.OpenedAt).ShouldBe((InquiryState.Open, InquiryParty.None, driver.Now));
        driver.Told<PaymentDifferenceFound>().Count().ShouldBe(2);
        driver.Clocks.Names.ShouldNotBeEmpty();
        driver.Give(new ResolveInquiry(Difference, "vnpay-20260304-4", "exact reference")).Data.State.ShouldBe(InquiryState.Closed);
    }

    [Test]
    public void Should_not_be_opened_again_once_two_persons_closed_it()
    {
        var driver = Proposed.Give(Decides("soat02"));
        var state = driver.Json;

        driver.Give(Opening).Json.ShouldBe(state);
    }

    [Test]
    public void Should_be_carried_over_from_day_to_day()
    {
        var driver = Opened;
        foreach (var day in new[] { 3, 4, 4, 3 }) driver.Give(new CarryInquiry(Difference, new DateOnly(2026, 3, day)));

        driver.Sent<UpdateInquiryRow>().Select(row => row.CarriedTo?.Day).ShouldBe([null, 3, 4]);
    }

    [Test]
    public void Should_name_the_limits_that_nobody_has_verified()
    {
        var rules = new PaymentRules();

        foreach (var limit in new[] { rules.InquiryLimit, rules.ClaimLimit })
        {
            limit.IsVerified.ShouldBeFalse();
            limit.LegalBasis.ShouldNotBeEmpty();
        }
    }

    private static AnswerInquiry Answers(InquiryParty party) => new(Difference, party, "Đã kiểm tra", "nguoitraloi");

    private static ProposeClosing Proposes(string account) => new(Difference, "Ngân hàng đã bù một đồng", account);

    private static DecideClosing Decides(string account) => new(Difference, Agreed: true, "Đồng ý", account);

    private sealed class InquiryDriver() : PaymentDriver<InquiryData, InquiryDriver>(PaymentEndpoints.Inquiries, Difference, rules: null)
    {
        protected override void Check()
        {
            if (Data.State == InquiryState.Closed) Clocks.Names.ShouldBeEmpty();
            Sent<UpdateInquiryRow>().Last().State.ShouldBe(Data.State);
            Json.Length.ShouldBeLessThan(1500);
        }
    }
}
