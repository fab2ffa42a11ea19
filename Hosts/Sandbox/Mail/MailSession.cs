using System.Net.Sockets;
using System.Text;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Mail;

/// <summary>One connection to the mail server: enough of RFC 5321, 1870, 2920 and 6152 for any client that sends, and nothing is relayed.</summary>
internal sealed class MailSession : IAsyncDisposable
{
    private const int MostRecipients = 100;
    private const int MostCharacters = 36_000_000;
    private const int LongestLine = 4096;
    private const string Hello = "250-sandbox.local\r\n250-PIPELINING\r\n250-SIZE 36000000\r\n250 8BITMIME";

    private readonly MailDesk _desk;
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly StreamReader _reader;
    private readonly List<string> _recipients = [];
    private string? _sender;

    /// <summary>Serves a connection.</summary>
    public MailSession(MailDesk desk, Socket socket)
    {
        (_desk, _socket) = (desk, socket);
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new StreamReader(_stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, bufferSize: LongestLine, leaveOpen: true);
    }

    /// <summary>Talks until the client goes.</summary>
    public async Task RunAsync(bool isTooMany, CancellationToken stop)
    {
        if (_desk.IsDown)
        {
            Cut();
            return;
        }

        if (isTooMany)
        {
            await SayAsync("421 4.3.2 too many connections", stop);
            return;
        }

        await SayAsync("220 sandbox.local ESMTP", stop);
        while (await _reader.ReadLineAsync(stop) is { } line)
        {
            if (!await ObeyAsync(line, stop)) return;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return _stream.DisposeAsync();
    }

    /// <summary>Whether the connection goes on.</summary>
    private async Task<bool> ObeyAsync(string line, CancellationToken stop)
    {
        if (line.Length > LongestLine) return await SayAsync("500 5.5.6 line too long", stop);
        var verb = line.Split(' ', 2)[0].ToUpperInvariant();
        switch (verb)
        {
            case "EHLO":
                Reset();
                return await SayAsync(Hello, stop);
            case "HELO" or "NOOP":
                return await SayAsync("250 sandbox.local", stop);
            case "RSET":
                Reset();
                return await SayAsync("250 2.0.0 reset", stop);
            case "MAIL":
                Reset();
                _sender = AddressIn(line);
                return await SayAsync(_sender is null ? "501 5.5.4 no address" : "250 2.1.0 sender ok", stop);
            case "RCPT":
                return await SayAsync(AddRecipient(AddressIn(line)), stop);
            case "DATA":
                return await TakeAsync(stop);
            case "QUIT":
                await SayAsync("221 2.0.0 bye", stop);
                return false;
            default:
                return await SayAsync("502 5.5.1 unknown command", stop);
        }
    }

    private string AddRecipient(string? address)
    {
        if (_sender is null) return "503 5.5.1 MAIL first";
        if (string.IsNullOrEmpty(address)) return "501 5.5.4 no address";
        if (_recipients.Count == MostRecipients) return "452 4.5.3 too many recipients";
        _recipients.Add(address);
        return "250 2.1.5 recipient ok";
    }

    private async Task<bool> TakeAsync(CancellationToken stop)
    {
        if (_recipients.Count == 0) return await SayAsync("503 5.5.1 RCPT first", stop);
        await SayAsync("354 go ahead", stop);
        var mail = new StringBuilder();
        var isTooLong = false;
        while (true)
        {
            if (await _reader.ReadLineAsync(stop) is not { } line) return false;
            if (line == ".") break;
            isTooLong |= mail.Length + line.Length > MostCharacters;
            if (!isTooLong) mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        if (isTooLong) return await SayAsync("552 5.3.4 too large", stop);
        var goesOn = await AnswerAsync(_desk.Draw(_recipients[0]), mail.ToString(), stop);
        Reset();
        return goesOn;
    }

    private async Task<bool> AnswerAsync(Fault? fault, string mail, CancellationToken stop)
    {
        switch (fault?.Kind)
        {
            case FaultKind.ServerError:
                return await SayAsync("451 4.3.0 local error", stop);
            case FaultKind.TooMany:
                await SayAsync("421 4.7.0 slow down", stop);
                return false;
            case FaultKind.Refuse:
                return await SayAsync("550 5.7.1 refused", stop);
            case FaultKind.CutBefore or FaultKind.Down:
                Cut();
                return false;
            case FaultKind.CutAfter:
                _desk.Take(_recipients, mail);
                Cut();
                return false;
            case FaultKind.TimeoutAfter:
                _desk.Take(_recipients, mail);
                await Task.Delay(fault.Delay, _desk.Time, stop);
                return false;
            case FaultKind.Slow:
                await Task.Delay(fault.Delay, _desk.Time, stop);
                break;
        }

        _desk.Take(_recipients, mail);
        return await SayAsync("250 2.0.0 taken", stop);
    }

    private async Task<bool> SayAsync(string reply, CancellationToken stop)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), stop);
        return true;
    }

    private void Reset()
    {
        _sender = null;
        _recipients.Clear();
    }

    private void Cut() => _socket.LingerState = new LingerOption(enable: true, seconds: 0);

    private static string? AddressIn(string line)
    {
        var begin = line.IndexOf('<', StringComparison.Ordinal);
        var end = line.IndexOf('>', StringComparison.Ordinal);
        return begin >= 0 && end > begin ? line[(begin + 1)..end] : null;
    }
}
