namespace DichVuCong.Messaging;

/// <summary>One version of all calendars: what a decision counts with. Immutable and pure; the host loads a new one when the version changes.</summary>
public interface ICalendars
{
    /// <summary>The number of this version; recorded with every deadline counted from it.</summary>
    int Version { get; }

    /// <summary>
    /// When a clock with these terms is due; never before <see cref="ClockTerms.Started"/>. An agency without a calendar of its own counts
    /// by that of the body its code is under, an unknown calendar as the national one.
    /// </summary>
    DateTimeOffset Due(ClockTerms terms);

    /// <summary>
    /// How much of its budget a clock with these terms has used at <paramref name="at"/>, <see cref="ClockTerms.Used"/> included: the value
    /// with which it is suspended and, set again later with it, ends as if the suspended time had not been. A
    /// minute that has begun is not used yet; the value passes the budget once the clock is overdue, and never falls.
    /// </summary>
    long UsedAt(ClockTerms terms, DateTimeOffset at);

    /// <summary>
    /// Whole working days from the day of <paramref name="from"/> to the day of <paramref name="to"/>, the first not counted: 0 on the same
    /// day, negative when <paramref name="to"/> is earlier.
    /// </summary>
    int WorkingDaysBetween(string calendar, DateTimeOffset from, DateTimeOffset to);
}
