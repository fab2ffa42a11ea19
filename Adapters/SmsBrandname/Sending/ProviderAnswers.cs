using System.Text.RegularExpressions;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// What the provider's answers mean (<c>external-parties.md</c> C1). The text is the finer of the two values: a text that the table knows
/// decides, whatever the result; so a wrong <see cref="SmsBrandnameSettings.SuccessResult"/> can lose no message.
/// </summary>
internal static partial class ProviderAnswers
{
    private const int MostConstants = 3;

    /// <summary>What a message begins with, and what it then means; the first that fits counts.</summary>
    public static IReadOnlyList<(string Prefix, SmsVerdict Verdict, string Reason)> Table { get; } =
    [
        ("Insert MT_QUEUE: OK", SmsVerdict.Accepted, "queued by the provider"),
        ("Authenticate:", SmsVerdict.Configuration, "the provider refuses our account or address"),
        ("Check RequestID:", SmsVerdict.Configuration, "the provider refuses the setting RequestID"),
        ("Check CommandCode:", SmsVerdict.Configuration, "the provider refuses the setting CommandCode"),
        ("Check UserID", SmsVerdict.Refused, "the provider refuses the number"),
        ("Check ReceiverID", SmsVerdict.Refused, "the provider refuses the number"),
        ("UserID_NOT_EQUAL_ReceiverID", SmsVerdict.Refused, "the provider refuses the number"),
        ("Unable to check telco from input receiver", SmsVerdict.Refused, "the provider knows no operator for the number"),
        ("Check ServiceID: DUPLICATE MESSAGE", SmsVerdict.AlreadySent, "the provider had this text for this number already"),
        ("Check ServiceID: ALIAS_INVALID", SmsVerdict.Refused, "the brandname is not registered with the recipient's operator"),
        ("Check ServiceID:", SmsVerdict.Configuration, "the provider refuses the setting ServiceID"),
        ("Check Content:", SmsVerdict.Refused, "the provider refuses the content"),
        ("Check template:", SmsVerdict.Refused, "the content matches no template registered with the provider"),
        ("Check information error", SmsVerdict.TryLater, "the provider could not check the message"),
    ];

    /// <summary>Judges an answer with HTTP status 200.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="successResult">The result that means accepted.</param>
    public static SmsJudgement Judge(SoapAnswer answer, string successResult)
    {
        var message = answer["message"] ?? "";
        foreach (var (prefix, verdict, reason) in Table)
        {
            if (!message.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            return new SmsJudgement(verdict, verdict == SmsVerdict.Accepted ? reason : reason + ConstantsOf(message));
        }

        return answer["result"] switch
        {
            null => new SmsJudgement(SmsVerdict.Unknown, "the answer holds no result"),
            var result when result == successResult => new SmsJudgement(SmsVerdict.Accepted, "queued by the provider"),
            _ => new SmsJudgement(SmsVerdict.TryLater, $"the provider gives an error that is in no list{ConstantsOf(message)}"),
        };
    }

    /// <summary>
    /// The provider's own constants (<c>IP_INVALID</c>) in a message: all of it that is safe to show, since it may repeat the text or the
    /// number.
    /// </summary>
    private static string ConstantsOf(string message)
    {
        var constants = Constant().Matches(message).Take(MostConstants).Select(match => match.Value).ToList();
        return constants.Count == 0 ? "" : $" ({string.Join(", ", constants)})";
    }

    [GeneratedRegex(
        "(?<![A-Za-z0-9_])[A-Z]{2,24}(_[A-Z]{1,24}){1,6}(?![A-Za-z0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Constant();
}
