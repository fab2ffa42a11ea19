using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Saga.Tests.WorkingTime;

internal sealed class When_a_day_is_special
{
    // 2 March 2026 is a Monday.
    private static readonly WorkingCalendars Calendars = new(new CalendarData(
        Version: 7,
        [
            Office.Special("vn", "2026-03-03", DayKind.Holiday),
            Office.Special("vn", "2026-03-04", DayKind.Holiday, active: false),
            Office.Special("vn", "2026-03-07", DayKind.WorkingDay),
            Office.Special("H29", "2026-03-03", DayKind.WorkingDay),
            Office.Special("H29", "2026-03-05", DayKind.CompensatoryDayOff),
            Office.Special("H29", "2026-03-07", DayKind.Holiday),
            Office.Special("H29.1", "2026-03-05", DayKind.WorkingDay, active: false),
            Office.Special("H29.2", "2026-03-05", DayKind.WorkingDay),
        ],
        [
            .. Office.Week("vn", "08:00-12:00 13:00-17:00"),
            .. Office.Day("H29", DayOfWeek.Tuesday, "09:00-11:00", Moment.Day("2020-01-01"), to: null),
            .. Office.Day("H29", DayOfWeek.Thursday, "07:00-10:00", Moment.Day("2020-01-01"), to: null),
            .. Office.Day("H31", DayOfWeek.Tuesday, "09:00-11:00", Moment.Day("2020-01-01"), to: null),
            .. Office.Day("H31", DayOfWeek.Thursday, "07:00-10:00", Moment.Day("2020-01-01"), to: null),
            .. Office.Day("H30", DayOfWeek.Sunday, "09:00-10:00", Moment.Day("2020-01-01"), to: null),
        ],
        []));

    [TestCase("vn", "2026-03-02 09:00", 1, "2026-03-04 17:00", Description = "a holiday; one that is switched off is a working day")]
    [TestCase("G01", "2026-03-02 09:00", 1, "2026-03-04 17:00", Description = "the national days are everybody's")]
    [TestCase("H29", "2026-03-02 09:00", 1, "2026-03-03 11:00", Description = "its own day wins, by its own hours of that weekday")]
    [TestCase("H29", "2026-03-03 09:00", 1, "2026-03-10 11:00", Description = "its own days off")]
    [TestCase("H29.1", "2026-03-03 09:00", 1, "2026-03-10 11:00", Description = "a unit takes over what it does not say itself")]
    [TestCase("H29.2", "2026-03-03 09:00", 1, "2026-03-05 10:00", Description = "a unit's own day wins over that of the body above it")]
    [TestCase("vn", "2026-03-06 09:00", 1, "2026-03-07 17:00", Description = "worked in exchange, like a Friday")]
    [TestCase("H31", "2026-03-06 09:00", 1, "2026-03-07 10:00", Description = "like the last weekday before it that is worked at all")]
    [TestCase("H30", "2026-03-06 09:00", 1, "2026-03-08 10:00", Description = "nobody works on weekdays there, so there is nothing to exchange")]
    public void Should_count_it_by_its_kind_and_calendar(string calendar, string started, int days, string due) =>
        Calendars.Due(new ClockTerms(calendar, TimeUnit.WorkingDays, days, Moment.At(started))).ShouldBe(Moment.At(due));

    [Test]
    public void Should_tell_which_version_it_was_counted_with() => Calendars.Version.ShouldBe(7);
}
