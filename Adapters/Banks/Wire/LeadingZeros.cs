namespace DichVuCong.Adapters.Banks.Wire;

/// <summary>
/// Finds numbers such as <c>0123</c> and <c>0x1F</c> outside of strings. They are no JSON, and Newtonsoft.Json would read them as octal
/// and hexadecimal: an amount or an account would silently become another.
/// </summary>
internal static class LeadingZeros
{
    public static bool AreIn(ReadOnlySpan<char> json)
    {
        var quote = '\0';
        var previous = '\0';
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
            else if (character == '0' && IsStart(previous) && i + 1 < json.Length && (char.IsAsciiDigit(json[i + 1]) || json[i + 1] is 'x' or 'X'))
            {
                return true;
            }

            previous = character;
        }

        return false;
    }

    private static bool IsStart(char previous) => !char.IsAsciiLetterOrDigit(previous) && previous is not ('.' or '_' or '$');
}
