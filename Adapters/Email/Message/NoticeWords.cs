using System.Text;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Adapters.Email;

/// <summary>Puts the agency's and the applicant's name into a notice's text, in one pass: what a name contains is never read as a placeholder.</summary>
internal static class NoticeWords
{
    /// <summary>Fills a text in.</summary>
    public static string Fill(string text, NoticeRecipient recipient)
    {
        var output = new StringBuilder(text.Length + 64);
        var rest = text.AsSpan();
        for (var brace = rest.IndexOf('{'); brace >= 0; brace = rest.IndexOf('{'))
        {
            output.Append(rest[..brace]);
            rest = rest[brace..];
            rest = Take(ref rest, NoticePlaceholders.Agency) ? Append(output, AgencyOf(recipient), rest)
                : Take(ref rest, NoticePlaceholders.Name) ? Append(output, NameOf(recipient), rest)
                : Append(output, "{", rest[1..]);
        }

        return output.Append(rest).ToString();
    }

    private static string AgencyOf(NoticeRecipient recipient) =>
        string.IsNullOrWhiteSpace(recipient.AgencyName) ? NoticePlaceholders.UnknownAgency : recipient.AgencyName;

    private static string NameOf(NoticeRecipient recipient) => recipient.Name?.Reveal() ?? NoticePlaceholders.UnknownName;

    private static bool Take(ref ReadOnlySpan<char> rest, string placeholder)
    {
        if (!rest.StartsWith(placeholder, StringComparison.Ordinal)) return false;
        rest = rest[placeholder.Length..];
        return true;
    }

    private static ReadOnlySpan<char> Append(StringBuilder output, string words, ReadOnlySpan<char> rest)
    {
        output.Append(words);
        return rest;
    }
}
