using System.Net.Sockets;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Mail;

/// <summary>Listens for mail. Connections are bounded: who comes on top is told to come again (RFC 5321 3.8: 421).</summary>
internal sealed class MailSink : BackgroundService
{
    private const int MostConnections = 256;

    private readonly MailDesk _desk;
    private readonly TcpListener _listener;
    private int _open;

    /// <summary>Begins to listen, so that a port that is taken stops the sandbox at its start.</summary>
    public MailSink(MailDesk desk, SandboxOptions options)
    {
        _desk = desk;
        _listener = new TcpListener(SandboxOptions.Address, options.MailPort);
        _listener.Start();
    }

    /// <summary>The port.</summary>
    public int Port => ((System.Net.IPEndPoint)_listener.LocalEndpoint).Port;

    /// <inheritdoc/>
    public override void Dispose()
    {
        _listener.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var socket = await _listener.AcceptSocketAsync(stoppingToken);
            socket.NoDelay = true;
            _ = ServeAsync(socket, stoppingToken);
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken stop)
    {
        var isTooMany = Interlocked.Increment(ref _open) > MostConnections;
        try
        {
            await using var session = new MailSession(_desk, socket);
            await session.RunAsync(isTooMany, stop);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // The client went away, or the sandbox stops: there is nobody left to tell.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
