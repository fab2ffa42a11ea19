using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Saga.Tests.WorkingTime;

internal sealed class When_a_clock_is_suspended
{
    private static readonly WorkingCalendars Calendars = new(ShippedCalendars.Data with
    {
        Windows = [Office.Window("H29", "2026-03-02 22:00", "2026-03-03 04:00")],
    });

    // Received on Friday 27 February with 5 working days: due on Friday 6 March.
    [TestCase("2026-03-02 10:00", "2026-03-04 10:00", "2026-03-10 17:00", Description = "Monday to Wednesday: two counted days")]
    [TestCase("2026-03-02 08:00", "2026-03-02 16:00", "2026-03-06 17:00", Description = "the same day")]
    [TestCase("2026-02-27 10:00", "2026-02-27 16:00", "2026-03-06 17:00", Description = "on the day of receipt")]
    [TestCase("2026-02-27 10:00", "2026-03-02 10:00", "2026-03-09 17:00")]
    [TestCase("2026-02-28 10:00", "2026-03-01 10:00", "2026-03-06 17:00", Description = "a weekend is no counted day")]
    [TestCase("2026-03-06 10:00", "2026-03-09 10:00", "2026-03-09 17:00", Description = "nothing is left: the day on which it goes on")]
    [TestCase("2026-03-06 10:00", "2026-03-06 15:00", "2026-03-06 17:00")]
    [TestCase("2026-03-06 10:00", "2026-03-09 17:00", "2026-03-10 17:00", Description = "nothing is left and the day has closed")]
    [TestCase("2026-03-06 10:00", "2026-03-14 10:00", "2026-03-16 17:00", Description = "nothing is left and the day is off")]
    public void Should_move_working_days_by_the_counted_days(string suspended, string resumed, string due) =>
        DueAfter(new("vn", TimeUnit.WorkingDays, 5, Moment.At("2026-02-27 09:00")), (suspended, resumed)).ShouldBe(Moment.At(due));

    [TestCase("2026-02-10 10:00", "2026-03-10 10:00", "2026-03-30 17:00", Description = "28 days later, a Saturday, so on Monday")]
    [TestCase("2026-02-10 10:00", "2026-02-13 10:00", "2026-03-03 17:00")]
    [TestCase("2026-01-31 10:00", "2026-02-03 10:00", "2026-03-03 17:00", Description = "suspended on its first day")]
    [TestCase("2026-01-31 10:00", "2026-01-31 16:00", "2026-03-02 17:00", Description = "28 February is a Saturday")]
    public void Should_move_months_by_the_days(string suspended, string resumed, string due) =>
        DueAfter(new("vn", TimeUnit.Months, 1, Moment.At("2026-01-31 09:00")), (suspended, resumed)).ShouldBe(Moment.At(due));

    // 31 days to 15 February. Nothing is used yet, and still the month does not begin anew: 31 days are left.
    [TestCase("2026-01-15 10:00", "2026-02-12 10:00", "2026-03-16 17:00", Description = "15 March is a Sunday")]
    [TestCase("2026-01-15 10:00", "2026-01-19 10:00", "2026-02-23 17:00", Description = "19 February is at Tết")]
    public void Should_keep_the_days_of_a_month_that_is_suspended_on_its_first_day(string suspended, string resumed, string due) =>
        DueAfter(new("vn", TimeUnit.Months, 1, Moment.At("2026-01-15 09:00")), (suspended, resumed)).ShouldBe(Moment.At(due));

    [TestCase("2026-03-03 10:00", "2026-03-13 10:00", "2026-03-23 17:00")]
    [TestCase("2026-03-12 10:00", "2026-03-14 10:00", "2026-03-16 17:00", Description = "nothing is left and the day is off")]
    public void Should_move_calendar_days_by_the_days(string suspended, string resumed, string due) =>
        DueAfter(new("vn", TimeUnit.CalendarDays, 10, Moment.At("2026-03-02 09:00")), (suspended, resumed)).ShouldBe(Moment.At(due));

    [TestCase("2026-03-02 11:00", "2026-03-03 08:30", "2026-03-03 15:30")]
    [TestCase("2026-03-02 12:30", "2026-03-06 16:00", "2026-03-09 12:00", Description = "suspended at lunch")]
    [TestCase("2026-03-02 20:00", "2026-03-03 07:00", "2026-03-03 09:00", Description = "while the office was closed")]
    [TestCase("2026-03-03 09:00", "2026-03-04 10:00", "2026-03-04 17:00", Description = "nothing is left")]
    public void Should_move_working_hours_by_the_minute(string suspended, string resumed, string due) =>
        DueAfter(new("vn", TimeUnit.WorkingHours, 480, Moment.At("2026-03-02 09:00")), (suspended, resumed)).ShouldBe(Moment.At(due));

    [Test]
    public void Should_move_service_minutes_by_the_minute() =>
        DueAfter(
            new("system:H29", TimeUnit.ServiceMinutes, 120, Moment.At("2026-03-02 21:00")),
            ("2026-03-02 21:30", "2026-03-02 21:50")).ShouldBe(Moment.At("2026-03-03 05:20"));

    [Test]
    public void Should_add_up_over_several_suspensions()
    {
        // 10 working days from 2 March end on 16 March; away 4-6 March (2 days) and 10-13 March (3 days).
        DueAfter(
            new("vn", TimeUnit.WorkingDays, 10, Moment.At("2026-03-02 09:00")),
            ("2026-03-04 09:00", "2026-03-06 09:00"),
            ("2026-03-10 09:00", "2026-03-13 09:00")).ShouldBe(Moment.At("2026-03-23 17:00"));

        // 2 months from 15 January end on 15 March; 5 and 10 days are added, and 30 March is a Monday.
        DueAfter(
            new("vn", TimeUnit.Months, 2, Moment.At("2026-01-15 09:00")),
            ("2026-01-15 10:00", "2026-01-20 09:00"),
            ("2026-02-01 09:00", "2026-02-11 09:00")).ShouldBe(Moment.At("2026-03-30 17:00"));
    }

    [Test]
    public void Should_not_use_a_minute_that_has_only_begun() =>
        Calendars.UsedAt(new("vn", TimeUnit.WorkingHours, 480, Moment.At("2026-03-02 10:00:30")), Moment.At("2026-03-02 10:20:29")).ShouldBe(19);

    [TestCase(TimeUnit.WorkingHours)]
    [TestCase(TimeUnit.WorkingDays)]
    [TestCase(TimeUnit.CalendarDays)]
    [TestCase(TimeUnit.ServiceMinutes)]
    public void Should_have_used_nothing_more_before_its_start(TimeUnit unit)
    {
        var terms = new ClockTerms("vn", unit, 5, Moment.At("2026-03-04 09:00"), Used: 3);

        Calendars.UsedAt(terms, Moment.At("2026-03-02 09:00")).ShouldBe(3);
        Calendars.UsedAt(terms, terms.Started).ShouldBe(3);
    }

    [Test]
    public void Should_follow_a_holiday_that_is_set_while_it_runs_again()
    {
        var resumed = new ClockTerms("vn", TimeUnit.WorkingDays, 5, Moment.At("2026-03-04 10:00"), Used: 1);
        var changed = new WorkingCalendars(ShippedCalendars.Data with
        {
            Version = 2,
            Days = [.. ShippedCalendars.Data.Days, Office.Special("vn", "2026-03-05", DayKind.Holiday)],
        });

        Calendars.Due(resumed).ShouldBe(Moment.At("2026-03-10 17:00"));
        changed.Due(resumed).ShouldBe(Moment.At("2026-03-11 17:00"));
    }

    private static DateTimeOffset DueAfter(ClockTerms terms, params (string Suspended, string Resumed)[] suspensions)
    {
        foreach (var (suspended, resumed) in suspensions)
            terms = terms with { Used = Calendars.UsedAt(terms, Moment.At(suspended)), Started = Moment.At(resumed) };
        return Calendars.Due(terms);
    }
}
