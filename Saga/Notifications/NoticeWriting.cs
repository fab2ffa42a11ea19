using System.Text;

namespace DichVuCong.Saga.Notifications;

/// <summary>Fills templates in, in one pass: what a value contains is never read as a placeholder.</summary>
public static class NoticeWriting
{
    /// <summary>Puts values in the place of placeholders; those without a value stay for whoever knows it.</summary>
    public static string Fill(string text, params ReadOnlySpan<(string Placeholder, string Value)> values)
    {
        var output = new StringBuilder(text.Length + 64);
        for (var place = 0; place < text.Length;)
        {
            var brace = text.IndexOf('{', place);
            if (brace < 0)
            {
                output.Append(text, place, text.Length - place);
                break;
            }

            output.Append(text, place, brace - place);
            place = brace + Put(output, text.AsSpan(brace), values);
        }

        return output.ToString();
    }

    /// <summary>What stands in braces in a text and is none of these.</summary>
    public static IEnumerable<string> UnknownIn(string? text, IReadOnlyList<string> known)
    {
        for (var brace = text?.IndexOf('{', StringComparison.Ordinal) ?? -1; brace >= 0; brace = text!.IndexOf('{', brace + 1))
        {
            var end = text!.IndexOf('}', brace);
            var placeholder = end < 0 ? text[brace..] : text[brace..(end + 1)];
            if (!known.Contains(placeholder, StringComparer.Ordinal)) yield return placeholder;
        }
    }

    private static int Put(StringBuilder output, ReadOnlySpan<char> rest, ReadOnlySpan<(string Placeholder, string Value)> values)
    {
        foreach (var (placeholder, value) in values)
        {
            if (!rest.StartsWith(placeholder, StringComparison.Ordinal)) continue;
            output.Append(value);
            return placeholder.Length;
        }

        output.Append('{');
        return 1;
    }
}
