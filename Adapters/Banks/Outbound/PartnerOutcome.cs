using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>From a partner's answer to an outcome. Reasons go into the journal: English, codes only, never a partner's words.</summary>
internal static class PartnerOutcome
{
    // What the settings have wrong is not mended within a second.
    private static readonly TimeSpan WhenMisconfigured = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WhenNotConfigured = TimeSpan.FromMinutes(1);

    /// <summary>The outcome of a question, which changes nothing and can be asked again whatever became of it.</summary>
    public static Outcome OfQuestion<T>(PartnerAnswer<T> answer, Func<T, Outcome> done, Func<PartnerAnswer<T>.Refused, Outcome> refused)
        where T : class => answer is PartnerAnswer<T>.Unknown unknown ? Outcome.Transient(unknown.Reason).By(unknown.Side) : Of(answer, done, refused);

    /// <summary>The outcome of a call that does something.</summary>
    public static Outcome Of<T>(PartnerAnswer<T> answer, Func<T, Outcome> done, Func<PartnerAnswer<T>.Refused, Outcome> refused)
        where T : class => answer switch
        {
            PartnerAnswer<T>.Done value => done(value.Value),
            PartnerAnswer<T>.Refused { Kind: RefusalKind.Configuration } fault => Outcome.Transient(ReasonOf(fault), WhenMisconfigured).By(FaultSide.Us),
            PartnerAnswer<T>.Refused no => refused(no),
            PartnerAnswer<T>.NotSent notSent => Outcome.Transient(notSent.Reason, notSent.RetryAfter).By(notSent.Side),
            PartnerAnswer<T>.Unknown unknown => Outcome.Unknown(unknown.Reason).By(unknown.Side),
            _ => throw new System.Diagnostics.UnreachableException(answer.GetType().Name),
        };

    /// <summary>A refusal in words.</summary>
    public static string ReasonOf<T>(PartnerAnswer<T>.Refused refused)
        where T : class => $"{refused.Code}: {refused.Reason}";

    /// <summary>What is for a partner that is not configured waits until it is.</summary>
    public static Outcome NotConfigured(string partner) => Outcome.Transient($"{partner} is not configured", WhenNotConfigured).By(FaultSide.Us);
}
