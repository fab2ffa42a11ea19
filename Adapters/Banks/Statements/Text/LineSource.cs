using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Adapters.Banks.Statements.Text;

/// <summary>Cuts a stream into lines with nothing but a line in memory. Every line must end as its family's do: a missing end is a file cut short.</summary>
internal sealed class LineSource(Stream stream, string lineEnd, int maximumBytes)
{
    private const int ReadBytes = 64 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly bool _hasReturn = lineEnd == "\r\n";
    private byte[] _buffer = new byte[ReadBytes];
    private int _start;
    private int _end;

    /// <summary>The number of the line that was given last.</summary>
    public long Number { get; private set; }

    /// <summary>The next line without its end; null behind the last.</summary>
    public string? Next()
    {
        var searched = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0) return Take(searched + feed);
            searched = _end - _start;
            if (searched > maximumBytes) throw Reject(RejectionRule.LineLength, $"A line has at most {maximumBytes} bytes.");
            if (Fill() > 0) continue;
            if (searched > 0) throw Reject(RejectionRule.LineEnd, "The file ends within the line.");
            return null;
        }
    }

    private string Take(int length)
    {
        var line = _buffer.AsSpan(_start, length);
        if (length > maximumBytes) throw Reject(RejectionRule.LineLength, $"A line has at most {maximumBytes} bytes.");
        if (_hasReturn && (length == 0 || line[^1] != '\r')) throw Reject(RejectionRule.LineEnd, "A line ends with CR LF.");
        if (_hasReturn) line = line[..^1];
        if (line.Contains((byte)'\r')) throw Reject(RejectionRule.LineEnd, _hasReturn ? "There is a CR within the line." : "A line ends with LF alone.");
        try
        {
            var text = Strict.GetString(line);
            _start += length + 1;
            Number++;
            return text;
        }
        catch (DecoderFallbackException)
        {
            throw Reject(RejectionRule.Encoding, "The bytes are no UTF-8.");
        }
    }

    private int Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        try
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            return read;
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException)
        {
            throw Reject(RejectionRule.Encoding, "The text is no Base64.");
        }
    }

    private StatementRejectedException Reject(RejectionRule rule, string details) => new(Number + 1, "", rule, details);
}
