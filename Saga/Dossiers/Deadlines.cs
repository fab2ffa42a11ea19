using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <summary>The deadline of a dossier: our own count, the agency's promise, and what is shown.</summary>
/// <param name="Terms">The clock of our own count, as it runs or last ran; null when there is no term or no acceptance.</param>
/// <param name="Own">When it is due by our count; null while it stands still or cannot be counted.</param>
/// <param name="Promised">The agency's date; null when it gave none, or while the deadline stands still.</param>
/// <param name="Suspended">Whether it stands still.</param>
public sealed record Deadline(ClockTerms? Terms, DateTimeOffset? Own, DateTimeOffset? Promised, bool Suspended)
{
    /// <summary>The deadline to show: the agency's date wins, ours is kept.</summary>
    public DateTimeOffset? ToShow => Promised ?? Own;

    /// <summary>Counts the deadline of an accepted dossier from its history.</summary>
    public static Deadline Of(DossierData data, History history, ICalendars calendars)
    {
        if (AcceptedAt(data, history) is not { } accepted) return new Deadline(Terms: null, Own: null, Promised: null, Suspended: false);
        var suspended = history.Suspensions is [.., { Until: null }];
        var promised = suspended ? null : PromisedOf(data, history, calendars);
        if (data.Term is not { } term) return new Deadline(Terms: null, Own: null, promised, suspended);

        var terms = new ClockTerms(data.Calendar, UnitOf(term.Unit), term.Amount, accepted);
        foreach (var suspension in history.Suspensions)
        {
            var used = calendars.UsedAt(terms, Later(suspension.From, accepted));
            terms = terms with { Used = used, Started = suspension.Until ?? Later(suspension.From, accepted) };
        }

        return new Deadline(terms, suspended ? null : calendars.Due(terms), promised, suspended);
    }

    /// <summary>The time from which the term is counted: NgayTiepNhan, or the time of the first row that shows acceptance.</summary>
    public static DateTimeOffset? AcceptedAt(DossierData data, History history) =>
        history.AcceptedAt is null ? null : data.ReceivedAt?.Value ?? history.AcceptedAt;

    /// <summary>The unit of a term as clocks count it.</summary>
    public static TimeUnit UnitOf(TermUnit unit) => unit switch
    {
        TermUnit.WorkingMinutes => TimeUnit.WorkingHours,
        TermUnit.WorkingDays => TimeUnit.WorkingDays,
        TermUnit.CalendarDays => TimeUnit.CalendarDays,
        TermUnit.Months => TimeUnit.Months,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit of terms."),
    };

    /// <summary>
    /// The agency's last date; when the deadline stood still after it was given, it moves by as many working days as that took (the agency
    /// may name another, which then wins).
    /// </summary>
    private static DateTimeOffset? PromisedOf(DossierData data, History history, ICalendars calendars)
    {
        if (data.Appointments is not [.., var last]) return null;
        var promised = last.Date;
        foreach (var suspension in history.Suspensions.Where(suspension => suspension.Until is not null && suspension.From >= last.RowAt))
        {
            var days = calendars.WorkingDaysBetween(data.Calendar, suspension.From, suspension.Until!.Value);
            if (days > 0) promised = calendars.Due(new ClockTerms(data.Calendar, TimeUnit.WorkingDays, days, promised));
        }

        return promised;
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
