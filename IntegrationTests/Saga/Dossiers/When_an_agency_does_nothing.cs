using DichVuCong.Contracts.Dossiers;
using static DichVuCong.Saga.Tests.WorkingTime.Moment;

namespace DichVuCong.Saga.Tests.Dossiers;

internal sealed class When_an_agency_does_nothing
{
    private static readonly ProcessingTerm TwentyDays = new(20, TermUnit.WorkingDays, "1.001193/online/1 v7");

    [Test]
    public void Should_tell_once_that_it_is_neither_accepted_nor_refused()
    {
        var driver = new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered).GoTo("2026-03-03 08:59");
        driver.Told<DossierNotAccepted>().ShouldBeEmpty();

        driver.GoTo("2026-03-20 10:00").Give(Sample.Row(1, "2026-03-20 10:00")).GoTo("2026-04-20 10:00");

        driver.Told<DossierNotAccepted>().ShouldBe([new DossierNotAccepted(Sample.Code, Sample.Agency, Sample.Start)]);
        driver.Row!.Alarms.HasFlag(DossierAlarms.NotAccepted).ShouldBeTrue();
    }

    [TestCase(2), TestCase(3), TestCase(5), TestCase(6), TestCase(7), TestCase(8)]
    public void Should_not_tell_so_of_what_it_answered(int state)
    {
        var driver = new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered).Give(Sample.Row(state, Sample.Start));

        driver.Clocks.Names.ShouldNotContain("acceptance");
        driver.GoTo("2026-03-20 10:00").Told<DossierNotAccepted>().ShouldBeEmpty();
    }

    [Test]
    public void Should_tell_once_that_it_is_silent_after_three_working_days()
    {
        var driver = Accepted(Sample.FiveDays).GoTo("2026-03-05 16:59");
        driver.Told<DossierSilent>().ShouldBeEmpty();

        driver.GoTo("2026-04-20 10:00").Told<DossierSilent>().ShouldBe([new DossierSilent(Sample.Code, At("2026-03-02 09:30"))]);
    }

    [Test]
    public void Should_wait_for_half_the_term_when_that_is_later()
    {
        var driver = Accepted(TwentyDays).GoTo("2026-03-16 16:59");
        driver.Told<DossierSilent>().ShouldBeEmpty();

        driver.GoTo("2026-03-16 17:00").Told<DossierSilent>().Count().ShouldBe(1);
    }

    [Test]
    public void Should_look_again_later_when_it_has_spoken_since()
    {
        var driver = Accepted(Sample.FiveDays).GoTo("2026-03-04 10:00").Give(Sample.Row(4, "2026-03-04 10:00"));
        driver.Clocks.DueOf("silence").ShouldBe(At("2026-03-05 17:00"), "not every row moves the clock");

        driver.GoTo("2026-03-05 17:00").Told<DossierSilent>().ShouldBeEmpty();
        driver.Clocks.DueOf("silence").ShouldBe(At("2026-03-09 17:00"));
        driver.GoTo("2026-03-09 17:00").Told<DossierSilent>().ShouldBe([new DossierSilent(Sample.Code, At("2026-03-04 10:00"))]);
    }

    [Test]
    public void Should_tell_again_when_it_has_spoken_and_fallen_silent_again()
    {
        var driver = Accepted(Sample.FiveDays).GoTo("2026-03-06 10:00");
        driver.Row!.Alarms.HasFlag(DossierAlarms.Silent).ShouldBeTrue();

        driver.Give(Sample.Row(4, "2026-03-06 10:00"));

        driver.Row!.Alarms.HasFlag(DossierAlarms.Silent).ShouldBeFalse();
        driver.GoTo("2026-03-11 17:00").Told<DossierSilent>().Count().ShouldBe(2);
    }

    [Test]
    public void Should_begin_to_listen_again_after_a_supplement()
    {
        var driver = Accepted(Sample.FiveDays).Give(Sample.Row(5, "2026-03-02 09:31")).GoTo("2026-03-20 10:00");
        driver.Told<DossierSilent>().ShouldBeEmpty();

        driver.Give(Sample.Row(4, "2026-03-20 10:00"));

        driver.Clocks.DueOf("silence").ShouldBe(At("2026-03-25 17:00"));
    }

    private static DossierDriver Accepted(ProcessingTerm term) => new DossierDriver().Give(Sample.Filing with { Term = term }).Give(Sample.Delivered)
        .GoTo("2026-03-02 09:30").Give(Sample.Row(2, "2026-03-02 09:30"));
}
