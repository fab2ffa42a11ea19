using System.Text;

namespace DichVuCong.Adapters.ProcedureDatabase.Text;

/// <summary>What was done to a text.</summary>
[Flags]
public enum TextRepairs
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Spaces were put in order.</summary>
    Spaces = 1,

    /// <summary>Letters were composed.</summary>
    Letters = 2,

    /// <summary>Nothing could be done about letters that a wrong encoding had broken.</summary>
    Broken = 4,
}

/// <summary>
/// Puts a text of the procedure database in order: no-break spaces, tabs and line ends become spaces, runs of spaces one, the ends are
/// trimmed, letters are composed.
/// </summary>
public static class CleanText
{
    private const char ReplacementCharacter = '\uFFFD';

    /// <summary>The text in order, and what was done to it.</summary>
    public static (string Text, TextRepairs Repairs) Of(string text)
    {
        var spaced = OrderSpaces(text);
        var composed = VietnameseLetters.Compose(spaced);
        var repairs = (ReferenceEquals(spaced, text) ? TextRepairs.None : TextRepairs.Spaces)
            | (ReferenceEquals(composed, spaced) ? TextRepairs.None : TextRepairs.Letters)
            | (composed.Contains(ReplacementCharacter) ? TextRepairs.Broken : TextRepairs.None);
        return (composed, repairs);
    }

    private static string OrderSpaces(string text)
    {
        if (IsOrdered(text)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var next in text)
        {
            if (!IsSpace(next)) result.Append(next);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }

        return result.ToString().TrimEnd(' ');
    }

    private static bool IsOrdered(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsSpace(text[i])) continue;
            if (text[i] != ' ' || i == 0 || i == text.Length - 1 || text[i - 1] == ' ') return false;
        }

        return true;
    }

    private static bool IsSpace(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '\u200B' or '\uFEFF';
}
