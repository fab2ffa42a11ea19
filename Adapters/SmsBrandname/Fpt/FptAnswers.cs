namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>What FPT's answers mean (<c>external-parties.md</c> C3). Versions of the interface name the same value differently.</summary>
internal static class FptAnswers
{
    /// <summary>The code of a message that was taken, where an answer gives an id and no code.</summary>
    private const string Success = "0";

    private static readonly string[] CodeNames = ["error", "error_code", "ErrorCode", "code", "Code"];
    private static readonly string[] IdNames = ["MessageId", "SmsId", "message_id", "id"];

    /// <summary>The codes.</summary>
    public static CodeTable Codes { get; } = new(
        ([Success, "200"], SmsVerdict.Accepted, "queued by the provider"),
        (["1008"], SmsVerdict.Configuration, "the provider refuses our client or its secret"),
        (["1011"], SmsVerdict.Configuration, "the provider refuses a new token"),
        (["1013"], SmsVerdict.Configuration, "the provider takes a new token for an old one"),
        (["1", "2501"], SmsVerdict.AlreadySent, "the provider had this text for this number already"),
        (["2", "-8", "2513"], SmsVerdict.Configuration, "the provider does not know the setting Brandname"),
        (["5", "-20", "2518"], SmsVerdict.Refused, "the content matches no template registered with the provider"),
        (["6", "-18", "2519"], SmsVerdict.Refused, "the provider refuses the content: a forbidden word"));

    /// <summary>The codes that say that a token is not taken: it is renewed once, and the message sent again.</summary>
    private static readonly string[] TokenCodes = ["1011", "1013"];

    /// <summary>The code of an answer; an answer with an id and no code is a success.</summary>
    public static string? CodeOf(JsonAnswer answer) => answer.First(CodeNames) ?? (answer.First(IdNames) is null ? null : Success);

    /// <summary>Whether an answer says that the token is not taken.</summary>
    public static bool IsOfToken(JsonAnswer? answer) => answer is not null && TokenCodes.Contains(CodeOf(answer), StringComparer.Ordinal);
}
