using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Adapters.VNPost.Orders;

/// <summary>From what an answer means to what the runtime does: the same for every operation that answers {Status, Message}.</summary>
internal static class PostOutcome
{
    /// <summary>The outcome.</summary>
    /// <param name="judgement">What the answer means.</param>
    /// <param name="done">The reply when it was done; told whether it was done before.</param>
    /// <param name="refused">The reply when the post will not do it.</param>
    /// <param name="settings">How long a wrong set-up waits.</param>
    /// <param name="log">Gets no number, no name and no address.</param>
    public static Outcome Of(PostJudgement judgement, Func<bool, object> done, Func<string, object> refused, VnPostSettings settings, ILogger log)
    {
        switch (judgement.Verdict)
        {
            case PostVerdict.Done or PostVerdict.Existing:
                return Outcome.Done(done(judgement.Verdict == PostVerdict.Existing), judgement.Reason);
            case PostVerdict.Refused:
                return Outcome.Refused(judgement.Reason, refused(judgement.Reason));
            case PostVerdict.Configuration:
                VnPostLog.Misconfigured(log, judgement.Reason, settings.ConfigurationRetryAfter);
                return Outcome.Transient(judgement.Reason, settings.ConfigurationRetryAfter);
            case PostVerdict.TryLater:
                return Outcome.Transient(judgement.Reason, judgement.RetryAfter);
            default:
                return Outcome.Unknown(judgement.Reason);
        }
    }
}

/// <summary>What the adapter logs.</summary>
internal static partial class VnPostLog
{
    [LoggerMessage(4401, LogLevel.Error, "VNPost takes nothing until somebody puts this right: {Reason}. What is for it is kept and tried again after {Wait}")]
    public static partial void Misconfigured(ILogger logger, string reason, TimeSpan wait);

    [LoggerMessage(4402, LogLevel.Warning, "The contact of {Dossier} could not be read: {Error}")]
    public static partial void ContactNotRead(ILogger logger, string dossier, string error);

    [LoggerMessage(4403, LogLevel.Warning, "{Count} events of VNPost's tracking have no id: they cannot be told apart and are left out")]
    public static partial void EventsWithoutId(ILogger logger, int count);
}
