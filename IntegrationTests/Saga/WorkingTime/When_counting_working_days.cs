using DichVuCong.Messaging;

namespace DichVuCong.Saga.Tests.WorkingTime;

internal sealed class When_counting_working_days
{
    [TestCase("2026-03-02 09:00", 1, "2026-03-03 17:00", Description = "the day of receipt does not count")]
    [TestCase("2026-03-02 09:00", 15, "2026-03-23 17:00")]
    [TestCase("2026-03-06 09:00", 1, "2026-03-09 17:00", Description = "over a weekend")]
    [TestCase("2025-12-31 15:00", 1, "2026-01-05 17:00", Description = "over the new year and the Friday given for it")]
    [TestCase("2026-12-31 15:00", 1, "2027-01-04 17:00")]
    [TestCase("2026-02-12 10:00", 5, "2026-02-26 17:00", Description = "across Tết")]
    [TestCase("2026-02-18 09:00", 3, "2026-02-25 17:00", Description = "received online in the middle of Tết")]
    [TestCase("2025-04-25 09:00", 5, "2025-05-06 17:00", Description = "a worked Saturday, then four days off and a weekend")]
    [TestCase("2026-04-24 09:00", 1, "2026-04-28 17:00", Description = "the Monday off for Hùng Kings on a Sunday")]
    [TestCase("2026-11-23 09:00", 1, "2026-11-24 17:00", Description = "24 November is switched off")]
    [TestCase("2027-02-03 09:00", 1, "2027-02-11 17:00", Description = "Tết with two days off for its weekend")]
    public void Should_end_at_the_close_of_the_last_day(string started, int days, string due) => Due(started, days).ShouldBe(Moment.At(due));

    [TestCase("2026-01-09 10:00", 1, "2026-01-10 17:00")]
    [TestCase("2026-01-09 10:00", 2, "2026-01-12 17:00")]
    [TestCase("2026-01-10 10:00", 1, "2026-01-12 17:00")]
    [TestCase("2026-01-03 10:00", 1, "2026-01-05 17:00", Description = "any other Saturday is off")]
    public void Should_count_the_Saturday_that_is_worked_in_exchange(string started, int days, string due) =>
        Due(started, days).ShouldBe(Moment.At(due));

    [TestCase("2026-03-02 00:00", "2026-03-03 17:00")]
    [TestCase("2026-03-02 06:00", "2026-03-03 17:00")]
    [TestCase("2026-03-02 12:30", "2026-03-03 17:00", Description = "at lunch")]
    [TestCase("2026-03-02 17:00", "2026-03-03 17:00", Description = "exactly at closing")]
    [TestCase("2026-03-02 20:00", "2026-03-03 17:00", Description = "after hours it was still received on that day")]
    [TestCase("2026-03-02 23:59:59", "2026-03-03 17:00")]
    [TestCase("2026-03-03 00:00", "2026-03-04 17:00")]
    [TestCase("2026-03-07 09:00", "2026-03-09 17:00", Description = "on a Saturday")]
    [TestCase("2026-03-08 22:00", "2026-03-09 17:00", Description = "on a Sunday night")]
    public void Should_count_from_the_day_after_receipt_whatever_its_time(string started, string due) => Due(started, 1).ShouldBe(Moment.At(due));

    [TestCase("2026-03-02 09:00", "2026-03-02 17:00")]
    [TestCase("2026-03-02 16:59", "2026-03-02 17:00")]
    [TestCase("2026-03-02 17:00", "2026-03-03 17:00")]
    [TestCase("2026-03-06 18:00", "2026-03-09 17:00")]
    [TestCase("2026-03-07 09:00", "2026-03-09 17:00")]
    [TestCase("2026-02-17 00:00", "2026-02-23 17:00")]
    [TestCase("2026-01-10 09:00", "2026-01-10 17:00")]
    public void Should_take_no_days_as_within_the_day(string started, string due) => Due(started, 0).ShouldBe(Moment.At(due));

    [Test]
    public void Should_count_in_days_of_Vietnam_whatever_the_offset_of_the_instant()
    {
        var started = Moment.At("2026-03-03 00:30");

        Due(started.ToUniversalTime(), 1).ShouldBe(Moment.At("2026-03-04 17:00"));
        Due(started.ToOffset(TimeSpan.FromHours(-8)), 1).Offset.ShouldBe(TimeSpan.FromHours(7));
    }

    [TestCase("2026-02-13 08:00", "2026-02-13 23:00", 0)]
    [TestCase("2026-02-13 23:00", "2026-02-23 01:00", 1)]
    [TestCase("2026-02-13 08:00", "2026-02-22 08:00", 0)]
    [TestCase("2026-02-23 01:00", "2026-02-13 23:00", -1)]
    [TestCase("2026-01-09 08:00", "2026-01-12 08:00", 2)]
    [TestCase("2025-12-31 08:00", "2026-12-31 08:00", 250, Description = "261 weekdays, 12 off, one Saturday")]
    public void Should_count_the_working_days_between_two_days(string from, string to, int days) =>
        ShippedCalendars.Calendars.WorkingDaysBetween("vn", Moment.At(from), Moment.At(to)).ShouldBe(days);

    private static DateTimeOffset Due(string started, int days) => Due(Moment.At(started), days);

    private static DateTimeOffset Due(DateTimeOffset started, int days) =>
        ShippedCalendars.Calendars.Due(new ClockTerms("vn", TimeUnit.WorkingDays, days, started));
}
