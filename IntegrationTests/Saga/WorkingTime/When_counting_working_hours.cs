using DichVuCong.Messaging;

namespace DichVuCong.Saga.Tests.WorkingTime;

internal sealed class When_counting_working_hours
{
    [TestCase("2026-03-02 10:00", 60, "2026-03-02 11:00")]
    [TestCase("2026-03-02 10:00:30", 60, "2026-03-02 11:00:30", Description = "from the very moment")]
    [TestCase("2026-03-02 10:00", 480, "2026-03-03 10:00", Description = "8 working hours")]
    [TestCase("2026-03-02 11:30", 60, "2026-03-02 13:30", Description = "lunch does not count")]
    [TestCase("2026-03-06 16:00", 120, "2026-03-09 09:00", Description = "over a weekend")]
    [TestCase("2026-02-13 16:00", 120, "2026-02-23 09:00", Description = "across Tết")]
    [TestCase("2026-01-09 16:30", 60, "2026-01-10 08:30", Description = "into the Saturday worked in exchange")]
    [TestCase("2025-12-31 16:00", 480, "2026-01-05 16:00", Description = "over the new year")]
    [TestCase("2026-03-02 08:00", 7200, "2026-03-20 17:00", Description = "120 working hours")]
    public void Should_run_inside_office_hours_only(string started, int minutes, string due) => Due(started, minutes).ShouldBe(Moment.At(due));

    [TestCase("2026-03-02 06:00", 60, "2026-03-02 09:00", Description = "before opening")]
    [TestCase("2026-03-02 12:00", 30, "2026-03-02 13:30", Description = "as lunch begins")]
    [TestCase("2026-03-02 12:30", 30, "2026-03-02 13:30", Description = "at lunch")]
    [TestCase("2026-03-02 17:00", 1, "2026-03-03 08:01", Description = "exactly at closing")]
    [TestCase("2026-03-02 19:45", 60, "2026-03-03 09:00", Description = "after hours")]
    [TestCase("2026-02-17 10:00", 60, "2026-02-23 09:00", Description = "on the first day of Tết")]
    public void Should_start_at_the_next_opening_when_the_office_is_closed(string started, int minutes, string due) =>
        Due(started, minutes).ShouldBe(Moment.At(due));

    [TestCase("2026-03-02 08:00", 480, "2026-03-02 17:00")]
    [TestCase("2026-03-02 11:00", 60, "2026-03-02 12:00")]
    [TestCase("2026-03-06 16:59", 1, "2026-03-06 17:00")]
    [TestCase("2025-12-31 16:00", 60, "2025-12-31 17:00", Description = "before a holiday")]
    [TestCase("2026-01-09 16:00", 60, "2026-01-09 17:00", Description = "before a Saturday worked in exchange")]
    public void Should_end_at_closing_time_and_not_at_the_next_opening(string started, int minutes, string due) =>
        Due(started, minutes).ShouldBe(Moment.At(due));

    [TestCase("2026-03-02 10:00", "2026-03-02 17:00")]
    [TestCase("2026-03-02 17:30", "2026-03-03 17:00")]
    public void Should_take_no_hours_as_within_the_day(string started, string due) => Due(started, 0).ShouldBe(Moment.At(due));

    private static DateTimeOffset Due(string started, int minutes) =>
        ShippedCalendars.Calendars.Due(new ClockTerms("vn", TimeUnit.WorkingHours, minutes, Moment.At(started)));
}
