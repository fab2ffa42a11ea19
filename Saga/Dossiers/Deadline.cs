using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <summary>The deadline of a dossier: our own count, the agency's promise, and what is shown.</summary>
/// <param name="Terms">The clock of our own count, as it runs or last ran; null when there is no term or no acceptance.</param>
/// <param name="Own">When it is due by our count; null while it stands still or cannot be counted.</param>
/// <param name="Promised">The agency's date; null when it gave none, or while the deadline stands still.</param>
/// <param name="Suspended">Whether it stands still.</param>
/// <param name="Difference">
/// By how many working days the agency's date lies after our own count; null when one of them is missing. A deadline that stands still is
/// compared as it stood before.
/// </param>
public sealed record Deadline(ClockTerms? Terms, DateTimeOffset? Own, DateTimeOffset? Promised, bool Suspended, int? Difference)
{
    private static readonly Deadline None = new(Terms: null, Own: null, Promised: null, Suspended: false, Difference: null);

    /// <summary>The deadline to show: the agency's date wins, ours is kept.</summary>
    public DateTimeOffset? ToShow => Promised ?? Own;

    /// <summary>Counts the deadline of an accepted dossier from its history.</summary>
    public static Deadline Of(DossierData data, History history, ICalendars calendars)
    {
        if (AcceptedAt(history) is not { } accepted) return None;
        var suspensions = history.Suspensions();
        var terms = data.Term is { } term ? TermsOf(data.Calendar, term, accepted, suspensions, calendars) : null;
        var own = terms is null ? (DateTimeOffset?)null : calendars.Due(terms);
        var promised = PromisedOf(data.Calendar, history.Promise, suspensions, calendars);
        var difference = own is { } ours && promised is { } theirs ? calendars.WorkingDaysBetween(data.Calendar, ours, theirs) : (int?)null;
        return suspensions is [.., { Until: null }]
            ? new Deadline(terms, Own: null, Promised: null, Suspended: true, difference)
            : new Deadline(terms, own, promised, Suspended: false, difference);
    }

    /// <summary>The time from which the term is counted: NgayTiepNhan, or the time of the first row that shows acceptance.</summary>
    public static DateTimeOffset? AcceptedAt(History history) => history.AcceptedAt is null ? null : history.ReceivedAt ?? history.AcceptedAt;

    /// <summary>The unit of a term as clocks count it.</summary>
    public static TimeUnit UnitOf(TermUnit unit) => unit switch
    {
        TermUnit.WorkingMinutes => TimeUnit.WorkingHours,
        TermUnit.WorkingDays => TimeUnit.WorkingDays,
        TermUnit.CalendarDays => TimeUnit.CalendarDays,
        TermUnit.Months => TimeUnit.Months,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit of terms."),
    };

    /// <summary>The clock of our own count as it goes on after the last suspension, or as it stood when an open one began.</summary>
    private static ClockTerms TermsOf(string calendar, ProcessingTerm term, DateTimeOffset accepted, IReadOnlyList<Supplement> suspensions, ICalendars calendars)
    {
        var terms = new ClockTerms(calendar, UnitOf(term.Unit), term.Amount, accepted);
        foreach (var suspension in suspensions)
        {
            var from = Later(suspension.From, accepted);
            terms = terms with { Used = calendars.UsedAt(terms, from), Started = Later(suspension.Until ?? from, accepted) };
        }

        return terms;
    }

    /// <summary>
    /// The agency's date; when the deadline stood still after it was given, it moves by as many working days as that took (the agency may
    /// name another, which then wins and is taken as it stands).
    /// </summary>
    private static DateTimeOffset? PromisedOf(string calendar, Promise? promise, IReadOnlyList<Supplement> suspensions, ICalendars calendars)
    {
        if (promise is null) return null;
        var promised = promise.Date;
        if (promise.Beside) return promised;
        foreach (var suspension in suspensions)
        {
            if (suspension.From < promise.Since || suspension.Until is not { } until) continue;
            var days = calendars.WorkingDaysBetween(calendar, suspension.From, until);
            if (days > 0) promised = calendars.Due(new ClockTerms(calendar, TimeUnit.WorkingDays, days, promised));
        }

        return promised;
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
