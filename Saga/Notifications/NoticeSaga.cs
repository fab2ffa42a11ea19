using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Notifications;

/// <summary>
/// Tells the applicant of a centrally served dossier what happens (A16.2, A33.3): once for each occasion and channel, on the channels of the
/// registration, all at once or one after the other, by the provider that is well; and keeps what became of it on each channel.
/// </summary>
public sealed class NoticeSaga(NoticeRules rules) :
    Saga<NoticeData>,
    IStartedBy<NoticeData, NotifyApplicant>,
    IHandle<NoticeData, NoticeSent>,
    IHandle<NoticeData, NoticeFailed>,
    IHandle<NoticeData, NoticeNotTaken>,
    IHandle<NoticeData, DeliveryTold>,
    IHandle<NoticeData, ClockFired>
{
    /// <summary>Orders the notice on each channel on which it was not ordered before.</summary>
    public Decision<NoticeData> Handle(NoticeData? state, NotifyApplicant message, Occasion occasion)
    {
        var deciding = new NoticeDeciding(state ?? new NoticeData { Dossier = message.Dossier }, rules, occasion.Now);
        deciding.Order(message);
        return Decided(deciding);
    }

    /// <summary>The provider took it. What a report has told since is newer.</summary>
    public Decision<NoticeData> Handle(NoticeData state, NoticeSent message, Occasion occasion)
    {
        var deciding = new NoticeDeciding(state, rules, occasion.Now);
        if (deciding.Find(message.Occasion, message.Channel) is { IsReported: false, State: not NoticeState.Sent } notice) deciding.Accepted(notice);
        return Decided(deciding);
    }

    /// <summary>It will not reach the applicant on this channel; the operators see why. What the provider took stays sent.</summary>
    public Decision<NoticeData> Handle(NoticeData state, NoticeFailed message, Occasion occasion)
    {
        var deciding = new NoticeDeciding(state, rules, occasion.Now);
        if (deciding.Find(message.Occasion, message.Channel) is { IsReported: false, State: NoticeState.Ordered or NoticeState.Unconfirmed } notice)
        {
            deciding.End(notice with { State = NoticeState.Failed }, message.Reason);
        }

        return Decided(deciding);
    }

    /// <summary>The provider certainly did not take it: the next one has it, after a rest when none took it.</summary>
    public Decision<NoticeData> Handle(NoticeData state, NoticeNotTaken message, Occasion occasion)
    {
        var deciding = new NoticeDeciding(state, rules, occasion.Now);
        // Only from where it is now: a repetition of an earlier provider's word moves nothing.
        if (deciding.Find(message.Occasion, message.Channel) is { State: NoticeState.Ordered } notice && notice.Provider == message.Provider)
        {
            deciding.Move(notice, message.Reason);
        }

        return Decided(deciding);
    }

    /// <summary>A report ends it, whether or not the provider's own answer has come by now. What reached the applicant stays delivered.</summary>
    public Decision<NoticeData> Handle(NoticeData state, DeliveryTold message, Occasion occasion)
    {
        var deciding = new NoticeDeciding(state, rules, occasion.Now);
        if (deciding.Find(message.Occasion, message.Channel) is { } notice && IsNews(notice, message.State))
        {
            deciding.End(notice with { State = message.State, IsReported = message.State != NoticeState.Unconfirmed }, message.Reason);
        }

        return Decided(deciding);
    }

    /// <summary>The quiet hours are over, providers have rested, a channel had its time, or a report did not come.</summary>
    public Decision<NoticeData> Handle(NoticeData state, ClockFired message, Occasion occasion)
    {
        var deciding = new NoticeDeciding(state, rules, occasion.Now);
        if (NoticeClocks.Read(message.Clock) is var (kind, told)) deciding.Fire(kind, told);
        return Decided(deciding);
    }

    /// <summary>From which states a report leads to which.</summary>
    private static bool IsNews(Notice notice, NoticeState told) => told switch
    {
        NoticeState.Delivered => notice.State is NoticeState.Ordered or NoticeState.Sent or NoticeState.Unconfirmed or NoticeState.Failed,
        NoticeState.Failed => notice.State is NoticeState.Ordered or NoticeState.Sent or NoticeState.Unconfirmed,
        NoticeState.Unconfirmed => notice.State is NoticeState.Ordered or NoticeState.Sent,
        _ => false,
    };

    private static Decision<NoticeData> Decided(NoticeDeciding deciding) => Become(deciding.Data).With(deciding.Effects);
}
