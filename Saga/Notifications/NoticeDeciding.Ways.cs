using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Notifications;

/// <summary>Which way a notice goes: now or in the morning, on this channel or the next, by this provider or another.</summary>
internal sealed partial class NoticeDeciding
{
    /// <summary>The provider did not take it: the next has it, and after the last they rest.</summary>
    public void Move(Notice notice, string reason)
    {
        if (OpenOf(notice.Occasion) is not { } open)
        {
            End(notice with { State = NoticeState.Failed }, reason);
            return;
        }

        var next = IndexOf(notice.Provider) + 1;
        if (next < rules.SmsProviders.Count)
        {
            Hand(notice with { Provider = rules.SmsProviders[next] }, open);
        }
        else if (now - open.Since >= rules.GiveUpAfter)
        {
            End(notice with { State = NoticeState.Failed }, $"no provider took it in time; the last: {reason}");
        }
        else
        {
            Put(notice with { Provider = null, Rounds = notice.Rounds + 1 });
            Set(NoticeClock.Rest, notice.Occasion, now + rules.RestAfter(notice.Rounds + 1));
        }
    }

    private int IndexOf(string? provider)
    {
        for (var index = 0; index < rules.SmsProviders.Count; index++)
        {
            if (rules.SmsProviders[index] == provider) return index;
        }

        // The settings changed meanwhile: it begins with the first.
        return -1;
    }

    /// <summary>Begins a notice, unless it must wait for the morning.</summary>
    private void Begin(Notice notice, OpenNotice open, NoticeUrgency urgency)
    {
        if (rules.QuietUntil(notice.Channel, urgency, now) is { } morning)
        {
            Wait(notice, NoticeWait.Quiet);
            Set(NoticeClock.Quiet, notice.Occasion, morning);
        }
        else if (notice.Channel == NoticeChannels.Portal)
        {
            // The events are the portal's inbox: what is written there has arrived.
            _effects.Add(new PublishEffect(CommandFor(notice, open)));
            Put(notice with { State = NoticeState.Sent, Wait = NoticeWait.None });
            Tell(notice with { State = NoticeState.Sent }, reason: null);
        }
        else
        {
            var provider = notice.Channel == NoticeChannels.Sms && rules.SmsProviders.Count > 0 ? rules.SmsProviders[0] : null;
            var begun = notice with { State = NoticeState.Ordered, Wait = NoticeWait.None, Provider = provider };
            Hand(begun, open);
            Tell(begun, reason: null);
        }
    }

    /// <summary>Begins what waited, with the words that were kept for it.</summary>
    private void BeginAgain(Notice notice)
    {
        if (OpenOf(notice.Occasion) is { } open) Begin(notice, open, NoticeTable.UrgencyOf(notice.Occasion));
    }

    private void Hand(Notice notice, OpenNotice open)
    {
        Put(notice);
        _effects.Add(new SendEffect(CommandFor(notice, open)));
    }

    private void Wait(Notice notice, NoticeWait wait)
    {
        var waiting = notice with { State = NoticeState.Waiting, Wait = wait };
        Put(waiting);
        Tell(waiting, reason: null);
    }

    /// <summary>One channel reached the applicant: those that waited for it to fail are not needed. What a report may still undo is waited for.</summary>
    private void SpareTheRest(Notice reached)
    {
        var rest = Of(reached.Occasion).Where(notice => notice.Wait == NoticeWait.Fallback).ToList();
        if (rest.Count == 0 || !rules.FallbackOf(NoticeTable.UrgencyOf(reached.Occasion)).Contains(reached.Channel)) return;
        Cancel(NoticeClock.Fallback, reached.Occasion);
        if (reached.State == NoticeState.Sent && rules.ReportWindowOf(reached.Channel, reached.Provider) is not null) return;
        foreach (var notice in rest)
        {
            var spared = notice with { State = NoticeState.Spared, Wait = NoticeWait.None };
            Put(spared);
            Tell(spared, reason: null);
        }
    }

    /// <summary>One channel failed: the next in turn has it, where it was in turn.</summary>
    private void NextInTurn(Notice failed)
    {
        if (!rules.FallbackOf(NoticeTable.UrgencyOf(failed.Occasion)).Contains(failed.Channel)) return;
        if (Of(failed.Occasion).FirstOrDefault(notice => notice.Wait == NoticeWait.Fallback) is { } next) InTurn(next);
    }

    private void InTurn(Notice next)
    {
        BeginAgain(next);
        if (Of(next.Occasion).Any(notice => notice.Wait == NoticeWait.Fallback)) StartTurns(next.Occasion);
        else Cancel(NoticeClock.Fallback, next.Occasion);
    }

    /// <summary>The channel whose turn it is has its time from when it goes out: what waits for the morning uses none of it up.</summary>
    private void StartTurns(string occasion)
    {
        var turns = rules.FallbackOf(NoticeTable.UrgencyOf(occasion));
        if (Of(occasion).All(notice => notice.Wait != NoticeWait.Fallback)) return;
        if (Of(occasion).Any(notice => notice.State == NoticeState.Ordered && turns.Contains(notice.Channel))) Set(NoticeClock.Fallback, occasion, now + rules.Patience);
    }

    private OpenNotice? OpenOf(string occasion) => Data.Open?.FirstOrDefault(open => open.Occasion == occasion);

    /// <summary>Keeps what a notice's words are made of, where they may be needed again.</summary>
    private void Keep(OpenNotice open)
    {
        if (Of(open.Occasion).Any(MayBeWrittenAgain)) Data = Data with { Open = [.. Data.Open ?? [], open], IsShrunk = false };
    }

    private void Close(string occasion)
    {
        if (Data.Open is null || Of(occasion).Any(MayBeWrittenAgain)) return;
        var rest = Data.Open.Where(open => open.Occasion != occasion).ToList();
        Data = Data with { Open = rest.Count == 0 ? null : rest };
    }

    private bool MayBeWrittenAgain(Notice notice) => notice.State switch
    {
        NoticeState.Waiting => true,
        NoticeState.Ordered => notice.Channel == NoticeChannels.Sms && rules.SmsProviders.Count > 0,
        _ => false,
    };

    private object CommandFor(Notice notice, OpenNotice open)
    {
        var told = new NotifyApplicant(Data.Dossier, notice.Occasion, open.State, open.At, open.Deadline, notice.Channel);
        return notice.Channel switch
        {
            NoticeChannels.Sms => new SendSms(Data.Dossier, notice.Occasion, NoticeTexts.Sms(told), notice.Provider),
            NoticeChannels.Email => new SendEmail(Data.Dossier, notice.Occasion, NoticeTexts.Subject(told), NoticeTexts.Email(told)),
            NoticeChannels.App => new SendAppNotice(Data.Dossier, notice.Occasion, NoticeTemplates.Of(notice.Occasion).Name, open.At, open.Deadline),
            NoticeChannels.Portal => new NoticePosted(Data.Dossier, notice.Occasion, NoticeTexts.Title(told), NoticeTexts.Sms(told)),
            _ => throw new ArgumentOutOfRangeException(nameof(notice), notice.Channel, "Not one channel."),
        };
    }
}
