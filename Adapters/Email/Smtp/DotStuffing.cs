using System.Buffers;

namespace DichVuCong.Adapters.Email;

/// <summary>
/// Makes a mail fit for DATA (RFC 5321 4.5.2): a dot at a line's beginning is doubled, and every line ends with CRLF. A carriage return or a
/// line feed of its own becomes CRLF: servers that took it for a line end could be made to see a second mail.
/// </summary>
internal static class DotStuffing
{
    /// <summary>Writes <paramref name="content"/>, without the final dot.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            var end = content.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? content : content[..end];
            if (!line.IsEmpty && line[0] == '.') output.Write("."u8);
            output.Write(line);
            output.Write("\r\n"u8);
            content = end < 0 ? [] : content[(end + LengthOfLineEnd(content[end..]))..];
        }
    }

    private static int LengthOfLineEnd(ReadOnlySpan<byte> lineEnd) => lineEnd.StartsWith("\r\n"u8) ? 2 : 1;
}
