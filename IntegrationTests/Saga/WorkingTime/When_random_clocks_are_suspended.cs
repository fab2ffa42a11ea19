using DichVuCong.Contracts;
using DichVuCong.Messaging;
using FsCheck.NUnit;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace DichVuCong.Saga.Tests.WorkingTime;

/// <summary>Clocks that run and rest in turn. The reference counts beside them what has run, so that running + left = budget can be seen.</summary>
[Properties(Arbitrary = [typeof(RandomCalendars)], MaxTest = 300)]
internal sealed class When_random_clocks_are_suspended
{
    [Property]
    public void Should_let_exactly_the_rest_of_the_budget_run(Counted counted, ushort[] lengths)
    {
        var (terms, ran, _) = Suspend(counted, lengths);
        var left = Whole(counted.Terms) - ran;
        var due = counted.Calendars.Due(terms);

        if (left > 0 && terms.Unit is TimeUnit.WorkingHours or TimeUnit.WorkingDays or TimeUnit.ServiceMinutes)
            Ran(counted, terms, due).ShouldBe(left);
        else if (left <= 0 && terms.Unit != TimeUnit.ServiceMinutes)
            due.ShouldBe(counted.Reference.WithinTheDay(terms.Calendar, terms.Started));
        else if (left <= 0)
            due.ShouldBe(counted.Reference.Due(terms with { Budget = 0 }));
    }

    [Property]
    public void Should_move_calendar_days_and_months_by_the_days_of_rest(Counted counted, ushort[] lengths)
    {
        var first = counted.Terms with { Unit = counted.Terms.Budget <= 3 ? TimeUnit.Months : TimeUnit.CalendarDays, Budget = counted.Terms.Budget % 100 };
        var (terms, ran, rested) = Suspend(counted with { Terms = first }, lengths);
        if (ran >= Whole(first))
            return;

        var end = VietnamTime.DayOf(first.Started).AddDays(Whole(first) + rested);

        counted.Calendars.Due(terms).ShouldBe(counted.Reference.CloseFrom(first.Calendar, end));
    }

    private static (ClockTerms Terms, long Ran, int RestedDays) Suspend(Counted counted, ushort[] lengths)
    {
        var (terms, ran, rested) = (counted.Terms, 0L, 0);
        foreach (var runAndRest in lengths.Take(6).Select(length => length % 5_000).Chunk(2).Where(pair => pair.Length == 2))
        {
            var suspended = terms.Started.AddMinutes(runAndRest[0]);
            var resumed = suspended.AddMinutes(runAndRest[1]);
            ran += Ran(counted, terms, suspended);
            rested += Days(suspended, resumed);
            terms = terms with { Used = counted.Calendars.UsedAt(terms, suspended), Started = resumed };
        }

        return (terms, ran, rested);
    }

    private static long Ran(Counted counted, ClockTerms terms, DateTimeOffset until) => terms.Unit switch
    {
        TimeUnit.WorkingHours or TimeUnit.ServiceMinutes => counted.Reference.MinutesBetween(terms.Calendar, terms.Unit, terms.Started, until),
        TimeUnit.WorkingDays => counted.Reference.WorkdaysBetween(terms.Calendar, terms.Started, until),
        _ => Days(terms.Started, until),
    };

    private static int Whole(ClockTerms terms)
    {
        var start = VietnamTime.DayOf(terms.Started);
        return terms.Unit == TimeUnit.Months ? start.AddMonths((int)terms.Budget).DayNumber - start.DayNumber : (int)terms.Budget;
    }

    private static int Days(DateTimeOffset from, DateTimeOffset to) => VietnamTime.DayOf(to).DayNumber - VietnamTime.DayOf(from).DayNumber;
}
