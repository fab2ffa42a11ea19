namespace DichVuCong.Adapters.Email;

/// <summary>
/// The connections to the server: never more than the setting at once, kept open between mails, the most recently used first, closed after
/// their idle time-out.
/// </summary>
internal sealed class SmtpPool : IAsyncDisposable
{
    private readonly EmailSettings _settings;
    private readonly SmtpConnector _connector;
    private readonly SemaphoreSlim _slots;
    private readonly Lock _gate = new();
    private readonly List<SmtpConnection> _idle = [];
    private readonly ITimer _sweeper;
    private bool _closed;

    public SmtpPool(EmailSettings settings, SmtpConnector connector, TimeProvider time)
    {
        _settings = settings;
        _connector = connector;
        _slots = new SemaphoreSlim(settings.MaxConnections);
        var period = settings.IdleTimeout / 2;
        _sweeper = time.CreateTimer(static pool => _ = ((SmtpPool)pool!).SweepAsync(), this, period, period);
    }

    /// <summary>Hands over one mail over a connection of the pool. It throws for nothing that the network or the server may do.</summary>
    public async Task<SmtpEnd> SendAsync(SmtpEnvelope envelope, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            await _slots.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return SmtpEnd.By(SmtpStage.Connect, SmtpFault.TimedOut);
        }

        SmtpConnection? connection = null;
        try
        {
            connection = await RentAsync(cancellationToken);
            return await connection.SendAsync(envelope, content, cancellationToken);
        }
        catch (SmtpFaultException fault)
        {
            return fault.End;
        }
        finally
        {
            if (connection is not null) await ReturnAsync(connection);
            _slots.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _sweeper.DisposeAsync();
        await CloseAsync(TakeIdle(closePool: true));
    }

    private async Task<SmtpConnection> RentAsync(CancellationToken cancellationToken)
    {
        while (TakeMostRecent() is { } connection)
        {
            if (await connection.IsReadyAsync(cancellationToken)) return connection;
            await connection.DisposeAsync();
        }

        return await _connector.ConnectAsync(cancellationToken);
    }

    private async ValueTask ReturnAsync(SmtpConnection connection)
    {
        if (!Keep(connection)) await connection.DisposeAsync();
    }

    private bool Keep(SmtpConnection connection)
    {
        lock (_gate)
        {
            if (_closed || !connection.IsUsable || connection.Mails >= _settings.MailsPerConnection) return false;
            _idle.Add(connection);
            return true;
        }
    }

    private SmtpConnection? TakeMostRecent()
    {
        lock (_gate)
        {
            if (_idle.Count == 0) return null;
            var connection = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            return connection;
        }
    }

    private List<SmtpConnection> TakeIdle(bool closePool)
    {
        lock (_gate)
        {
            _closed |= closePool;
            var taken = _idle.FindAll(connection => closePool || connection.Idle >= _settings.IdleTimeout);
            _idle.RemoveAll(taken.Contains);
            return taken;
        }
    }

    private Task SweepAsync() => CloseAsync(TakeIdle(closePool: false));

    private static async Task CloseAsync(List<SmtpConnection> connections)
    {
        foreach (var connection in connections) await connection.DisposeAsync();
    }
}
