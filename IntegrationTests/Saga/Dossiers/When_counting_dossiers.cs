namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>The daily figures of an agency, which must add up whatever comes late (A34.5-7).</summary>
internal sealed class When_counting_dossiers
{
    [Test]
    public void Should_count_each_step_on_the_day_on_which_it_took_place()
    {
        var driver = new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered).GoTo("2026-03-12 09:00");
        foreach (var (state, at) in new[] { (2, "2026-03-02 10:00"), (5, "2026-03-03 10:00"), (4, "2026-03-04 10:00"), (9, "2026-03-06 10:00"), (10, "2026-03-09 10:00") })
            driver.Give(Sample.Row(state, at));

        Figures(driver).ShouldBe("02 Accepted, 02 Delivered, 02 Filed, 03 SupplementRequested, 06 FinishedOnTime, 09 Returned");
    }

    [Test]
    public void Should_move_what_a_late_row_shows_to_have_been_on_another_day()
    {
        var driver = new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered).GoTo("2026-03-12 09:00").Give(Sample.Row(4, "2026-03-04 10:00"))
            .Give(Sample.Row(2, "2026-03-04 09:00"));
        Figures(driver).ShouldBe("02 Delivered, 02 Filed, 04 Accepted");

        driver.Give(Sample.Row(2, "2026-03-03 09:00"));

        Figures(driver).ShouldBe("02 Delivered, 02 Filed, 03 Accepted");
    }

    [Test]
    public void Should_take_back_an_end_that_an_operator_corrects()
    {
        var driver = new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered).GoTo("2026-03-05 09:00")
            .Give(Sample.Row(2, "2026-03-02 10:00")).Give(Sample.Row(8, "2026-03-03 10:00"));
        var reopened = Sample.Row(4, "2026-03-04 10:00");
        Figures(driver).ShouldBe("02 Accepted, 02 Delivered, 02 Filed, 03 Stopped");

        driver.Give(reopened).Give(Sample.Accept(reopened));

        Figures(driver).ShouldBe("02 Accepted, 02 Delivered, 02 Filed");
    }

    [Test]
    public void Should_be_late_by_the_date_that_is_shown()
    {
        var driver = new DossierDriver().Give(Sample.Counter).GoTo("2026-03-20 09:00")
            .Give(Sample.Whole(2, "2026-03-02 09:00", "2026-03-13 17:00")).Give(Sample.Row(9, "2026-03-11 10:00"));

        Figures(driver).ShouldBe("02 Accepted, 02 ReceivedAtCounter, 11 FinishedOnTime", "our own count ended on the 9th, the agency's word on the 13th");
    }

    private static string Figures(DossierDriver driver) => string.Join(", ", driver.Figures.Select(figure =>
    {
        figure.Value.ShouldBe(1);
        return figure.Key.Replace($"{Sample.Agency} 2026-03-", "", StringComparison.Ordinal);
    }));
}
