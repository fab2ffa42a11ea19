using System.Net;
using System.Text;

namespace DichVuCong.Adapters.Email;

/// <summary>
/// A plain text as a page: its paragraphs, and nothing that is fetched from anywhere. Every value was filled in before, and is escaped here with the
/// rest: what a name contains is never read as a tag.
/// </summary>
internal static class HtmlText
{
    private const string Style = "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#1a1a1a;max-width:640px";

    /// <summary>The page.</summary>
    public static string Of(string subject, string text)
    {
        var page = new StringBuilder(text.Length + 512);
        page.Append("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>").Append(WebUtility.HtmlEncode(subject))
            .Append("</title></head>\n<body style=\"").Append(Style).Append("\">\n");
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            page.Append("<p>").Append(WebUtility.HtmlEncode(paragraph.Trim('\n')).Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
        }

        return page.Append("</body></html>\n").ToString();
    }
}
