using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace DichVuCong.Adapters.Email;

/// <summary>Writes a text as UTF-8 in base64, in lines of 76 characters: safe for every server, whatever the text (RFC 2045 6.8).</summary>
internal static class BodyWriter
{
    private const int BytesOfLine = 57;
    private const int CharactersOfLine = 76;

    /// <summary>Writes the text with CRLF line ends.</summary>
    public static void Write(IBufferWriter<byte> output, string text)
    {
        var lines = text.ReplaceLineEndings("\r\n");
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(lines.Length));
        try
        {
            var rest = bytes.AsSpan(0, Encoding.UTF8.GetBytes(lines, bytes));
            while (!rest.IsEmpty)
            {
                var line = rest[..Math.Min(BytesOfLine, rest.Length)];
                Base64.EncodeToUtf8(line, output.GetSpan(CharactersOfLine), out _, out var written);
                output.Advance(written);
                output.Write("\r\n"u8);
                rest = rest[line.Length..];
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }
}
