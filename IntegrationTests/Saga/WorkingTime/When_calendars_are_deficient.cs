using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Saga.Tests.WorkingTime;

internal sealed class When_calendars_are_deficient
{
    private static readonly CalendarData Sound = new(Version: 3, [], Office.Week("vn", "08:00-12:00 13:00-17:00"), []);

    private static readonly OfficeHours Row = Sound.Hours[0];

    public static IEnumerable<TestCaseData> Deficient()
    {
        yield return Case("'vn': at least one row must be valid without end", Sound with { Hours = [] });
        yield return Case("valid without end", Sound with { Hours = Office.Week("vn", "08:00-12:00", to: "2027-12-31") });
        yield return Case("valid without end", Sound with { Hours = Office.Week("H29", "08:00-12:00") });
        yield return Case("'H29' Monday 12:00-08:00 from 2020-01-01: From must be before To", WithHours(Row with { From = Row.To, To = Row.From }));
        yield return Case("From must be before To", WithHours(Row with { To = Row.From }));
        yield return Case("ValidTo must not be before ValidFrom", WithHours(Row with { ValidTo = Row.ValidFrom.AddDays(-1) }));
        yield return Case("Calendar must not be empty", WithHours(Row with { Calendar = " " }));
        yield return Case("Day must be a weekday", WithHours(Row with { Day = (DayOfWeek)7 }));
        yield return Case("they overlap while both are valid", WithHours(Row, Row with { From = new TimeOnly(11, 59), To = new TimeOnly(18, 0) }));
        yield return Case(
            "they overlap while both are valid",
            WithHours(Row with { ValidTo = Moment.Day("2026-04-15") }, Row with { ValidFrom = Moment.Day("2026-04-15") }));
        yield return Case(
            "Day 2026-09-02 of 'vn': only one row of a day may be active",
            WithDays(Office.Special("vn", "2026-09-02", DayKind.Holiday), Office.Special("vn", "2026-09-02", DayKind.WorkingDay)));
        yield return Case("Kind must be a kind of day", WithDays(Office.Special("vn", "2026-09-02", (DayKind)9)));
        yield return Case("Calendar must not be empty", WithDays(Office.Special("", "2026-09-02", DayKind.Holiday)));
        yield return Case(
            "system 'H29' from 2026-03-02 10:00 +07:00: From must be before To",
            Sound with { Windows = [Office.Window("H29", "2026-03-02 10:00", "2026-03-02 10:00")] });
    }

    [TestCaseSource(nameof(Deficient))]
    public void Should_refuse_them_and_say_what_is_wrong(string message, CalendarData data)
    {
        CalendarChecks.Deficiencies(data).ShouldHaveSingleItem().ShouldContain(message);
        Should.Throw<ArgumentException>(() => new WorkingCalendars(data)).Message.ShouldContain(message);
    }

    [Test]
    public void Should_name_everything_at_once() =>
        CalendarChecks.Deficiencies(WithHours(Row with { From = Row.To, To = Row.From, Calendar = "", ValidTo = DateOnly.MinValue })).Count.ShouldBe(3);

    [Test]
    public void Should_take_rows_that_only_look_alike()
    {
        var data = WithHours(
            Row with { ValidTo = Moment.Day("2026-04-14") },
            Row with { ValidFrom = Moment.Day("2026-04-15") },
            Row with { From = Row.To, To = Row.To.AddHours(1) },
            Row with { Day = DayOfWeek.Sunday }) with
        {
            Days = [Office.Special("vn", "2026-09-02", DayKind.Holiday), Office.Special("vn", "2026-09-02", DayKind.WorkingDay, active: false)],
        };

        CalendarChecks.Deficiencies(data).ShouldBeEmpty();
    }

    [TestCase(-1, 0, TimeUnit.WorkingDays, "Budget")]
    [TestCase(36_601, 0, TimeUnit.CalendarDays, "Budget")]
    [TestCase(1_201, 0, TimeUnit.Months, "Budget")]
    [TestCase(long.MaxValue, 0, TimeUnit.WorkingHours, "Budget")]
    [TestCase(5, -1, TimeUnit.WorkingDays, "Used")]
    [TestCase(5, 0, (TimeUnit)0, "Unit")]
    public void Should_refuse_terms_that_cannot_be_counted(long budget, long used, TimeUnit unit, string part)
    {
        var calendars = new WorkingCalendars(Sound);
        var terms = new ClockTerms("vn", unit, budget, Moment.At("2026-03-02 09:00"), used);

        Should.Throw<ArgumentOutOfRangeException>(() => calendars.Due(terms)).Message.ShouldContain(part);
        Should.Throw<ArgumentOutOfRangeException>(() => calendars.UsedAt(terms, terms.Started)).Message.ShouldContain(part);
    }

    [TestCase(TimeUnit.WorkingDays, 36_600, "2166-06-16")]
    [TestCase(TimeUnit.Months, 1_200, "2126-03-04")]
    public void Should_still_count_a_century(TimeUnit unit, long budget, string due) =>
        new WorkingCalendars(Sound).Due(new("vn", unit, budget, Moment.At("2026-03-02 09:00"))).ShouldBe(Moment.At(due + " 17:00"));

    private static TestCaseData Case(string message, CalendarData data) => new(message, data);

    private static CalendarData WithHours(params OfficeHours[] rows) =>
        Sound with { Hours = [.. Sound.Hours, .. rows.Select(row => row with { Calendar = row.Calendar == "vn" ? "H29" : row.Calendar })] };

    private static CalendarData WithDays(params CalendarDay[] days) => Sound with { Days = days };
}
