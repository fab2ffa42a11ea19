using DichVuCong.Messaging;

namespace DichVuCong.Saga.WorkingTime;

/// <summary>
/// Terms in months (Civil Code art. 148.3): they end on the same date, or on the last day of a month that has none. Once such a clock has
/// been suspended, what is left of it is a number of calendar days, and its first start is not known any more. So that nothing is lost, a
/// month then stands for 32 days: what is used is that less what is left. 32 and not 31, because a month never has 32: a clock that has
/// been suspended never reads as one that has used nothing and counts its months anew.
/// </summary>
internal static class MonthTerm
{
    private const int DaysPerMonth = 32;

    /// <summary>The calendar days that were left when the clock was started, or started again.</summary>
    public static long DaysLeft(ClockTerms terms) =>
        terms.Used > 0 ? (terms.Budget * DaysPerMonth) - terms.Used : DaysOf(terms);

    /// <summary>What is used once <paramref name="days"/> more have gone by since the clock was started, or started again.</summary>
    public static long UsedAfter(ClockTerms terms, long days) => (terms.Budget * DaysPerMonth) - DaysLeft(terms) + days;

    private static int DaysOf(ClockTerms terms)
    {
        var start = DateOnly.FromDayNumber(LocalTicks.Day(LocalTicks.Of(terms.Started)));
        return start.AddMonths((int)terms.Budget).DayNumber - start.DayNumber;
    }
}
