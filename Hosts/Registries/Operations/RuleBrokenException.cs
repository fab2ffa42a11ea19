namespace DichVuCong.Registries.Operations;

/// <summary>What was asked for breaks a rule; nothing was changed.</summary>
/// <param name="field">The field at fault.</param>
/// <param name="vietnamese">The rule, in Vietnamese.</param>
/// <param name="english">The rule, in English.</param>
public sealed class RuleBrokenException(string field, string vietnamese, string english) : Exception($"{field}: {english}")
{
    private const int ShortestReason = 3;
    private const int LongestReason = 1000;

    /// <summary>The field at fault.</summary>
    public string Field { get; } = field;

    /// <summary>The rule, in Vietnamese.</summary>
    public string Vietnamese { get; } = vietnamese;

    /// <summary>The rule, in English.</summary>
    public string English { get; } = english;

    /// <summary>A reason that can be written down.</summary>
    /// <exception cref="RuleBrokenException">It is none.</exception>
    public static string RequireReason(string? text) => RequireText("reason", text, ShortestReason, LongestReason);

    /// <summary>A text of a length.</summary>
    /// <exception cref="RuleBrokenException">It is too short or too long.</exception>
    public static string RequireText(string field, string? text, int shortest, int longest)
    {
        var clean = text?.Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";
        return clean.Length >= shortest && clean.Length <= longest
            ? clean
            : throw new RuleBrokenException(field, $"phải có từ {shortest} đến {longest} ký tự.", $"must have {shortest} to {longest} characters.");
    }
}
