using System.Net;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Judges what came of a call: by its phase, then by its status, then by its content.</summary>
internal static class SmsJudge
{
    /// <summary>Judges a call whose answer is SOAP.</summary>
    public static SmsJudgement Judge(Exchange<SoapAnswer> exchange, string successResult) => exchange switch
    {
        { Status: { } status and not HttpStatusCode.OK } => HttpAnswers.Judge(status, exchange.Answer),
        _ => Judge(exchange, "XML", answer => ProviderAnswers.Judge(answer, successResult)),
    };

    /// <summary>Judges a call whose answer is JSON: what a provider says with a status of failure is read when it is in its list.</summary>
    /// <param name="exchange">What came of the call.</param>
    /// <param name="codeOf">Finds the provider's code in its answer.</param>
    /// <param name="codes">What the codes mean.</param>
    public static SmsJudgement Judge(Exchange<JsonAnswer> exchange, Func<JsonAnswer, string?> codeOf, CodeTable codes) => exchange switch
    {
        { Status: { } status and not HttpStatusCode.OK } =>
            exchange.Answer is { } answer && codes.Refusal(codeOf(answer)) is { } refusal ? refusal : HttpAnswers.Judge(status, answer: null),
        _ => Judge(exchange, "JSON", answer => codes.Judge(codeOf(answer))),
    };

    private static SmsJudgement Judge<T>(Exchange<T> exchange, string form, Func<T, SmsJudgement> read)
        where T : class => exchange switch
        {
            { Phase: ExchangePhase.NotSent } => new SmsJudgement(SmsVerdict.TryLater, $"not sent: {exchange.Cause}", FaultSide.Network),
            { Phase: ExchangePhase.Sent } => new SmsJudgement(SmsVerdict.Unknown, $"sent without an answer: {exchange.Cause}", FaultSide.Network),
            { Answer: null } => new SmsJudgement(SmsVerdict.Unknown, $"the answer is too long, or no {form}"),
            _ => read(exchange.Answer),
        };
}
