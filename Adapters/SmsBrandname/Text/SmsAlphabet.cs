using System.Text;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// Brings a text to the characters that an SMS may hold: every run of white space is one blank, no control character, and no ampersand,
/// which the provider takes in no content (<c>external-parties.md</c> C1).
/// </summary>
internal static class SmsAlphabet
{
    private const string PlainAnd = " va ";
    private const string UnicodeAnd = " và ";
    private const char Unwritable = '?';

    /// <summary>The text in ASCII, without diacritics: content type "plain".</summary>
    public static string Plain(string text)
    {
        var output = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp) output.Append(Unwritable);
            else AppendPlain(output, (char)rune.Value);
        }

        return output.ToString().TrimEnd();
    }

    /// <summary>The text with its diacritics, each letter one character: content type "Unicode".</summary>
    public static string Unicode(string text)
    {
        var output = new StringBuilder(text.Length + 8);
        Span<char> pair = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp) AppendUnicode(output, (char)rune.Value);
            else output.Append(pair[..rune.EncodeToUtf16(pair)]);
        }

        return output.ToString().TrimEnd();
    }

    private static void AppendPlain(StringBuilder output, char character)
    {
        if (OtherCharacters.IsFullWidth(character, out var ascii)) character = ascii;

        if (IsBlank(character)) AppendBlank(output);
        else if (character == '&') AppendWords(output, PlainAnd);
        else if (OtherCharacters.Replacements.TryGetValue(character, out var replacement)) AppendWords(output, replacement);
        else if (char.IsAscii(character)) output.Append(character);
        else if (VietnameseLetters.Unmarked.TryGetValue(character, out var letter)) output.Append(letter);
        else if (!VietnameseLetters.IsMark(character) && !OtherCharacters.IsInvisible(character)) output.Append(Unwritable);
    }

    private static void AppendUnicode(StringBuilder output, char character)
    {
        if (IsBlank(character)) AppendBlank(output);
        else if (character == '&') AppendWords(output, UnicodeAnd);
        else if (output.Length > 0 && VietnameseLetters.Composed.TryGetValue((output[^1], character), out var letter)) output[^1] = letter;
        else if (!OtherCharacters.IsInvisible(character) && character is not ('\uFFFE' or '\uFFFF')) output.Append(character);
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    private static void AppendBlank(StringBuilder output)
    {
        if (output.Length > 0 && output[^1] != ' ') output.Append(' ');
    }

    private static void AppendWords(StringBuilder output, string words)
    {
        foreach (var character in words)
        {
            if (character == ' ') AppendBlank(output);
            else output.Append(character);
        }
    }
}
