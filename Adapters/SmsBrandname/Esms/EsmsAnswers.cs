namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>What CodeResult means (<c>external-parties.md</c> C4).</summary>
internal static class EsmsAnswers
{
    /// <summary>The codes.</summary>
    public static CodeTable Codes { get; } = new(
        (["100"], SmsVerdict.Accepted, "queued by the provider"),
        (["99"], SmsVerdict.Refused, "the number is blocked at the provider"),
        (["101"], SmsVerdict.Configuration, "the provider refuses our keys"),
        (["102"], SmsVerdict.Configuration, "the provider has no price for us"),
        (["103"], SmsVerdict.Configuration, "our balance at the provider is used up"),
        (["104"], SmsVerdict.Configuration, "the provider does not know the setting Brandname"),
        (["105"], SmsVerdict.Configuration, "the provider does not know the message asked for"),
        (["106", "107"], SmsVerdict.Configuration, "the provider takes such messages in larger numbers only"),
        (["108"], SmsVerdict.Refused, "the provider refuses the number"),
        (["110"], SmsVerdict.Refused, "the provider refuses the content"),
        (["118"], SmsVerdict.Configuration, "the provider refuses the setting SmsType"));

    /// <summary>The code of an answer.</summary>
    public static string? CodeOf(JsonAnswer answer) => answer["CodeResult"];
}
