using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Saga.Tests.WorkingTime;
using static DichVuCong.Saga.Tests.WorkingTime.Moment;

namespace DichVuCong.Saga.Tests.Dossiers;

internal sealed class When_a_deadline_runs
{
    [Test]
    public void Should_issue_the_second_receipt_with_the_deadline_counted_from_the_time_received()
    {
        var driver = Travelling().GoTo("2026-03-03 10:05").Give(Sample.Whole(2, "2026-03-03 10:00"));

        driver.Told<ReceiptIssued>().Last().ShouldBe(new ReceiptIssued(Sample.Code, 2, At("2026-03-03 10:00"), Sample.Agency, At("2026-03-10 17:00"), Provisional: false));
        driver.Told<DeadlineChanged>().ShouldBe([new DeadlineChanged(Sample.Code, At("2026-03-10 17:00"), DeadlineCause.Accepted)]);
        driver.Clocks.TermsOf("deadline").ShouldBe(new ClockTerms("H29.101", TimeUnit.WorkingDays, 5, At("2026-03-03 10:00")));
        driver.Row!.AcceptedAt.ShouldBe(At("2026-03-03 10:00"));
    }

    [TestCase(TermUnit.WorkingMinutes, 240, "2026-03-02 15:00")]
    [TestCase(TermUnit.WorkingDays, 0, "2026-03-02 17:00")]
    [TestCase(TermUnit.WorkingDays, 1, "2026-03-03 17:00")]
    [TestCase(TermUnit.CalendarDays, 5, "2026-03-09 17:00")]
    [TestCase(TermUnit.Months, 1, "2026-04-02 17:00")]
    public void Should_count_in_the_unit_of_the_term(TermUnit unit, long amount, string deadline)
    {
        var driver = new DossierDriver().Give(Sample.Filing with { Term = new ProcessingTerm(amount, unit, "1.001193/online/1 v7") })
            .GoTo("2026-03-02 10:00").Give(Sample.Row(2, "2026-03-02 10:00"));

        driver.Shown.Deadline.ShouldBe(At(deadline));
    }

    [Test]
    public void Should_set_no_deadline_before_the_agency_accepts()
    {
        var driver = Travelling().Give(Sample.Row(1, "2026-03-02 09:30")).GoTo("2026-03-02 09:40").Give(Sample.Row(5, "2026-03-02 09:40"));

        driver.Told<DeadlineChanged>().ShouldBeEmpty();
        driver.Clocks.Names.ShouldBe("");
        driver.Shown.Suspended.ShouldBeFalse();
        driver.Shown.Deadline.ShouldBe(Sample.Filing.Deadline, "the provisional one");
    }

    [TestCase(3), TestCase(7), TestCase(8), TestCase(9)]
    public void Should_end_with_the_dossier(int end)
    {
        var driver = Accepted().GoTo("2026-03-04 10:00").Give(Sample.Row(end, "2026-03-04 10:00"));

        driver.Clocks.Names.ShouldBe(end == 9 ? "silence" : "");
        driver.Shown.FinishedAt.ShouldBe(At("2026-03-04 10:00"));
        driver.GoTo("2026-04-30 10:00").Told<DossierOverdue>().ShouldBeEmpty();
        driver.Told<DossierSilent>().ShouldBeEmpty("a result that waits to be fetched is no silence of the agency");
    }

    [Test]
    public void Should_be_told_once_when_it_passes()
    {
        var driver = Accepted().GoTo("2026-03-20 10:00").Give(Sample.Row(4, "2026-03-20 10:00")).GoTo("2026-04-20 10:00");

        driver.Told<DossierOverdue>().ShouldBe([new DossierOverdue(Sample.Code, At("2026-03-09 17:00"))]);
        driver.Figures[$"{Sample.Agency} 2026-03-09 BecameOverdue"].ShouldBe(1);

        driver.Give(Sample.Row(9, "2026-04-20 09:00"));
        driver.Figures[$"{Sample.Agency} 2026-04-20 FinishedLate"].ShouldBe(1);
    }

    [Test]
    public void Should_take_an_alarm_back_that_a_late_row_disproves()
    {
        var driver = Accepted().GoTo("2026-03-10 10:00");
        driver.Row!.Alarms.HasFlag(DossierAlarms.Overdue).ShouldBeTrue();

        driver.Give(Sample.Row(9, "2026-03-09 16:00"));

        driver.Row.Alarms.HasFlag(DossierAlarms.Overdue).ShouldBeFalse();
        driver.Figures.ShouldNotContainKey($"{Sample.Agency} 2026-03-09 BecameOverdue");
        driver.Figures[$"{Sample.Agency} 2026-03-09 FinishedOnTime"].ShouldBe(1);
    }

    [Test]
    public void Should_move_with_the_calendar()
    {
        var driver = Accepted().ChangeTo(Sample.CalendarsOf(2, Office.Special("vn", "2026-03-05", DayKind.Holiday)));

        driver.Told<DeadlineChanged>().Last().ShouldBe(new DeadlineChanged(Sample.Code, At("2026-03-10 17:00"), DeadlineCause.Calendar));
        (driver.Row!.Deadline, driver.Row.OwnDeadline).ShouldBe((At("2026-03-10 17:00"), At("2026-03-10 17:00")));
        driver.GoTo("2026-03-10 16:59").Told<DossierOverdue>().ShouldBeEmpty();
    }

    private static DossierDriver Travelling() => new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered).GoTo("2026-03-02 09:30");

    private static DossierDriver Accepted() => Travelling().Give(Sample.Row(2, "2026-03-02 09:30"));
}
