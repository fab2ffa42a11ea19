using DichVuCong.Messaging;

namespace DichVuCong.Saga.Tests.WorkingTime;

internal sealed class When_counting_calendar_days_and_months
{
    [TestCase("2026-03-02 10:00", 1, "2026-03-03 17:00")]
    [TestCase("2026-03-02 22:00", 1, "2026-03-03 17:00", Description = "received after hours")]
    [TestCase("2026-03-02 10:00", 10, "2026-03-12 17:00", Description = "days off in between count")]
    [TestCase("2026-03-02 10:00", 5, "2026-03-09 17:00", Description = "a last day on Saturday moves to Monday")]
    [TestCase("2026-02-10 10:00", 7, "2026-02-23 17:00", Description = "a last day at Tết moves behind it")]
    [TestCase("2026-01-05 10:00", 5, "2026-01-10 17:00", Description = "a Saturday that is worked is no day off")]
    [TestCase("2026-12-25 10:00", 7, "2027-01-04 17:00", Description = "into the next year")]
    [TestCase("2026-03-02 10:00", 0, "2026-03-02 17:00", Description = "within the day")]
    [TestCase("2026-03-06 17:00", 0, "2026-03-09 17:00", Description = "within the day that has closed")]
    public void Should_end_days_at_the_close_of_the_last(string started, int days, string due) =>
        Due(TimeUnit.CalendarDays, started, days).ShouldBe(Moment.At(due));

    [TestCase("2026-03-02 10:00", 1, "2026-04-02 17:00", Description = "the same date")]
    [TestCase("2026-03-15 10:00", 12, "2027-03-15 17:00")]
    [TestCase("2024-01-31 10:00", 1, "2024-02-29 17:00", Description = "the last day of a shorter month")]
    [TestCase("2026-01-31 10:00", 1, "2026-03-02 17:00", Description = "28 February 2026 is a Saturday")]
    [TestCase("2026-01-29 10:00", 1, "2026-03-02 17:00")]
    [TestCase("2025-11-30 10:00", 3, "2026-03-02 17:00", Description = "over the turn of the year")]
    [TestCase("2026-12-31 10:00", 2, "2027-03-01 17:00")]
    [TestCase("2026-01-17 10:00", 1, "2026-02-23 17:00", Description = "a last day at Tết moves behind it")]
    [TestCase("2026-01-16 23:30", 0, "2026-01-19 17:00", Description = "within the day")]
    public void Should_end_months_on_the_same_date_or_the_last_of_the_month(string started, int months, string due) =>
        Due(TimeUnit.Months, started, months).ShouldBe(Moment.At(due));

    private static DateTimeOffset Due(TimeUnit unit, string started, int budget) =>
        ShippedCalendars.Calendars.Due(new ClockTerms("vn", unit, budget, Moment.At(started)));
}
