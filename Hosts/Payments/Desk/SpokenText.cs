using System.Text.RegularExpressions;

namespace DichVuCong.Payments.Desk;

/// <summary>What people write into inquiries and decisions. It should hold no personal data; who may only look does not see what looks like some.</summary>
public static partial class SpokenText
{
    /// <summary>The longest, in characters.</summary>
    public const int Longest = 2000;

    /// <summary>The text without what looks like a personal number, a phone or an address of a person.</summary>
    public static string Masked(string text) => Telling().Replace(text, match => match.Value.Contains('@', StringComparison.Ordinal)
        ? "***@***"
        : new string('*', match.Length - 3) + match.Value[^3..]);

    /// <summary>Takes a text in, without blanks around it.</summary>
    /// <exception cref="DeskRefusedException">It is empty, too long, or no text.</exception>
    internal static string Take(string field, string? text, int longest = Longest)
    {
        var trimmed = text?.Trim().ReplaceLineEndings("\n") ?? "";
        if (trimmed.Length == 0) throw DeskRefusals.NoText(field);
        if (trimmed.Length > longest) throw DeskRefusals.LongText(field, longest);
        if (trimmed.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))) throw DeskRefusals.ControlText(field);
        return trimmed;
    }

    // Nine or twelve digits are an identity paper's number, ten or eleven a phone. A bank's number may look the same: it is masked here too, and
    // stands in clear where it belongs.
    [GeneratedRegex(@"(?<!\w)(\+?\d{9,12}|[\w.+-]+@[\w-]+(\.[\w-]+)+)(?!\w)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Telling();
}
