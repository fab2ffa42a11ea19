using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Saga.Tests.WorkingTime;

internal sealed class When_an_agency_has_hours_of_its_own
{
    private static readonly WorkingCalendars Seasonal = new(new CalendarData(
        Version: 1,
        [],
        [
            .. Office.Week("vn", "08:00-12:00 13:00-17:00"),
            .. Office.Week("H08", "07:30-11:30 13:00-17:00", "2026-01-01", "2026-04-14"),
            .. Office.Week("H08", "07:00-11:00 13:30-17:30", "2026-04-15", "2026-10-14"),
        ],
        []));

    [TestCase("H29", "2026-03-02 10:00", 120, "2026-03-02 13:30")]
    [TestCase("H29", "2026-03-02 07:00", 480, "2026-03-02 17:00")]
    [TestCase("H17", "2026-03-06 16:00", 120, "2026-03-07 08:30", Description = "into Saturday morning")]
    [TestCase("H17", "2026-03-07 10:30", 120, "2026-03-09 08:30", Description = "out of Saturday morning")]
    [TestCase("H17", "2026-01-10 11:00", 60, "2026-01-10 13:30", Description = "a Saturday in exchange is worked like a Friday")]
    public void Should_run_inside_them(string calendar, string started, int minutes, string due) =>
        Due(ShippedCalendars.Calendars, calendar, TimeUnit.WorkingHours, started, minutes).ShouldBe(Moment.At(due));

    [TestCase(TimeUnit.WorkingDays, "2026-03-06 09:00", 1, "2026-03-07 11:30")]
    [TestCase(TimeUnit.WorkingDays, "2026-03-06 09:00", 2, "2026-03-09 17:00")]
    [TestCase(TimeUnit.WorkingDays, "2026-01-09 09:00", 1, "2026-01-10 17:00", Description = "worked in exchange, so the whole day")]
    [TestCase(TimeUnit.CalendarDays, "2026-03-02 09:00", 5, "2026-03-07 11:30")]
    [TestCase(TimeUnit.WorkingDays, "2026-03-07 09:00", 0, "2026-03-07 11:30")]
    [TestCase(TimeUnit.WorkingDays, "2026-03-07 11:30", 0, "2026-03-09 17:00")]
    public void Should_count_its_Saturday_mornings_as_working_days(TimeUnit unit, string started, int budget, string due) =>
        Due(ShippedCalendars.Calendars, "H17", unit, started, budget).ShouldBe(Moment.At(due));

    [TestCase("2026-04-14 16:00", 120, "2026-04-15 08:00", Description = "winter to summer")]
    [TestCase("2026-04-15 07:00", 480, "2026-04-15 17:30")]
    [TestCase("2026-10-14 17:00", 60, "2026-10-15 08:30", Description = "behind its last season the national hours hold")]
    [TestCase("2025-12-31 16:30", 60, "2026-01-01 08:00", Description = "before its first season the national hours hold")]
    public void Should_follow_the_season(string started, int minutes, string due) =>
        Due(Seasonal, "H08", TimeUnit.WorkingHours, started, minutes).ShouldBe(Moment.At(due));

    [TestCase("2026-04-14 09:00", 1, "2026-04-15 17:30")]
    [TestCase("2026-10-13 09:00", 2, "2026-10-15 17:00")]
    public void Should_end_days_at_the_close_of_the_season(string started, int days, string due) =>
        Due(Seasonal, "H08", TimeUnit.WorkingDays, started, days).ShouldBe(Moment.At(due));

    [TestCase("H29.101", "2026-03-02 08:30")]
    [TestCase("H29.101.2", "2026-03-02 08:30", Description = "the longest prefix that has a calendar")]
    [TestCase("H2", "2026-03-02 09:00", Description = "a prefix ends at a dot")]
    [TestCase("H291", "2026-03-02 09:00")]
    [TestCase("000.00.01.H29", "2026-03-02 09:00", Description = "a code in its old form is another text")]
    [TestCase("G01", "2026-03-02 09:00", Description = "without a calendar the national one")]
    [TestCase("system:H29", "2026-03-02 09:00")]
    [TestCase("", "2026-03-02 09:00")]
    public void Should_be_followed_by_the_units_below_it_and_by_nobody_else(string calendar, string due) =>
        Due(ShippedCalendars.Calendars, calendar, TimeUnit.WorkingHours, "2026-03-02 07:00", 60).ShouldBe(Moment.At(due));

    private static DateTimeOffset Due(WorkingCalendars calendars, string calendar, TimeUnit unit, string started, int budget) =>
        calendars.Due(new ClockTerms(calendar, unit, budget, Moment.At(started)));
}
