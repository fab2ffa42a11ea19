namespace DichVuCong.Adapters.Email;

/// <summary>What a server offers in its answer to EHLO, as far as we use it.</summary>
/// <param name="StartTls">STARTTLS (RFC 3207).</param>
/// <param name="Pipelining">Several commands at once (RFC 2920).</param>
/// <param name="Size">The mail's size may be told (RFC 1870).</param>
/// <param name="AuthPlain">AUTH PLAIN (RFC 4616).</param>
/// <param name="AuthLogin">AUTH LOGIN.</param>
internal sealed record SmtpExtensions(bool StartTls, bool Pipelining, bool Size, bool AuthPlain, bool AuthLogin)
{
    /// <summary>Reads the lines of the answer; the first is the server's name.</summary>
    public static SmtpExtensions Read(IReadOnlyList<string> lines)
    {
        // "AUTH=PLAIN" is how servers wrote it before RFC 2554; some still do.
        var words = lines.Skip(1)
            .Select(line => line.ToUpperInvariant().Split([' ', '='], StringSplitOptions.RemoveEmptyEntries))
            .Where(line => line.Length > 0)
            .ToList();
        var mechanisms = words.Where(line => line[0] == "AUTH").SelectMany(line => line.Skip(1)).ToHashSet(StringComparer.Ordinal);
        bool Offers(string keyword) => words.Exists(line => line[0] == keyword);
        return new SmtpExtensions(Offers("STARTTLS"), Offers("PIPELINING"), Offers("SIZE"), mechanisms.Contains("PLAIN"), mechanisms.Contains("LOGIN"));
    }
}
