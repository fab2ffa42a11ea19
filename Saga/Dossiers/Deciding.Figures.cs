using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Dossiers;

/// <content>The daily figures (A34.5-7): whatever order the rows come in, what is counted adds up to what they say together.</content>
internal sealed partial class Deciding
{
    /// <summary>Counts the dossier in a figure of its agency.</summary>
    public void Count(DailyFigure figure, DateTimeOffset at) => Count(figure, VietnamTime.DayOf(at), by: 1);

    /// <summary>The deadline passed: an alarm, counted on the day of the deadline.</summary>
    public void BecomeOverdue(DateTimeOffset due)
    {
        if (Data.Alarms.HasFlag(DossierAlarms.Overdue)) return;
        Count(DailyFigure.BecameOverdue, due);
        Data = Data with { Counted = Data.Counted with { OverdueSince = WholeSeconds.Of(due) } };
        Alarm(DossierAlarms.Overdue, new DossierOverdue(Data.Dossier, due));
    }

    private void Count(DailyFigure figure, DateOnly day, int by)
    {
        if (Data.Agency is { } agency) Send(new CountFigure(Data.Dossier, agency, day, figure, by));
    }

    private void Recount(DailyFigure figure, DateOnly? old, DateOnly? now)
    {
        if (old == now) return;
        if (old is { } before) Count(figure, before, by: -1);
        if (now is { } day) Count(figure, day, by: 1);
    }

    private void FollowFigures(Shown now, History was, History history)
    {
        if (Data.Agency is null) return;
        var old = Data.Counted;
        var end = EndOf(now);
        var counted = old with
        {
            AcceptedOn = DayOf(now.AcceptedAt),
            End = end,
            EndedOn = end is null ? null : DayOf(now.FinishedAt ?? now.Since),
            ReturnedOn = now.State == DossierState.Returned ? DayOf(now.Since) : null,
        };
        Data = Data with { Counted = counted };
        Recount(DailyFigure.Accepted, old.AcceptedOn, counted.AcceptedOn);
        Recount(DailyFigure.Returned, old.ReturnedOn, counted.ReturnedOn);
        if ((old.End, old.EndedOn) != (counted.End, counted.EndedOn))
        {
            if (old.End is { } figure) Recount(figure, old.EndedOn, now: null);
            if (end is { } ended) Recount(ended, old: null, counted.EndedOn);
        }

        FollowSupplements(_before.Agency is null ? [] : was.Supplements, history.Supplements);
        FollowOverdue();
    }

    private void FollowSupplements(IReadOnlyList<Supplement> was, IReadOnlyList<Supplement> now)
    {
        if (was.Count == 0 && now.Count == 0) return;
        var old = was.Select(supplement => VietnamTime.DayOf(supplement.From)).ToList();
        foreach (var supplement in now)
        {
            var day = VietnamTime.DayOf(supplement.From);
            if (!old.Remove(day)) Count(DailyFigure.SupplementRequested, day, by: 1);
        }

        foreach (var day in old) Count(DailyFigure.SupplementRequested, day, by: -1);
    }

    /// <summary>
    /// An alarm that rows which came late disprove (at that time the dossier was finished, or waited for a supplement) is taken back, so that
    /// the figures do not contradict each other and a deadline that passes later is told. A date the agency moves afterwards disproves nothing.
    /// </summary>
    private void FollowOverdue()
    {
        if (Data.Counted.OverdueSince is not { } due || Data.Folded?.LastRowAt > due) return;
        var then = HistoryFold.FoldUntil(StartOf(Data), Data.Rows, due);
        if (then.AcceptedAt is not null && !StateGraph.IsFinished(then.State!.Value) && then.State != DossierState.SupplementRequested) return;
        Recount(DailyFigure.BecameOverdue, VietnamTime.DayOf(due), now: null);
        Data = Data with { Counted = Data.Counted with { OverdueSince = null }, Alarms = Data.Alarms & ~DossierAlarms.Overdue };
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

    private static DateOnly? DayOf(DateTimeOffset? at) => at is { } instant ? VietnamTime.DayOf(instant) : null;
}
