using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Saga.Notifications;

namespace DichVuCong.Saga.Dossiers;

/// <content>From what was shown last to where the rows lead now.</content>
internal sealed partial class Deciding
{
    /// <summary>Follows the rows: state, acceptance, end and clocks.</summary>
    public void Follow()
    {
        var (history, impossible) = HistoryFold.Fold(StartOf(_data), _data.Rows, occasion.Now + rules.FutureTolerance);
        _impossible = impossible;
        MarkRows(impossible);
        WaitForTheFuture();

        var before = _data.Shown;
        var deadline = Deadline.Of(_data, history, occasion.Calendars);
        var now = before with
        {
            State = history.State ?? before.State,
            Since = history.State is null ? before.Since : history.Since,
            AcceptedAt = Deadline.AcceptedAt(_data, history),
            FinishedAt = history.FinishedAt,
            Suspended = deadline.Suspended,
            OwnDeadline = deadline.Own,
            Deadline = history.AcceptedAt is null ? _data.ProvisionalDeadline : deadline.ToShow,
        };
        _data = _data with { Shown = now };
        if (now != before) _rowChanged = true;

        FollowState(before, now, history);
        FollowAcceptance(before, now);
        FollowDeadline(before, now, deadline);
        FollowEnd(now);
        FollowSilence(history);
    }

    private void FollowState(Shown before, Shown now, History history)
    {
        if (now.State == before.State && !(before.Receipt == 0 && history.Edge is not null && history.Edge.StartsWith("=>", StringComparison.Ordinal))) return;
        _edge = history.Edge ?? StateGraph.Find(before.State, now.State)?.Name ?? $"{before.State}=>{now.State}";
        Publish(new DossierStateChanged(_data.Dossier, before.State, now.State, now.Since, StateGraph.IsFinal(now.State), Text));
        if (now.State == DossierState.SupplementRequested && _data.Agency is { } agency) Count(agency, DailyFigure.SupplementRequested, now.Since);
        if (NoticeTable.OccasionOf(now.State, history.Supplements, history.Payments) is { } notice) Notify(notice, now.State, now.Since);

        if (now.State == DossierState.Registered && _data.Origin == DossierOrigin.Agency)
        {
            SetClock(ClockNames.Acceptance, new ClockTerms(_data.Calendar, TimeUnit.WorkingHours, rules.AcceptanceHours * 60L, _data.FiledAt));
        }
        else if (IsBeforeAcceptance(before.State) && !IsBeforeAcceptance(now.State))
        {
            CancelClock(ClockNames.Acceptance);
        }
    }

    private void FollowAcceptance(Shown before, Shown now)
    {
        var day = now.AcceptedAt is { } accepted ? Contracts.VietnamTime.DayOf(accepted) : (DateOnly?)null;
        if (day != _data.Counted.AcceptedOn && _data.Agency is { } agency)
        {
            Recount(agency, DailyFigure.Accepted, _data.Counted.AcceptedOn, day);
            _data = _data with { Counted = _data.Counted with { AcceptedOn = day } };
        }

        if (before.AcceptedAt is not null || now.AcceptedAt is null) return;
        _data = _data with { Shown = _data.Shown with { Receipt = before.Receipt + 1 } };
        Receipt(before.Receipt + 1, now.AcceptedAt.Value, now.Deadline, provisional: false);
        if (_data.Term is null) FlagOnce(DossierFlag.NoTerm, detail: null);
    }

    private void FollowEnd(Shown now)
    {
        if (_data.Agency is not { } agency) return;
        var end = EndOf(now);
        var day = end is null ? (DateOnly?)null : Contracts.VietnamTime.DayOf(now.FinishedAt ?? now.Since);
        if (end != _data.Counted.End || day != _data.Counted.EndedOn)
        {
            if (_data.Counted.End is { } old) Count(agency, old, At(_data.Counted.EndedOn), by: -1);
            if (end is { } figure) Count(agency, figure, At(day));
            _data = _data with { Counted = _data.Counted with { End = end, EndedOn = day } };
        }

        var returned = now.State == DossierState.Returned ? Contracts.VietnamTime.DayOf(now.Since) : (DateOnly?)null;
        if (returned == _data.Counted.ReturnedOn) return;
        Recount(agency, DailyFigure.Returned, _data.Counted.ReturnedOn, returned);
        _data = _data with { Counted = _data.Counted with { ReturnedOn = returned } };
    }

    private static DailyFigure? EndOf(Shown now) => now.State switch
    {
        DossierState.NotAccepted => DailyFigure.NotAccepted,
        DossierState.Withdrawn => DailyFigure.Withdrawn,
        DossierState.Stopped => DailyFigure.Stopped,
        DossierState.Processed or DossierState.Returned =>
            now.Deadline is { } deadline && now.FinishedAt > deadline ? DailyFigure.FinishedLate : DailyFigure.FinishedOnTime,
        _ => null,
    };

    private static bool IsBeforeAcceptance(DossierState state) => state == DossierState.Registered || StateGraph.IsBeforeTheAgency(state);

    private void Recount(Contracts.AgencyCode agency, DailyFigure figure, DateOnly? old, DateOnly? day)
    {
        if (old is not null) Count(agency, figure, At(old), by: -1);
        if (day is not null) Count(agency, figure, At(day));
    }

    private static DateTimeOffset At(DateOnly? day) => Contracts.VietnamTime.At(day!.Value, TimeOnly.MinValue);

    private void FlagOnce(DossierFlag flag, string? detail)
    {
        if (_data.Shown.Flags.Contains(flag)) return;
        _data = _data with { Shown = _data.Shown with { Flags = [.. _data.Shown.Flags, flag] } };
        Flag(flag, rowId: null, detail);
    }

    private void MarkRows(IReadOnlySet<ulong> impossible)
    {
        StatusRow[]? rows = null;
        for (var index = 0; index < _data.Rows.Count; index++)
        {
            var row = _data.Rows[index];
            var flagged = row.Marks.HasFlag(RowMarks.FlaggedImpossible);
            if (impossible.Contains(row.Id) == flagged) continue;
            rows ??= [.. _data.Rows];
            rows[index] = row with { Marks = row.Marks ^ RowMarks.FlaggedImpossible };
            Flag(flagged ? DossierFlag.Resolved : DossierFlag.ImpossibleTransition, $"{row.Id:x16}", $"state {(int)row.State}");
        }

        if (rows is not null) _data = _data with { Rows = rows };
    }

    private void WaitForTheFuture()
    {
        var horizon = occasion.Now + rules.FutureTolerance;
        foreach (var row in _data.Rows)
        {
            if (row.Time <= horizon) continue;
            _effects.Add(new SetClockEffect(ClockNames.Future, row.Time, Terms: null));
            return;
        }
    }
}
