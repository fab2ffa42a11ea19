namespace DichVuCong.Messaging;

/// <summary>
/// What a clock in working time is made of. Its due time follows from the terms and a calendar, and is counted again when the calendar changes.
/// Invariant: running + suspended + left = budget.
/// </summary>
/// <param name="Calendar">Whose calendar: <c>vn</c> for the national one, an agency's code, or <c>system:</c> and a one-stop system's code.</param>
/// <param name="Unit">The unit of <paramref name="Budget"/> and <paramref name="Used"/>.</param>
/// <param name="Budget">
/// The whole time allowed: minutes for <see cref="TimeUnit.WorkingHours"/> and <see cref="TimeUnit.ServiceMinutes"/>, months for
/// <see cref="TimeUnit.Months"/>, days for the others. 0 means within the day.
/// </param>
/// <param name="Started">Since when the clock runs, or runs again.</param>
/// <param name="Used">
/// What was used of the budget before <paramref name="Started"/>, in the same unit; for <see cref="TimeUnit.Months"/> days, of which a month
/// then has 32. It is always a value that <see cref="ICalendars.UsedAt"/> gave, or 0 for a clock that never was suspended.
/// </param>
public sealed record ClockTerms(string Calendar, TimeUnit Unit, long Budget, DateTimeOffset Started, long Used = 0);
