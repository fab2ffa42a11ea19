using System.Text;

namespace DichVuCong.Adapters.Email;

/// <summary>Reads replies of one or several lines, within bounds.</summary>
internal sealed class SmtpReplyReader(Stream stream)
{
    /// <summary>RFC 5321 4.5.3.1.5 allows 512 bytes a line; servers exceed it.</summary>
    private const int MostBytesOfLine = 4096;

    private const int MostLines = 100;

    private readonly byte[] _buffer = new byte[MostBytesOfLine];
    private int _start;
    private int _end;

    /// <summary>Whether the server sent more than was asked for.</summary>
    public bool HasUnread => _start < _end;

    /// <summary>Reads one reply.</summary>
    /// <param name="texts">Takes the lines' texts, without code; null throws them away.</param>
    /// <param name="cancellationToken">The call's time-out.</param>
    /// <exception cref="EndOfStreamException">The server hung up.</exception>
    /// <exception cref="InvalidDataException">This is no reply, or one without bounds.</exception>
    public async ValueTask<SmtpReply> ReadAsync(List<string>? texts, CancellationToken cancellationToken)
    {
        SmtpReply? first = null;
        for (var lines = 0; lines < MostLines; lines++)
        {
            var length = await ReadLineAsync(cancellationToken);
            var line = _buffer.AsSpan(_start, length).TrimEnd((byte)'\r');
            if (!SmtpReply.TryRead(line, out var reply) || (first is { } known && known.Code != reply.Code))
            {
                throw new InvalidDataException("The server's line is no line of a reply.");
            }

            first ??= reply;
            texts?.Add(line.Length > 4 ? Encoding.Latin1.GetString(line[4..]) : "");
            var isLast = line.Length == 3 || line[3] == ' ';
            _start += length + 1;
            if (isLast) return first.Value;
        }

        throw new InvalidDataException("The server's reply has too many lines.");
    }

    /// <summary>Makes sure that a whole line stands at the buffer's start position.</summary>
    /// <returns>Its length without the line feed.</returns>
    private async ValueTask<int> ReadLineAsync(CancellationToken cancellationToken)
    {
        for (var searched = 0; ;)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0) return searched + feed;

            searched = _end - _start;
            if (searched == _buffer.Length) throw new InvalidDataException("The server's line is too long.");
            if (_end == _buffer.Length) MoveToFront();
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0) throw new EndOfStreamException("The server hung up.");
            _end += read;
        }
    }

    private void MoveToFront()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
    }
}
