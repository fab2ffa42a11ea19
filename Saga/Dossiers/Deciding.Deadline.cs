using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Dossiers;

/// <content>The deadline.</content>
internal sealed partial class Deciding
{
    private void FollowDeadline(Shown before, Shown now, Deadline old, Deadline deadline)
    {
        var isOpen = !StateGraph.IsFinished(now.State);
        var ran = before.AcceptedAt is not null && !StateGraph.IsFinished(before.State);
        var runs = now.AcceptedAt is not null && isOpen;
        var changed = ran != runs || now.Deadline != before.Deadline || now.Suspended != before.Suspended;
        if (isOpen && (runs || ran) && changed) Publish(new DeadlineChanged(Data.Dossier, now.Deadline, CauseOf(before, now, old, deadline)));

        if (!runs) CancelClock(ClockNames.Deadline);
        else if (deadline.Suspended) StandStill(deadline);
        else SetDeadline(deadline, changed || deadline.Terms != old.Terms);
    }

    private void StandStill(Deadline deadline)
    {
        if (Runs(RunningClocks.Deadline)) SuspendDeadline(deadline.Terms?.Used ?? 0);
    }

    private void SetDeadline(Deadline deadline, bool changed)
    {
        if (deadline.ToShow is not { } due)
        {
            CancelClock(ClockNames.Deadline);
        }
        else if (!Data.Alarms.HasFlag(DossierAlarms.Overdue) && (changed || !Runs(RunningClocks.Deadline)))
        {
            SetClock(ClockNames.Deadline, due, deadline.Promised is null ? deadline.Terms : null);
        }
    }

    /// <summary>Why the deadline is another: the first of its causes that changed. What nothing else explains is the calendar's doing.</summary>
    private static DeadlineCause CauseOf(Shown before, Shown now, Deadline old, Deadline deadline)
    {
        if (now.AcceptedAt != before.AcceptedAt) return DeadlineCause.Accepted;
        if (now.Suspended != before.Suspended) return now.Suspended ? DeadlineCause.Suspended : DeadlineCause.Resumed;
        if (deadline.Promised != old.Promised) return DeadlineCause.Appointment;
        return deadline.Own != old.Own || StateGraph.IsFinished(before.State) ? DeadlineCause.Resumed : DeadlineCause.Calendar;
    }
}
