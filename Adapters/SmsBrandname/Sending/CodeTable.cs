namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>What a provider's codes mean, as data. A code that is in no row is an error that another try, or another provider, may get around.</summary>
/// <param name="rows">The codes of one meaning, what they mean, and why, in English.</param>
internal sealed class CodeTable(params IReadOnlyList<(string[] Codes, SmsVerdict Verdict, string Reason)> rows)
{
    /// <summary>Of a code we show so much: what stands in its place may be anything.</summary>
    private const int LongestShown = 24;

    /// <summary>The rows.</summary>
    public IReadOnlyList<(string[] Codes, SmsVerdict Verdict, string Reason)> Rows { get; } = rows;

    /// <summary>Judges the code of an answer with HTTP status 200.</summary>
    public SmsJudgement Judge(string? code)
    {
        if (code is null) return new SmsJudgement(SmsVerdict.Unknown, "the answer holds no code");
        return Find(code) is { } row
            ? new SmsJudgement(row.Verdict, row.Verdict == SmsVerdict.Accepted ? row.Reason : $"{row.Reason} ({code})")
            : new SmsJudgement(SmsVerdict.TryLater, $"the provider gives an error that is in no list ({Shown(code)})");
    }

    /// <summary>What a code means that came with an HTTP status of failure: only a known error is believed, never a success.</summary>
    public SmsJudgement? Refusal(string? code) =>
        code is not null && Find(code) is { Verdict: not (SmsVerdict.Accepted or SmsVerdict.AlreadySent) } ? Judge(code) : null;

    private (string[] Codes, SmsVerdict Verdict, string Reason)? Find(string code)
    {
        foreach (var row in Rows)
        {
            if (row.Codes.Contains(code, StringComparer.Ordinal)) return row;
        }

        return null;
    }

    private static string Shown(string code) =>
        code.Length <= LongestShown && code.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_') ? code : "not shown";
}
