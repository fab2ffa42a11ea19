using System.Net;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Judges what came of a call: by its phase, then by its status, then by its content.</summary>
internal static class SmsJudge
{
    /// <summary>Judges a call.</summary>
    public static SmsJudgement Judge(SoapExchange exchange, string successResult) => exchange switch
    {
        { Phase: ExchangePhase.NotSent } => new SmsJudgement(SmsVerdict.TryLater, $"not sent: {exchange.Cause}"),
        { Phase: ExchangePhase.Sent } => new SmsJudgement(SmsVerdict.Unknown, $"sent without an answer: {exchange.Cause}"),
        { Status: { } status and not HttpStatusCode.OK } => HttpAnswers.Judge(status, exchange.Answer),
        { Answer: null } => new SmsJudgement(SmsVerdict.Unknown, "the answer is too long, or no XML"),
        _ => ProviderAnswers.Judge(exchange.Answer, successResult),
    };
}
