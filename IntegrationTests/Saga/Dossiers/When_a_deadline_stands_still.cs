using DichVuCong.Contracts.Dossiers;
using static DichVuCong.Saga.Tests.WorkingTime.Moment;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>Accepted on Monday 2 March with five working days: due on Monday 9.</summary>
internal sealed class When_a_deadline_stands_still
{
    [Test]
    public void Should_show_none_while_a_supplement_is_awaited()
    {
        var driver = Asked();

        (driver.Row!.Deadline, driver.Row.OwnDeadline, driver.Row.DeadlineSuspended).ShouldBe((null, null, true));
        driver.Told<DeadlineChanged>().Last().ShouldBe(new DeadlineChanged(Sample.Code, Deadline: null, DeadlineCause.Suspended));
        driver.Clocks.Names.ShouldBe("(deadline) silence");
        driver.GoTo("2026-04-20 10:00").Told<DossierOverdue>().ShouldBeEmpty();
        driver.Told<DossierSilent>().ShouldBeEmpty("it is the applicant's turn");
    }

    [Test]
    public void Should_end_as_if_the_waiting_had_not_been()
    {
        var driver = Asked().GoTo("2026-03-09 10:00").Give(Sample.Row(4, "2026-03-09 10:00"));

        driver.Shown.Deadline.ShouldBe(At("2026-03-12 17:00"), "three working days lie between Wednesday 4 and Monday 9");
        driver.Told<DeadlineChanged>().Last().ShouldBe(new DeadlineChanged(Sample.Code, At("2026-03-12 17:00"), DeadlineCause.Resumed));
        driver.Clocks.DueOf("deadline").ShouldBe(At("2026-03-12 17:00"));
        driver.GoTo("2026-03-12 17:00").Told<DossierOverdue>().ShouldBe([new DossierOverdue(Sample.Code, At("2026-03-12 17:00"))]);
    }

    [Test]
    public void Should_add_up_when_it_happens_again()
    {
        var driver = Asked()
            .GoTo("2026-03-09 10:00").Give(Sample.Row(4, "2026-03-09 10:00"))
            .GoTo("2026-03-10 10:00").Give(Sample.Row(5, "2026-03-10 10:00"))
            .GoTo("2026-03-13 10:00").Give(Sample.Row(2, "2026-03-13 10:00"));

        driver.Shown.Deadline.ShouldBe(At("2026-03-17 17:00"), "three working days more");
        driver.Figures.Where(figure => figure.Key.EndsWith("SupplementRequested", StringComparison.Ordinal)).Sum(figure => figure.Value).ShouldBe(2);
        driver.Told<DeadlineChanged>().Select(change => change.Cause)
            .ShouldBe([DeadlineCause.Accepted, DeadlineCause.Suspended, DeadlineCause.Resumed, DeadlineCause.Suspended, DeadlineCause.Resumed]);
    }

    [TestCase(3), TestCase(7), TestCase(8)]
    public void Should_leave_no_clock_when_the_dossier_ends_meanwhile(int end)
    {
        var driver = Asked().GoTo("2026-03-05 10:00").Give(Sample.Row(end, "2026-03-05 10:00"));

        driver.Clocks.Names.ShouldBe("");
        driver.Shown.Suspended.ShouldBeFalse();
    }

    [Test]
    public void Should_run_again_from_acceptance_when_the_supplement_came_before()
    {
        var driver = new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered)
            .Give(Sample.Row(5, "2026-03-02 09:00")).GoTo("2026-03-04 10:00").Give(Sample.Row(1, "2026-03-04 10:00"));
        driver.Clocks.DueOf("acceptance").ShouldBe(At("2026-03-05 10:00"), "the agency's hours begin anew");

        driver.GoTo("2026-03-05 09:00").Give(Sample.Row(2, "2026-03-05 09:00"));

        driver.Shown.Deadline.ShouldBe(At("2026-03-12 17:00"));
        driver.Clocks.Names.ShouldBe("deadline silence");
    }

    [Test]
    public void Should_move_the_agencys_date_by_the_days_of_waiting()
    {
        var driver = new DossierDriver().Give(Sample.Filing).GoTo("2026-03-02 09:30").Give(Sample.Whole(2, "2026-03-02 09:30", "2026-03-10 17:00"))
            .GoTo("2026-03-04 10:00").Give(Sample.Row(5, "2026-03-04 10:00"))
            .GoTo("2026-03-09 10:00").Give(Sample.Row(4, "2026-03-09 10:00"));

        driver.Shown.Deadline.ShouldBe(At("2026-03-13 17:00"));
        driver.Flags.Standing.ShouldBe("");
    }

    private static DossierDriver Asked() => new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered)
        .GoTo("2026-03-02 09:30").Give(Sample.Row(2, "2026-03-02 09:30"))
        .GoTo("2026-03-04 10:00").Give(Sample.Row(5, "2026-03-04 10:00", "Thiếu bản sao"));
}
