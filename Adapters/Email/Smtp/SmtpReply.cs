using System.Buffers.Text;
using System.Globalization;

namespace DichVuCong.Adapters.Email;

/// <summary>
/// A reply's numbers: the code (RFC 5321 4.2) and, when there is one, the enhanced code (RFC 3463). The text is never kept: servers repeat
/// addresses in it.
/// </summary>
/// <param name="Code">The three digits.</param>
/// <param name="Subject">The second number of the enhanced code; -1 without one.</param>
/// <param name="Detail">The third number of the enhanced code; -1 without one.</param>
internal readonly record struct SmtpReply(int Code, int Subject = -1, int Detail = -1)
{
    /// <summary>Whether the server did it.</summary>
    public bool IsDone => Code is >= 200 and < 300;

    /// <summary>Whether the server wants more.</summary>
    public bool WantsMore => Code is >= 300 and < 400;

    /// <summary>Whether the server closes the connection with it; may be the reply to anything.</summary>
    public bool IsGoodbye => Code == 421;

    /// <summary>Reads the first line of a reply.</summary>
    /// <returns>Whether it begins with a code.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, out SmtpReply reply)
    {
        reply = default;
        if (line.Length < 3 || !Utf8Parser.TryParse(line[..3], out int code, out var used) || used != 3 || code is < 200 or > 599) return false;
        if (line.Length > 3 && line[3] is not ((byte)' ' or (byte)'-')) return false;
        reply = line.Length > 4 && TryReadEnhanced(line[4..], code / 100, out var subject, out var detail)
            ? new SmtpReply(code, subject, detail)
            : new SmtpReply(code);
        return true;
    }

    private static bool TryReadEnhanced(ReadOnlySpan<byte> text, int @class, out int subject, out int detail)
    {
        subject = detail = -1;
        var end = text.IndexOf((byte)' ');
        if (end >= 0) text = text[..end];
        return Utf8Parser.TryParse(text, out int first, out var used) && first == @class
            && Dot(ref text, used) && Utf8Parser.TryParse(text, out subject, out used) && subject is >= 0 and < 1000
            && Dot(ref text, used) && Utf8Parser.TryParse(text, out detail, out used) && detail is >= 0 and < 1000
            && used == text.Length;
    }

    private static bool Dot(ref ReadOnlySpan<byte> text, int at)
    {
        if (at >= text.Length || text[at] != '.') return false;
        text = text[(at + 1)..];
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Subject < 0
        ? Code.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Code} {Code / 100}.{Subject}.{Detail}");
}
