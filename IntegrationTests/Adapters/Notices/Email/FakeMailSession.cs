using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace DichVuCong.Notices.Tests.Email;

/// <summary>One connection to the fake mail server.</summary>
internal sealed class FakeMailSession(FakeMailServer server, int connection, Socket socket) : IDisposable
{
    private Stream _stream = new NetworkStream(socket);
    private StreamReader _reader = new(new MemoryStream());
    private bool _secured;
    private string _from = "";
    private string _to = "";

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (server.ImplicitTls) await SecureAsync(cancellationToken);
        else Read(_stream);
        if (!await AnswerAsync(FakeMailServer.Greeting, "220 mail.example ESMTP")) return;
        while (await _reader.ReadLineAsync(cancellationToken) is { } line)
        {
            server.Commands.Enqueue($"{connection} {line}");
            if (!await ObeyAsync(line, cancellationToken)) return;
        }

        server.Commands.Enqueue($"{connection} -end-");
    }

    private async Task<bool> ObeyAsync(string line, CancellationToken cancellationToken)
    {
        var verb = line.Split(' ')[0].ToUpperInvariant();
        switch (verb)
        {
            case "EHLO":
                return await AnswerAsync(verb, Lines("mail.example", _secured ? server.OffersSecured ?? server.Offers : server.Offers));
            case "STARTTLS":
                var goesOn = await AnswerAsync(verb, "220 go ahead");
                if (!goesOn || server.Certificate is null) return goesOn;
                await SecureAsync(cancellationToken);
                return true;
            case "AUTH" when line == "AUTH LOGIN":
                return await AnswerAsync("AUTH LOGIN", "334 VXNlcm5hbWU6") && await TakeSecretAsync("USER", "334 UGFzc3dvcmQ6", cancellationToken)
                    && await TakeSecretAsync("PASSWORD", "235 2.7.0 welcome", cancellationToken);
            case "AUTH":
                return await AnswerAsync(verb, "235 2.7.0 welcome");
            case "MAIL":
                _from = Address(line);
                return await AnswerAsync(verb, "250 2.1.0 ok");
            case "RCPT":
                _to = Address(line);
                return await AnswerAsync(verb, $"250 2.1.5 <{_to}> ok");
            case "DATA":
                return await TakeMailAsync(cancellationToken);
            case "QUIT":
                await AnswerAsync(verb, "221 bye");
                return false;
            default:
                return await AnswerAsync(verb, "250 ok");
        }
    }

    private async Task<bool> TakeSecretAsync(string step, string reply, CancellationToken cancellationToken)
    {
        server.Commands.Enqueue($"{connection} {await _reader.ReadLineAsync(cancellationToken)}");
        return await AnswerAsync(step, reply);
    }

    private async Task<bool> TakeMailAsync(CancellationToken cancellationToken)
    {
        if (server.Script("DATA", connection) is Act.SayAct { Close: false }) return await AnswerAsync("DATA", "");
        if (!await AnswerAsync("DATA", "354 go ahead")) return false;
        if (await server.StepAsync(FakeMailServer.Content, connection) is Act.HangUpAct)
        {
            // Something of the mail is here, so the client has read that it may send; then the line breaks.
            await _reader.ReadLineAsync(cancellationToken);
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            return false;
        }

        var mail = new StringBuilder();
        while (await _reader.ReadLineAsync(cancellationToken) is { } line && line != ".") mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        server.Mails.Enqueue(new ReceivedMail(_from, _to, mail.ToString()));
        return await AnswerAsync(FakeMailServer.Dot, "250 2.0.0 queued");
    }

    /// <summary>Whether the connection goes on.</summary>
    private async Task<bool> AnswerAsync(string step, string usual)
    {
        var act = await server.StepAsync(step, connection);
        if (act is Act.HangUpAct) return false;
        var reply = act is Act.SayAct say ? say.Reply : usual;
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(reply + "\r\n"));
        return act is not Act.SayAct { Close: true };
    }

    private async Task SecureAsync(CancellationToken cancellationToken)
    {
        var secure = new SslStream(_stream);
        _stream = secure;
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, cancellationToken);
        _secured = true;
        Read(secure);
    }

    private void Read(Stream stream) => _reader = new StreamReader(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, bufferSize: 1024);

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static string Lines(string name, IReadOnlyList<string> offers)
    {
        string[] all = [name, .. offers];
        return string.Join("\r\n", all.Select((line, index) => $"250{(index == all.Length - 1 ? ' ' : '-')}{line}"));
    }
}
