using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Notifications;

/// <summary>One decision about a dossier's notices: the new data and the effects, put together step by step.</summary>
internal sealed partial class NoticeDeciding(NoticeData data, NoticeRules rules, DateTimeOffset now)
{
    /// <summary>The channels, in the order in which they are ordered.</summary>
    private static readonly NoticeChannels[] Channels = [NoticeChannels.Sms, NoticeChannels.Email, NoticeChannels.App, NoticeChannels.Portal];

    private readonly List<Effect> _effects = [];

    /// <summary>The data so far.</summary>
    public NoticeData Data { get; private set; } = data;

    /// <summary>The effects so far.</summary>
    public IEnumerable<Effect> Effects => _effects;

    /// <summary>A notice; null when it was never ordered.</summary>
    public Notice? Find(string occasion, NoticeChannels channel) =>
        Data.Notices.FirstOrDefault(notice => notice.Occasion == occasion && notice.Channel == channel);

    /// <summary>Orders a notice on the channels on which it was not ordered before.</summary>
    public void Order(NotifyApplicant message)
    {
        var wanted = Channels.Where(channel => message.Channels.HasFlag(channel) && Find(message.Occasion, channel) is null).ToList();
        if (wanted.Count == 0) return;

        var open = new OpenNotice(message.Occasion, message.State, message.At, message.Deadline, now);
        var urgency = NoticeTable.UrgencyOf(message.Occasion);
        var inTurn = rules.FallbackOf(urgency).Where(wanted.Contains).Skip(1).ToList();
        foreach (var channel in wanted)
        {
            var notice = new Notice(message.Occasion, channel, NoticeState.Ordered);
            Data = Data with { Notices = [.. Data.Notices, notice] };
            if (inTurn.Contains(channel)) Wait(notice, NoticeWait.Fallback);
            else Begin(notice, open, urgency);
        }

        StartTurns(message.Occasion);
        Keep(open);
    }

    /// <summary>The provider took it.</summary>
    public void Accepted(Notice notice)
    {
        End(notice with { State = NoticeState.Sent }, reason: null);
        if (rules.ReportWindowOf(notice.Channel, notice.Provider) is { } window) Set(NoticeClock.Report, notice.Occasion, now + window);
    }

    /// <summary>It is over on its channel, well or badly; the channels that waited for that learn it.</summary>
    public void End(Notice notice, string? reason)
    {
        Put(notice);
        Tell(notice, reason);
        if (notice.IsReported && rules.ReportWindowOf(notice.Channel, notice.Provider) is not null) Cancel(NoticeClock.Report, notice.Occasion);
        if (notice.State is NoticeState.Sent or NoticeState.Delivered) SpareTheRest(notice);
        else if (notice.State is NoticeState.Failed or NoticeState.Unconfirmed) NextInTurn(notice);
        Close(notice.Occasion);
    }

    /// <summary>A clock came due.</summary>
    public void Fire(NoticeClock clock, string occasion)
    {
        switch (clock)
        {
            case NoticeClock.Quiet:
                foreach (var waiting in Of(occasion).Where(notice => notice.Wait == NoticeWait.Quiet).ToList()) BeginAgain(waiting);
                StartTurns(occasion);
                break;
            case NoticeClock.Rest:
                foreach (var resting in Of(occasion).Where(notice => notice is { State: NoticeState.Ordered, Provider: null, Rounds: > 0 }).ToList()) BeginAgain(resting);
                break;
            case NoticeClock.Fallback:
                if (Of(occasion).FirstOrDefault(notice => notice.Wait == NoticeWait.Fallback) is { } next) InTurn(next);
                break;
            case NoticeClock.Report:
                foreach (var unheard in Of(occasion).Where(IsUnheard).ToList()) End(unheard with { State = NoticeState.Unconfirmed }, "no report came in the provider's time");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(clock), clock, "No clock of notices.");
        }

        Close(occasion);
    }

    private bool IsUnheard(Notice notice) =>
        notice is { State: NoticeState.Sent, IsReported: false } && rules.ReportWindowOf(notice.Channel, notice.Provider) is not null;

    private IEnumerable<Notice> Of(string occasion) => Data.Notices.Where(notice => notice.Occasion == occasion);

    private void Put(Notice notice) => Data = Data with
    {
        Notices = [.. Data.Notices.Select(other => other.Occasion == notice.Occasion && other.Channel == notice.Channel ? notice : other)],
    };

    private void Tell(Notice notice, string? reason) =>
        _effects.Add(new SendEffect(new KeepNotice(Data.Dossier, notice.Occasion, notice.Channel, notice.State, reason)));

    private void Set(NoticeClock clock, string occasion, DateTimeOffset due) => _effects.Add(new SetClockEffect(NoticeClocks.Of(clock, occasion), due, Terms: null));

    private void Cancel(NoticeClock clock, string occasion) => _effects.Add(new CancelClockEffect(NoticeClocks.Of(clock, occasion)));
}
