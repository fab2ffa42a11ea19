using DichVuCong.Messaging;

namespace DichVuCong.Saga.WorkingTime;

/// <summary>What terms can be counted with. A longer budget than a century is a mistake in the data, not a deadline.</summary>
internal static class TermLimits
{
    private const long Years = 100;

    /// <summary>Refuses terms that cannot be counted with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A part of the terms lies outside its limits; the message names the part.</exception>
    public static void Check(ClockTerms terms)
    {
        var longest = Longest(terms.Unit);
        if (terms.Budget < 0 || terms.Budget > longest)
            throw new ArgumentOutOfRangeException(nameof(terms), terms.Budget, $"Budget of {terms.Unit} must be from 0 to {longest}.");
        if (terms.Used < 0)
            throw new ArgumentOutOfRangeException(nameof(terms), terms.Used, "Used must not be below 0.");
    }

    private static long Longest(TimeUnit unit) => unit switch
    {
        TimeUnit.WorkingHours or TimeUnit.ServiceMinutes => Years * 366 * 24 * 60,
        TimeUnit.WorkingDays or TimeUnit.CalendarDays => Years * 366,
        TimeUnit.Months => Years * 12,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unit is none that time is counted in."),
    };
}
