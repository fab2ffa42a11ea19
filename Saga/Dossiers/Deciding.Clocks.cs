using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <content>The clocks: set, moved and removed where the dossier stands; none is left running behind it.</content>
internal sealed partial class Deciding
{
    private static readonly Dictionary<string, RunningClocks> ByName = new(StringComparer.Ordinal)
    {
        [ClockNames.Undelivered] = RunningClocks.Undelivered,
        [ClockNames.Acceptance] = RunningClocks.Acceptance,
        [ClockNames.Deadline] = RunningClocks.Deadline | RunningClocks.DeadlineSuspended,
        [ClockNames.Silence] = RunningClocks.Silence,
        [ClockNames.Future] = RunningClocks.Future,
    };

    /// <summary>A clock fired: it is gone.</summary>
    /// <returns>Whether it was running.</returns>
    public bool Fired(string name)
    {
        if (!ByName.TryGetValue(name, out var clock) || !Runs(clock)) return false;
        Data = Data with { Clocks = Data.Clocks & ~clock };
        return true;
    }

    /// <summary>Sees to it that the agency accepts or refuses the dossier in time.</summary>
    public void WatchAcceptance(DateTimeOffset since)
    {
        if (Data.Alarms.HasFlag(DossierAlarms.NotAccepted)) return;
        SetClock(ClockNames.Acceptance, new ClockTerms(Data.Calendar, TimeUnit.WorkingHours, rules.AcceptanceHours * 60L, since));
    }

    /// <summary>Sees to it that the one-stop system gets the dossier in time.</summary>
    private void WatchDelivery()
    {
        if (Runs(RunningClocks.Undelivered) || Data.Alarms.HasFlag(DossierAlarms.Undelivered)) return;
        SetClock(ClockNames.Undelivered, new ClockTerms($"system:{Data.System}", TimeUnit.ServiceMinutes, rules.DeliveryMinutes, occasion.Now));
    }

    private bool Runs(RunningClocks clock) => (Data.Clocks & clock) != RunningClocks.None;

    private void SetClock(string name, ClockTerms terms) => SetClock(name, occasion.Calendars.Due(terms), terms);

    private void SetClock(string name, DateTimeOffset due, ClockTerms? terms)
    {
        _effects.Add(new SetClockEffect(name, due, terms));
        Data = Data with { Clocks = (Data.Clocks & ~ByName[name]) | (ByName[name] & ~RunningClocks.DeadlineSuspended) };
    }

    private void SuspendDeadline(long used)
    {
        _effects.Add(new SuspendClockEffect(ClockNames.Deadline, used));
        Data = Data with { Clocks = (Data.Clocks & ~RunningClocks.Deadline) | RunningClocks.DeadlineSuspended };
    }

    private void CancelClock(string name)
    {
        if (!Runs(ByName[name])) return;
        _effects.Add(new CancelClockEffect(name));
        Data = Data with { Clocks = Data.Clocks & ~ByName[name] };
    }

    /// <summary>
    /// The clock of acceptance runs while the agency has neither accepted nor refused the dossier and nobody else is asked for anything;
    /// back from a supplement or a payment it begins anew.
    /// </summary>
    private void FollowAcceptanceClock(Shown now, History history)
    {
        var isAwaited = history.AcceptedAt is null && now.State is DossierState.Filed or DossierState.RefusedBySystem or DossierState.Registered;
        if (!isAwaited) CancelClock(ClockNames.Acceptance);
        else if (!Runs(RunningClocks.Acceptance)) WatchAcceptance(now.Since);
    }

    /// <summary>A row that waits for its time is looked at when the clock has reached it, whatever the dossier's state is then.</summary>
    private void FollowFuture()
    {
        var due = NextOf(Data.Rows);
        if (due is not { } next) CancelClock(ClockNames.Future);
        else if (!Runs(RunningClocks.Future) || NextOf(_before.Rows) != due) SetClock(ClockNames.Future, next, terms: null);
    }

    private static DateTimeOffset? NextOf(IReadOnlyList<StatusRow> rows)
    {
        DateTimeOffset? next = null;
        foreach (var row in rows)
        {
            if (row.Marks.HasFlag(RowMarks.FlaggedFuture) && !(row.Time >= next)) next = row.Time;
        }

        return next;
    }
}
