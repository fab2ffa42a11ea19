using System.Text;
using System.Text.RegularExpressions;

namespace DichVuCong.Notices.Tests.Email;

/// <summary>A mail as a mailbox reads it.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="To">The envelope's recipient.</param>
/// <param name="Raw">Everything after DATA, dots taken off.</param>
internal sealed partial record ReceivedMail(string From, string To, string Raw)
{
    /// <summary>The header's lines as they came, folded.</summary>
    public IReadOnlyList<string> HeaderLines => Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");

    /// <summary>The body, decoded.</summary>
    public string Text => Encoding.UTF8.GetString(Convert.FromBase64String(Body.Replace("\r\n", "", StringComparison.Ordinal)));

    /// <summary>The body as it came.</summary>
    public string Body => Raw[(Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    /// <summary>A header's value, unfolded, its encoded words as they came.</summary>
    public string Field(string name)
    {
        var unfolded = string.Join('\n', HeaderLines).Replace("\n ", " ", StringComparison.Ordinal).Split('\n');
        return unfolded.Single(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];
    }

    /// <summary>A header's value as a person reads it (RFC 2047).</summary>
    public string Decoded(string name) => Word().Replace(
        Between().Replace(Field(name), ""),
        word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value)));

    [GeneratedRegex(@"(?<=\?=) (?==\?)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?UTF-8\?B\?(?<text>[A-Za-z0-9+/=]*)\?=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
