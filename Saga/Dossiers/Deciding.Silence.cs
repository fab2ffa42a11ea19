using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <content>The agency's silence.</content>
internal sealed partial class Deciding
{
    /// <summary>The agency has said something.</summary>
    public void Hear()
    {
        Data = Data with { HeardAt = WholeSeconds.Of(occasion.Now), Alarms = Data.Alarms & ~DossierAlarms.Silent };
    }

    /// <summary>The agency may have said nothing for long: an alarm, or a later look when it has spoken since the clock was set.</summary>
    public void LookForSilence()
    {
        if (!IsAwaited() || Data.HeardAt is not { } heard) return;
        var terms = SilenceTerms(heard);
        if (occasion.Calendars.Due(terms) > occasion.Now) SetClock(ClockNames.Silence, terms);
        else Alarm(DossierAlarms.Silent, new DossierSilent(Data.Dossier, heard));
    }

    private void FollowSilence()
    {
        if (StateGraph.IsFinal(Data.Shown.State)) CancelClock(ClockNames.Silence);
        if (!IsAwaited() || Data.HeardAt is not { } heard) return;
        // What was told once is told again only when the agency has spoken in between.
        if (!Runs(RunningClocks.Silence) && !Data.Alarms.HasFlag(DossierAlarms.Silent)) SetClock(ClockNames.Silence, SilenceTerms(heard));
    }

    /// <summary>The agency is at work: it should be heard of. Before it has accepted the dossier the clock of acceptance watches.</summary>
    private bool IsAwaited() =>
        Data.Shown.AcceptedAt is not null && Data.Shown.State is DossierState.Registered or DossierState.Accepted or DossierState.Processing;

    /// <summary>3 working days, or half the term, whichever is later.</summary>
    private ClockTerms SilenceTerms(DateTimeOffset heard)
    {
        var days = new ClockTerms(Data.Calendar, TimeUnit.WorkingDays, rules.SilentDays, heard);
        if (Data.Term is not { } term) return days;
        var half = HalfOf(term, heard);
        return occasion.Calendars.Due(half) > occasion.Calendars.Due(days) ? half : days;
    }

    /// <summary>Half a term, rounded up; half a month is 15 days.</summary>
    private ClockTerms HalfOf(ProcessingTerm term, DateTimeOffset heard) => term.Unit == TermUnit.Months
        ? new ClockTerms(Data.Calendar, TimeUnit.CalendarDays, term.Amount * 15, heard)
        : new ClockTerms(Data.Calendar, Deadline.UnitOf(term.Unit), (term.Amount + 1) / 2, heard);
}
