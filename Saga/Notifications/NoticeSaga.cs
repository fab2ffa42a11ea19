using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Notifications;

/// <summary>Tells the applicant of a centrally served dossier what happens (A16.2, A33.3): once for each occasion, person and channel.</summary>
public sealed class NoticeSaga :
    Saga<NoticeData>,
    IStartedBy<NoticeData, NotifyApplicant>,
    IHandle<NoticeData, NoticeSent>,
    IHandle<NoticeData, NoticeFailed>
{
    private static readonly NoticeChannels[] Channels = [NoticeChannels.Sms, NoticeChannels.Email];

    /// <summary>Orders the notice on each channel on which it was not ordered before.</summary>
    public Decision<NoticeData> Handle(NoticeData? state, NotifyApplicant message, Occasion occasion)
    {
        var data = state ?? new NoticeData { Dossier = message.Dossier };
        var wanted = Channels
            .Where(channel => message.Channels.HasFlag(channel))
            .Where(channel => !data.Notices.Any(notice => notice.Occasion == message.Occasion && notice.Channel == channel))
            .ToList();
        var ordered = wanted.Select(channel => new Notice(message.Occasion, channel, NoticeState.Ordered));
        var decision = Become(data with { Notices = [.. data.Notices, .. ordered] });
        foreach (var channel in wanted)
        {
            decision.Send(CommandFor(channel, message));
            decision.Send(new KeepNotice(message.Dossier, message.Occasion, channel, NoticeState.Ordered, Reason: null));
        }

        return decision;
    }

    /// <summary>The provider took it.</summary>
    public Decision<NoticeData> Handle(NoticeData state, NoticeSent message, Occasion occasion) =>
        Ended(state, message.Occasion, message.Channel, NoticeState.Sent, reason: null);

    /// <summary>It will not reach the applicant on this channel; the operators see why.</summary>
    public Decision<NoticeData> Handle(NoticeData state, NoticeFailed message, Occasion occasion) =>
        Ended(state, message.Occasion, message.Channel, NoticeState.Failed, message.Reason);

    /// <summary>What the provider took stays sent, and a notice that was never ordered has no end.</summary>
    private static Decision<NoticeData> Ended(NoticeData state, string occasion, NoticeChannels channel, NoticeState end, string? reason)
    {
        var notice = state.Notices.FirstOrDefault(notice => notice.Occasion == occasion && notice.Channel == channel);
        if (notice is null || notice.State == NoticeState.Sent || notice.State == end) return Become(state);
        var notices = state.Notices.Select(other => other == notice ? notice with { State = end } : other);
        return Become(state with { Notices = [.. notices] }).Send(new KeepNotice(state.Dossier, occasion, channel, end, reason));
    }

    private static object CommandFor(NoticeChannels channel, NotifyApplicant notice) => channel switch
    {
        NoticeChannels.Sms => new SendSms(notice.Dossier, notice.Occasion, NoticeTexts.Sms(notice)),
        NoticeChannels.Email => new SendEmail(notice.Dossier, notice.Occasion, NoticeTexts.Subject(notice), NoticeTexts.Email(notice)),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Not one channel."),
    };
}
