using System.Text;
using System.Text.RegularExpressions;

namespace DichVuCong.Sandbox.Mail;

/// <summary>A mail as its reader sees it: subject and text. Only what our mails are made of is decoded: RFC 2047 base64 words and a base64 body.</summary>
internal static partial class MailText
{
    /// <summary>Subject and text, with a line between them; of a text in several forms the first, the plain one.</summary>
    public static string Of(string raw)
    {
        var boundary = Boundary().Match(raw);
        if (boundary.Success && raw.Split($"\r\n--{boundary.Groups["text"].Value}") is [var above, var first, ..])
        {
            var header = above.Split("\r\n\r\n")[0];
            return Of(header + "\r\n" + first.TrimStart('\r', '\n'));
        }

        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? raw : raw[..end];
        var body = end < 0 ? "" : raw[(end + 4)..];
        var unfolded = head.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        var isBase64 = unfolded.Contains("Content-Transfer-Encoding: base64", StringComparison.OrdinalIgnoreCase);
        return $"{SubjectOf(unfolded)}\n{(isBase64 ? Decoded(body) ?? body : body)}";
    }

    private static string SubjectOf(string head)
    {
        foreach (var line in head.Split("\r\n"))
        {
            if (!line.StartsWith("Subject:", StringComparison.OrdinalIgnoreCase)) continue;
            var subject = Between().Replace(line["Subject:".Length..].Trim(), "");
            return Word().Replace(subject, word => Decoded(word.Groups["text"].Value) ?? word.Value);
        }

        return "";
    }

    private static string? Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes.AsSpan(0, length)) : null;
    }

    [GeneratedRegex(@"^Content-Type: multipart/alternative; boundary=""(?<text>[A-Za-z0-9=_]{1,70})""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"(?<=\?=) (?==\?)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?UTF-8\?B\?(?<text>[A-Za-z0-9+/=]*)\?=", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
