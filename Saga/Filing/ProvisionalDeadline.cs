using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Filing;

/// <summary>The deadline on the first receipt (A16.3 d): provisional, since time is counted from the agency's receipt (decisions, Submitted is not received).</summary>
public static class ProvisionalDeadline
{
    /// <summary>When a dossier filed now would be due; null when the procedure publishes no time that can be counted.</summary>
    /// <param name="term">The term.</param>
    /// <param name="calendar">The agency's calendar.</param>
    /// <param name="filedAt">When it is filed.</param>
    /// <param name="calendars">The calendars.</param>
    public static DateTimeOffset? Of(ProcessingTerm? term, string calendar, DateTimeOffset filedAt, ICalendars calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        return term is null ? null : calendars.Due(new ClockTerms(calendar, Deadline.UnitOf(term.Unit), term.Amount, filedAt));
    }
}
