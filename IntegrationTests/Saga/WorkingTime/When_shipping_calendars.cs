using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Saga.Tests.WorkingTime;

internal sealed class When_shipping_calendars
{
    private static readonly int[] Years = [2025, 2026, 2027];

    private static CalendarDay[] Active { get; } = [.. ShippedCalendars.Data.Days.Where(day => day.Active)];

    [Test]
    public void Should_be_fit_to_count_with() => CalendarChecks.Deficiencies(ShippedCalendars.Data).ShouldBeEmpty();

    [Test]
    public void Should_hold_each_day_once() =>
        ShippedCalendars.Data.Days.Select(day => (day.Calendar, day.Date)).ShouldBeUnique();

    [Test]
    public void Should_name_every_day_and_its_source()
    {
        ShippedCalendars.Data.Days.ShouldAllBe(day => day.Name.Length > 0 && day.SourceDocument.Length > 0);
        ShippedCalendars.Data.Hours.ShouldAllBe(row => row.SourceDocument.Length > 0);
    }

    // Labour Code art. 112: 1 January (1), Tết (5), Hùng Kings (1), 30 April (1), 1 May (1), National Day (2).
    [TestCaseSource(nameof(Years))]
    public void Should_have_the_eleven_days_of_the_law_in_every_year(int year)
    {
        var holidays = Active.Where(day => day.Date.Year == year && day.Kind == DayKind.Holiday).Select(day => day.Date).ToArray();

        holidays.Length.ShouldBe(11);
        holidays.ShouldContain(new DateOnly(year, 1, 1));
        holidays.ShouldContain(new DateOnly(year, 4, 30));
        holidays.ShouldContain(new DateOnly(year, 5, 1));
        holidays.ShouldContain(new DateOnly(year, 9, 2));
        holidays.Count(day => day == new DateOnly(year, 9, 1) || day == new DateOnly(year, 9, 3)).ShouldBe(1);
    }

    [TestCase("2025-01-29", "2025-04-07")]
    [TestCase("2026-02-17", "2026-04-26")]
    [TestCase("2027-02-06", "2027-04-16")]
    public void Should_keep_the_days_of_the_lunar_year(string firstDayOfTet, string hungKings)
    {
        var holidays = Active.Where(day => day.Kind == DayKind.Holiday).Select(day => day.Date).ToHashSet();
        var newYear = Moment.Day(firstDayOfTet);

        holidays.ShouldContain(Moment.Day(hungKings));
        Enumerable.Range(-1, 4).ShouldAllBe(offset => holidays.Contains(newYear.AddDays(offset)), "the eve and the first three days");
        Enumerable.Range(-7, 14).Count(offset => holidays.Contains(newYear.AddDays(offset))).ShouldBe(5);
    }

    [Test]
    public void Should_give_days_off_on_weekdays_and_work_on_weekends()
    {
        ShippedCalendars.Data.Days.Where(day => day.Kind == DayKind.CompensatoryDayOff).ShouldAllBe(day => !IsWeekend(day.Date));
        ShippedCalendars.Data.Days.Where(day => day.Kind == DayKind.WorkingDay).ShouldAllBe(day => IsWeekend(day.Date));
    }

    // Art. 111.3: a holiday on a weekend is given back; a swap gives a day and takes one.
    [TestCaseSource(nameof(Years))]
    public void Should_give_back_every_holiday_on_a_weekend_and_every_day_worked_in_exchange(int year)
    {
        var days = Active.Where(day => day.Date.Year == year).ToArray();

        days.Count(day => day.Kind == DayKind.CompensatoryDayOff).ShouldBe(
            days.Count(day => day.Kind == DayKind.WorkingDay) + days.Count(day => day.Kind == DayKind.Holiday && IsWeekend(day.Date)));
    }

    [TestCase("2026-11-24")]
    [TestCase("2027-11-24")]
    [TestCase("2026-08-22", Description = "not confirmed by a document at hand")]
    [TestCase("2026-08-31", Description = "not confirmed by a document at hand")]
    public void Should_leave_days_without_law_switched_off(string date) =>
        ShippedCalendars.Data.Days.Single(day => day.Date == Moment.Day(date)).Active.ShouldBeFalse();

    [TestCase("vn")]
    [TestCase("H17")]
    [TestCase("H26")]
    [TestCase("H29")]
    public void Should_make_every_day_from_Monday_to_Friday_eight_hours_long(string calendar)
    {
        var weekdays = ShippedCalendars.Data.Hours
            .Where(row => row.Calendar == calendar && row.Day is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .GroupBy(row => row.Day)
            .ToArray();

        weekdays.Length.ShouldBe(5);
        weekdays.ShouldAllBe(rows => rows.Sum(row => (row.To - row.From).TotalMinutes) == 480);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
