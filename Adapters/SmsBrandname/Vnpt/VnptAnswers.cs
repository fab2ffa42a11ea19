namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// What VNPT's answers mean (<c>external-parties.md</c> C2). Its table of errors is not public: what is not here is an error that another
/// provider may get around.
/// </summary>
internal static class VnptAnswers
{
    /// <summary>RPLY.ERROR.</summary>
    public static CodeTable Codes { get; } = new(
        (["0"], SmsVerdict.Accepted, "queued by the provider"),
        // Seen once, beside the text "success": neither a success nor an error for certain.
        (["31"], SmsVerdict.Unknown, "the provider's code is not documented, and was seen with a success"));

    /// <summary>The code of an answer.</summary>
    public static string? CodeOf(JsonAnswer answer) => (answer.In("RPLY") ?? answer)["ERROR"];
}
