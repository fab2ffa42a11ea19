namespace DichVuCong.Adapters.Banks.Wire;

/// <summary>
/// Finds outside of strings what is no JSON of one meaning though Newtonsoft.Json would read it: numbers such as <c>0123</c> and <c>0x1F</c>
/// (octal and hexadecimal to it), <c>15e4</c> and <c>150000.</c> (150000 to it), and comments, inside which a quote would hide all that
/// follows. An amount or an account would silently become another.
/// </summary>
internal static class LooseJson
{
    /// <summary>Whether a text has such a thing in it.</summary>
    public static bool Is(ReadOnlySpan<char> json)
    {
        var quote = '\0';
        for (var i = 0; i < json.Length; i++)
        {
            var character = json[i];
            if (quote != '\0')
            {
                if (character == '\\') i++;
                else if (character == quote) quote = '\0';
            }
            else if (character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == '/')
            {
                return true;
            }
            else if (IsOfWord(character))
            {
                var word = Word(json[i..]);
                if (!char.IsLetter(character) && character is not ('_' or '$') && !IsPlainNumber(word)) return true;
                i += word.Length - 1;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsOfWord(text[length])) length++;
        return text[..length];
    }

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' or '.' or '+' or '-';

    // Digits without a leading zero, at most one point with digits on both sides, and no exponent: whatever else is a number can be written so.
    private static bool IsPlainNumber(ReadOnlySpan<char> word)
    {
        if (word[0] == '-') word = word[1..];
        var point = word.IndexOf('.');
        var whole = point < 0 ? word : word[..point];
        return AreDigits(whole) && (whole.Length == 1 || whole[0] != '0') && (point < 0 || AreDigits(word[(point + 1)..]));
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
