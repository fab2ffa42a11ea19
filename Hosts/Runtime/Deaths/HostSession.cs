using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Deaths;

/// <summary>
/// The session that says that this host lives, by an advisory lock that goes with it, and in which its workers note what they have in hand
/// before they decide. When a host is gone, the others find its notes: what was in the hands of one who died.
/// </summary>
internal sealed class HostSession(NpgsqlDataSource dedicated, Guid host) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private NpgsqlConnection? _connection;

    /// <summary>Notes what a worker is about to decide on; durable as long as the server lives.</summary>
    /// <param name="worker">The worker's number in its host.</param>
    /// <param name="claimed">Each lane with the highest number claimed in it.</param>
    /// <param name="message">The message, when it is the only one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task NoteAsync(int worker, IReadOnlyList<(short Lane, long UpTo)> claimed, Guid? message, CancellationToken cancellationToken) =>
        ExecuteAsync(
            batch => batch.Append(DeathCommands.Note)
                .With(host).With((short)worker).Column(claimed, row => row.Lane).Column(claimed, row => row.UpTo).With(message),
            cancellationToken);

    /// <summary>The worker has nothing in hand.</summary>
    public Task ForgetAsync(int worker, CancellationToken cancellationToken) =>
        ExecuteAsync(batch => batch.Append(DeathCommands.Forget).With(host).With((short)worker), cancellationToken);

    /// <summary>Looks for hosts whose session is gone and counts what they had in hand: once, by whichever host comes first.</summary>
    /// <returns>The lanes whose holder has died now, and the messages whose host ran nothing else.</returns>
    public async Task<(long Lanes, long Suspects)> CountDeathsAsync(CancellationToken cancellationToken)
    {
        (long Lanes, long Suspects) found = default;
        await RunAsync(
            async connection =>
            {
                await using var batch = new NpgsqlBatch(connection);
                batch.Append(DeathCommands.Count).With(host).With(DeathCommands.LockSpace);
                await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
                await reader.ReadAsync(cancellationToken);
                found = (reader.GetInt64(0), reader.GetInt64(1));
            },
            cancellationToken);
        return found;
    }

    /// <summary>Opens the session before anything is noted.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => RunAsync(_ => Task.CompletedTask, cancellationToken);

    /// <summary>Ends the session, and with it the lock.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        _one.Dispose();
    }

    private Task ExecuteAsync(Action<NpgsqlBatch> fill, CancellationToken cancellationToken) => RunAsync(
        async connection =>
        {
            await using var batch = new NpgsqlBatch(connection);
            fill(batch);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    private async Task RunAsync(Func<NpgsqlConnection, Task> step, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await step(_connection ??= await ConnectAsync(cancellationToken));
        }
        catch (Exception failure)
        {
            // Whatever broke: the next step begins with a session of its own, and with it a lock of its own.
            if (_connection is not null) await _connection.DisposeAsync();
            _connection = null;
            if (failure is NpgsqlException or OperationCanceledException) throw;
            throw new IOException("The host's session failed.", failure);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = await dedicated.OpenConnectionAsync(cancellationToken);
        try
        {
            await using (var settings = new NpgsqlCommand(LaneCommands.Session, connection)) await settings.ExecuteNonQueryAsync(cancellationToken);
            // A number of its own each time: the session before may be half open and still hold the lock of the old one.
            await using var number = new NpgsqlBatch(connection);
            number.Append(DeathCommands.DrawNumber).With(DeathCommands.LockSpace);
            var no = (int)(await number.ExecuteScalarAsync(cancellationToken))!;
            await using var show = new NpgsqlBatch(connection);
            show.Append(DeathCommands.ShowNumber).With(host).With(no);
            await show.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
