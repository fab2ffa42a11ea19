using System.Net.Security;
using System.Net.Sockets;

namespace DichVuCong.Adapters.Email;

/// <summary>The line to a server: bytes out, replies in, TLS in between. Every failure says at which stage it happened.</summary>
internal sealed class SmtpWire : IAsyncDisposable
{
    private readonly Socket _socket;
    private Stream _stream;
    private SmtpReplyReader _replies;

    private SmtpWire(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _replies = new SmtpReplyReader(_stream);
    }

    /// <summary>Whether the server said something that nobody asked for, or hung up: the line is of no further use.</summary>
    public bool HasSpoken => _replies.HasUnread || _socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Reaches a server.</summary>
    public static async Task<SmtpWire> OpenAsync(string host, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, cancellationToken);
            return new SmtpWire(socket);
        }
        catch (Exception error) when (SmtpFaultException.IsOutside(error))
        {
            socket.Dispose();
            throw SmtpFaultException.Of(SmtpStage.Connect, error);
        }
    }

    /// <summary>Sends bytes.</summary>
    public async ValueTask WriteAsync(SmtpStage stage, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _stream.WriteAsync(bytes, cancellationToken);
        }
        catch (Exception error) when (SmtpFaultException.IsOutside(error))
        {
            throw SmtpFaultException.Of(stage, error);
        }
    }

    /// <summary>Reads the next reply.</summary>
    public async ValueTask<SmtpReply> ReadAsync(SmtpStage stage, CancellationToken cancellationToken, List<string>? texts = null)
    {
        try
        {
            return await _replies.ReadAsync(texts, cancellationToken);
        }
        catch (Exception error) when (SmtpFaultException.IsOutside(error))
        {
            throw SmtpFaultException.Of(stage, error);
        }
    }

    /// <summary>Secures the line.</summary>
    public async Task SecureAsync(SslClientAuthenticationOptions terms, CancellationToken cancellationToken)
    {
        // What came before the handshake could be somebody else's, to be taken for the server's afterwards.
        if (_replies.HasUnread) throw new SmtpFaultException(SmtpEnd.By(SmtpStage.Secure, SmtpFault.Protocol));
        try
        {
            var secure = new SslStream(_stream, leaveInnerStreamOpen: false);
            _stream = secure;
            await secure.AuthenticateAsClientAsync(terms, cancellationToken);
            _replies = new SmtpReplyReader(secure);
        }
        catch (Exception error) when (SmtpFaultException.IsOutside(error))
        {
            throw SmtpFaultException.Of(SmtpStage.Secure, error);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
