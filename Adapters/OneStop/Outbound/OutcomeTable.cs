namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>
/// What a reply means, as data and per operation: the same error_code is a success in one and a failure in another, and some systems say
/// it in words only (pain 7, 25).
/// </summary>
/// <typeparam name="TAnswer">The answers of the operation.</typeparam>
/// <param name="otherwise">The answer of a reply with an error_code that no rule matches.</param>
/// <param name="rules">The rules; the first that matches decides.</param>
public sealed class OutcomeTable<TAnswer>(TAnswer otherwise, params IReadOnlyList<OutcomeRule<TAnswer>> rules)
{
    private readonly (OutcomeRule<TAnswer> Rule, string? Plain)[] _rules =
        [.. rules.Select(rule => (rule, rule.Text is null ? null : PlainLetters.Of(rule.Text)))];

    /// <summary>The answer of a reply.</summary>
    /// <param name="errorCode">Its error_code.</param>
    /// <param name="message">Its text.</param>
    /// <param name="updating">Whether the call was an update.</param>
    public TAnswer Of(int errorCode, string? message, bool updating)
    {
        var plain = PlainLetters.Of(message ?? "");
        foreach (var (rule, text) in _rules)
        {
            if ((rule.ErrorCode is null || rule.ErrorCode == errorCode)
                && (rule.Updating is null || rule.Updating == updating)
                && (text is null || plain.Contains(text, StringComparison.Ordinal)))
            {
                return rule.Answer;
            }
        }

        return otherwise;
    }
}

/// <summary>One rule; what is null matches everything.</summary>
/// <typeparam name="TAnswer">The answers of the operation.</typeparam>
/// <param name="Answer">What the reply means.</param>
/// <param name="ErrorCode">error_code.</param>
/// <param name="Text">Words in the message, compared without diacritics and letter case.</param>
/// <param name="Updating">Whether the call was an update.</param>
public sealed record OutcomeRule<TAnswer>(TAnswer Answer, int? ErrorCode = null, string? Text = null, bool? Updating = null);
