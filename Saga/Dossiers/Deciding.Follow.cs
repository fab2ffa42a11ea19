using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Notifications;

namespace DichVuCong.Saga.Dossiers;

/// <content>From what was shown last to where the rows lead now.</content>
internal sealed partial class Deciding
{
    /// <summary>Follows the rows: state, acceptance, end, clocks, figures and flags.</summary>
    public void Follow()
    {
        TakeWhatCameDue();
        var (was, _) = HistoryFold.Fold(StartOf(_before), _before.Rows);
        var (history, impossible) = HistoryFold.Fold(StartOf(Data), Data.Rows);
        FollowImpossible(impossible);
        _impossible = impossible;

        var deadline = Deadline.Of(Data, history, occasion.Calendars);
        var isSame = (Data.Term, Data.Calendar) == (_before.Term, _before.Calendar) && history.HasDeadlineOf(was);
        var old = isSame ? deadline : Deadline.Of(_before, was, occasion.Calendars);
        var shown = Data.Shown;
        var now = shown with
        {
            State = history.State ?? shown.State,
            Since = history.State is null ? shown.Since : history.Since,
            AcceptedAt = Deadline.AcceptedAt(history),
            FinishedAt = history.FinishedAt,
            Suspended = deadline.Suspended,
            OwnDeadline = deadline.Own,
            Deadline = history.AcceptedAt is null ? Data.ProvisionalDeadline : deadline.ToShow,
        };
        Data = Data with { Shown = now };

        FollowState(shown, now, history);
        FollowPost(shown, now);
        FollowAcceptance(shown, now);
        FollowFigures(now, was, history);
        FollowAcceptanceClock(now, history);
        FollowDeadline(shown, now, old, deadline);
        FollowSilence();
        FollowFuture();
        FollowFlags(now, history, deadline);
    }

    private void FollowState(Shown before, Shown now, History history)
    {
        if (now.State == before.State && !IsFirstRow) return;
        _edge = history.Edge ?? StateGraph.Find(before.State, now.State)?.Name ?? $"{before.State}=>{now.State}";
        var text = Row is { } row && history.EnteredBy == StatusRow.Of(row).Id ? row.Text : null;
        Publish(new DossierStateChanged(Data.Dossier, before.State, now.State, now.Since, StateGraph.IsFinal(now.State), text));
        if (NoticeTable.OccasionOf(now.State, history.Supplements.Count, history.Payments) is { } notice) Notify(notice, now.State, now.Since);
    }

    /// <summary>The receipt says since when the agency has the dossier: when that changes, it is issued anew.</summary>
    private void FollowAcceptance(Shown before, Shown now)
    {
        if (now.AcceptedAt is not { } accepted || accepted == before.AcceptedAt) return;
        IssueReceipt(accepted, provisional: false);
    }
}
