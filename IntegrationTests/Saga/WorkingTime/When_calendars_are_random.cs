using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Saga.WorkingTime;
using FsCheck.NUnit;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace DichVuCong.Saga.Tests.WorkingTime;

[Properties(Arbitrary = [typeof(RandomCalendars)], MaxTest = 300)]
internal sealed class When_calendars_are_random
{
    [Property]
    public void Should_agree_with_counting_minute_by_minute(Counted counted) =>
        counted.Calendars.Due(counted.Terms).ShouldBe(counted.Reference.Due(counted.Terms));

    [Property]
    public void Should_use_up_what_has_passed_minute_by_minute(Counted counted, ushort minutes)
    {
        var (terms, at) = (counted.Terms, counted.Terms.Started.AddMinutes(minutes % 20_000));
        var days = VietnamTime.DayOf(at).DayNumber - VietnamTime.DayOf(terms.Started).DayNumber;
        var started = counted.Calendars.UsedAt(terms, terms.Started);

        (counted.Calendars.UsedAt(terms, at) - started).ShouldBe(terms.Unit switch
        {
            TimeUnit.WorkingHours or TimeUnit.ServiceMinutes => counted.Reference.MinutesBetween(terms.Calendar, terms.Unit, terms.Started, at),
            TimeUnit.WorkingDays => counted.Reference.WorkdaysBetween(terms.Calendar, terms.Started, at),
            _ => days,
        });
    }

    [Property]
    public void Should_never_be_due_before_the_start_or_outside_the_time_that_counts(Counted counted, byte used)
    {
        var terms = counted.Terms with { Used = used };
        var due = counted.Calendars.Due(terms);

        due.ShouldBeGreaterThanOrEqualTo(terms.Started);
        if (terms.Unit != TimeUnit.ServiceMinutes || terms.Budget > used)
            counted.Reference.Counts(terms.Calendar, terms.Unit, due.AddMinutes(-1)).ShouldBeTrue();
        if (terms.Unit is TimeUnit.WorkingDays or TimeUnit.CalendarDays or TimeUnit.Months)
            due.ShouldBe(counted.Reference.CloseFrom(terms.Calendar, VietnamTime.DayOf(due)));
    }

    [Property]
    public void Should_have_used_the_whole_budget_when_due(Counted counted)
    {
        var due = counted.Calendars.Due(counted.Terms);

        counted.Calendars.UsedAt(counted.Terms, due).ShouldBeGreaterThanOrEqualTo(counted.Terms.Budget);
    }

    // Hours without a budget are due at the close of the day, so that a minute may be due before none.
    [Property]
    public void Should_never_be_due_earlier_for_a_longer_budget(Counted counted, byte more)
    {
        var terms = counted.Terms with { Budget = Math.Max(1, counted.Terms.Budget) };

        counted.Calendars.Due(terms with { Budget = terms.Budget + more }).ShouldBeGreaterThanOrEqualTo(counted.Calendars.Due(terms));
    }

    [Property]
    public void Should_never_be_due_earlier_for_a_later_start(Counted counted, ushort seconds, byte hours)
    {
        var later = counted.Terms with { Started = counted.Terms.Started.AddSeconds(seconds).AddHours(hours) };

        counted.Calendars.Due(later).ShouldBeGreaterThanOrEqualTo(counted.Calendars.Due(counted.Terms));
    }

    [Property]
    public void Should_never_be_due_earlier_for_another_day_off(Counted counted, byte days)
    {
        var day = VietnamTime.DayOf(counted.Terms.Started).AddDays(days % 40);
        var dayOff = new CalendarDay("vn", day, DayKind.Holiday, "", "", Active: true);
        var changed = new WorkingCalendars(counted.Data with
        {
            Days = [.. counted.Data.Days.Where(row => row.Calendar != "vn" || row.Date != day), dayOff],
        });

        changed.Due(counted.Terms).ShouldBeGreaterThanOrEqualTo(counted.Calendars.Due(counted.Terms));
    }

    [Property]
    public void Should_count_days_between_the_same_both_ways_and_in_parts(Counted counted, ushort first, ushort second)
    {
        var (calendars, code, start) = (counted.Calendars, counted.Terms.Calendar, counted.Terms.Started);
        var (middle, end) = (start.AddMinutes(first), start.AddMinutes(first + second));

        calendars.WorkingDaysBetween(code, start, end).ShouldBe(counted.Reference.WorkdaysBetween(code, start, end));
        calendars.WorkingDaysBetween(code, end, start).ShouldBe(-calendars.WorkingDaysBetween(code, start, end));
        (calendars.WorkingDaysBetween(code, start, middle) + calendars.WorkingDaysBetween(code, middle, end))
            .ShouldBe(calendars.WorkingDaysBetween(code, start, end));
    }
}
