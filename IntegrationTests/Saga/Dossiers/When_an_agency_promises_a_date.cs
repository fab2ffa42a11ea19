using DichVuCong.Contracts.Dossiers;
using static DichVuCong.Saga.Tests.WorkingTime.Moment;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>Our own count ends on Monday 9 March.</summary>
internal sealed class When_an_agency_promises_a_date
{
    [TestCase("2026-03-09 17:00", "")]
    [TestCase("2026-03-10 17:00", "")]
    [TestCase("2026-03-06 17:00", "")]
    [TestCase("2026-03-11 17:00", "DeadlineDiffers")]
    [TestCase("2026-03-05 17:00", "DeadlineDiffers")]
    public void Should_show_it_keep_ours_and_flag_more_than_a_working_day_of_difference(string date, string flags)
    {
        var driver = Promised(date);

        (driver.Row!.Deadline, driver.Row.OwnDeadline).ShouldBe((At(date), At("2026-03-09 17:00")));
        driver.Clocks.DueOf("deadline").ShouldBe(At(date));
        driver.Flags.Standing.ShouldBe(flags);
        driver.Told<ReceiptIssued>().Last().Deadline.ShouldBe(At(date));
    }

    [Test]
    public void Should_flag_a_difference_once()
    {
        var driver = Promised("2026-03-12 17:00").Give(Promise("2026-03-02 11:00", "2026-03-12 17:00")).Give(Promise("2026-03-02 12:00", "2026-03-13 17:00", "Chờ xác minh"));

        driver.Told<DossierFlagged>().Count(flag => flag.Flag == DossierFlag.DeadlineDiffers).ShouldBe(1);
    }

    [Test]
    public void Should_let_it_be_moved_once_with_a_reason()
    {
        var driver = Promised("2026-03-09 17:00").Give(Promise("2026-03-03 10:00", "2026-03-10 17:00", "Chờ xác minh"));

        driver.Told<DeadlineChanged>().Last().ShouldBe(new DeadlineChanged(Sample.Code, At("2026-03-10 17:00"), DeadlineCause.Appointment));
        driver.Clocks.DueOf("deadline").ShouldBe(At("2026-03-10 17:00"));
        driver.Flags.Standing.ShouldBe("");
    }

    [Test]
    public void Should_flag_a_move_without_a_reason_and_take_it_all_the_same()
    {
        var driver = Promised("2026-03-09 17:00").Give(Promise("2026-03-03 10:00", "2026-03-10 17:00"));

        driver.Shown.Deadline.ShouldBe(At("2026-03-10 17:00"));
        driver.Flags.Standing.ShouldBe("AppointmentMoved");
    }

    [Test]
    public void Should_flag_each_later_move()
    {
        var driver = Promised("2026-03-09 17:00")
            .Give(Promise("2026-03-03 10:00", "2026-03-10 17:00", "Chờ xác minh"))
            .Give(Promise("2026-03-04 10:00", "2026-03-09 17:00", "Đã xác minh"))
            .Give(Promise("2026-03-05 10:00", "2026-03-10 17:00", "Chờ ký"));

        driver.Told<DossierFlagged>().Count(flag => flag.Flag == DossierFlag.AppointmentMoved).ShouldBe(2);
        driver.Shown.Deadline.ShouldBe(At("2026-03-10 17:00"));
    }

    /// <summary>DongBoHoSoMC has no time of its own: its rows often share one.</summary>
    [Test]
    public void Should_be_the_latest_of_those_that_are_given_at_the_same_time()
    {
        var driver = new DossierDriver().Give(Sample.Filing).GoTo("2026-03-02 09:30");
        foreach (var day in new[] { 12, 10, 13, 11 }) driver.Give(Sample.Whole(2, "2026-03-02 09:30", $"2026-03-{day} 17:00"));

        driver.Shown.Deadline.ShouldBe(At("2026-03-13 17:00"));
    }

    [Test]
    public void Should_be_all_there_is_when_the_catalogue_has_no_term()
    {
        var driver = new DossierDriver().Give(Sample.Filing with { Term = null, Deadline = null }).GoTo("2026-03-02 09:30");
        driver.Give(Sample.Row(2, "2026-03-02 09:30"));

        driver.Flags.Standing.ShouldBe("NoTerm");
        driver.Clocks.Names.ShouldBe("silence");
        driver.Told<ReceiptIssued>().Last().Deadline.ShouldBeNull();

        driver.Give(Promise("2026-03-02 09:31", "2026-03-16 17:00"));

        driver.Clocks.DueOf("deadline").ShouldBe(At("2026-03-16 17:00"));
        (driver.Row!.Deadline, driver.Row.OwnDeadline).ShouldBe((At("2026-03-16 17:00"), null));
        driver.Told<DossierFlagged>().Count(flag => flag.Flag == DossierFlag.NoTerm).ShouldBe(1);
        driver.GoTo("2026-03-16 17:00").Told<DossierOverdue>().Count().ShouldBe(1);
    }

    private static DossierDriver Promised(string date) => new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered)
        .GoTo("2026-03-02 09:30").Give(Sample.Whole(2, "2026-03-02 09:30", date)).GoTo("2026-03-05 10:00");

    private static RecordAgencyStatus Promise(string at, string date, string? reason = null) => Sample.Whole(2, "2026-03-02 09:30", date, at, reason);
}
