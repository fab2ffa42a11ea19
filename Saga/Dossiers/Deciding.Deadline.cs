using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <content>The deadline and the agency's silence.</content>
internal sealed partial class Deciding
{
    /// <summary>The agency has said nothing for long: an alarm, or a later look when it has spoken since the clock was set.</summary>
    public void Silence()
    {
        var (history, _) = HistoryFold.Fold(StartOf(_data), _data.Rows, occasion.Now + rules.FutureTolerance);
        _data = _data with { Watched = false };
        if (!IsAwaited(_data.Shown.State) || history.LastRowAt is not { } last) return;
        var terms = SilenceTerms(last);
        if (occasion.Calendars.Due(terms) > occasion.Now)
        {
            Watch(terms);
        }
        else
        {
            Alarm(DossierAlarms.Silent, new DossierSilent(_data.Dossier, last), figure: null);
        }
    }

    private void FollowDeadline(Shown before, Shown now, Deadline deadline)
    {
        var wasFinished = StateGraph.IsFinished(before.State);
        if (StateGraph.IsFinished(now.State))
        {
            if (!wasFinished && before.AcceptedAt is not null) CancelClock(ClockNames.Deadline);
            return;
        }

        if (now.AcceptedAt is null) return;
        CheckAppointments(deadline);
        var changed = now.Deadline != before.Deadline || now.Suspended != before.Suspended || before.AcceptedAt is null || wasFinished;
        if (!changed) return;
        Publish(new DeadlineChanged(_data.Dossier, now.Deadline, CauseOf(before, now)));
        SetDeadlineClock(before, deadline);
    }

    private void SetDeadlineClock(Shown before, Deadline deadline)
    {
        if (deadline.Suspended)
        {
            if (!before.Suspended && before.AcceptedAt is not null) _effects.Add(new SuspendClockEffect(ClockNames.Deadline, deadline.Terms?.Used ?? 0));
        }
        else if (deadline.Promised is { } promised)
        {
            _effects.Add(new SetClockEffect(ClockNames.Deadline, promised, Terms: null));
        }
        else if (deadline is { Own: { } own, Terms: { } terms })
        {
            _effects.Add(new SetClockEffect(ClockNames.Deadline, own, terms));
        }
    }

    private DeadlineCause CauseOf(Shown before, Shown now)
    {
        if (DeadlineCause is { } cause) return cause;
        if (before.AcceptedAt is null) return Contracts.Dossiers.DeadlineCause.Accepted;
        if (now.Suspended) return Contracts.Dossiers.DeadlineCause.Suspended;
        return before.Suspended ? Contracts.Dossiers.DeadlineCause.Resumed : Contracts.Dossiers.DeadlineCause.Appointment;
    }

    private void CheckAppointments(Deadline deadline)
    {
        if (deadline is { Own: { } own, Promised: { } promised })
        {
            var days = occasion.Calendars.WorkingDaysBetween(_data.Calendar, own, promised);
            if (Math.Abs(days) > rules.DeadlineTolerance) FlagOnce(DossierFlag.DeadlineDiffers, $"{days} working days");
        }

        // One move with a reason is the agency's right; a move without one, and every further move, is flagged.
        var flagged = _data.Appointments.Skip(1).Where((appointment, index) => index > 0 || !appointment.HasReason).Count();
        if (flagged <= _data.Shown.AppointmentMoves) return;
        _data = _data with { Shown = _data.Shown with { AppointmentMoves = flagged } };
        Flag(DossierFlag.AppointmentMoved, rowId: null, $"move {_data.Appointments.Count - 1}");
    }

    private void FollowSilence(History history)
    {
        if (!IsAwaited(_data.Shown.State))
        {
            if (_data.Watched && StateGraph.IsFinal(_data.Shown.State))
            {
                CancelClock(ClockNames.Silence);
                _data = _data with { Watched = false };
            }

            return;
        }

        if (history.LastRowAt is not { } last) return;
        // The agency has spoken: a silence that was told before can be told again.
        _data = _data with { Alarms = _data.Alarms & ~DossierAlarms.Silent };
        if (!_data.Watched) Watch(SilenceTerms(last));
    }

    private void Watch(ClockTerms terms)
    {
        SetClock(ClockNames.Silence, terms);
        _data = _data with { Watched = true };
    }

    /// <summary>The agency is at work: it should be heard of.</summary>
    private static bool IsAwaited(DossierState state) => state is DossierState.Accepted or DossierState.Processing;

    /// <summary>3 working days, or half the term, whichever is later.</summary>
    private ClockTerms SilenceTerms(DateTimeOffset last)
    {
        var days = new ClockTerms(_data.Calendar, TimeUnit.WorkingDays, rules.SilentDays, last);
        if (_data.Term is not { } term) return days;
        var half = new ClockTerms(_data.Calendar, Deadline.UnitOf(term.Unit), (term.Amount + 1) / 2, last);
        return occasion.Calendars.Due(half) > occasion.Calendars.Due(days) ? half : days;
    }
}
