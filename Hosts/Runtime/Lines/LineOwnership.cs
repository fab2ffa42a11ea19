using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Lines;

/// <summary>
/// Which lines this process owns. A session advisory lock on a connection of its own says so, tried by the others every 250 ms; a lease of
/// 30 seconds serves only for frozen hosts and cut networks.
/// </summary>
internal sealed class LineOwnership(RuntimeContext context, LivingWorkers living) : IAsyncDisposable
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(10);

    private NpgsqlConnection? _connection;
    private (int Pid, DateTime Since)? _session;
    private long _renewedAt;

    /// <summary>
    /// Opens the connection that holds the locks. The session before, if there was one, is ended: cut off without the server's knowing, it would
    /// hold this process's own locks against it until its lease has run out.
    /// </summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await DisposeAsync();
        _connection = await context.Dedicated.OpenConnectionAsync(cancellationToken);
        await using (var settings = new NpgsqlCommand(LaneCommands.Session, _connection)) await settings.ExecuteNonQueryAsync(cancellationToken);
        if (_session is { } before)
        {
            await using var ending = new NpgsqlBatch(_connection);
            ending.Append(LineCommands.EndSession).With(before.Pid).With(before.Since);
            await ending.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var own = new NpgsqlCommand(LineCommands.OwnSession, _connection);
        await using var reader = await own.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        _session = (reader.GetInt32(0), reader.GetDateTime(1));
        _renewedAt = context.Time.GetTimestamp();
    }

    /// <summary>This process's share of the lines, while other hosts live.</summary>
    public int Share => (context.Lines.All.Count() + living.LineHosts - 1) / living.LineHosts;

    /// <summary>Takes lines whose owner died, and lines without an owner up to this process's share.</summary>
    public async Task<IReadOnlyList<(LineSettings Line, long Epoch)>> AcquireAsync(
        IReadOnlyCollection<int> owned, CancellationToken cancellationToken)
    {
        var free = context.Lines.All.Where(line => !owned.Contains(line.Id)).ToDictionary(line => line.Id);
        // Asked even when nothing is free: a session that ended took the locks with it, and must not be noticed late.
        await using var batch = new NpgsqlBatch(_connection);
        batch.Append(LineCommands.Acquire)
            .With(free.Keys.Order().ToArray())
            .With(LineCommands.LockSpace)
            .With((long)Math.Max(0, Share - owned.Count))
            .With(Random.Shared.Next(1009))
            .With(context.HostId);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var acquired = new List<(LineSettings, long)>();
        while (await reader.ReadAsync(cancellationToken)) acquired.Add((free[reader.GetInt32(0)], reader.GetInt64(1)));
        return acquired;
    }

    /// <summary>Renews the leases when it is time, and ends the sessions of owners whose own has run out.</summary>
    public async Task RenewAsync(IReadOnlyCollection<int> owned, CancellationToken cancellationToken)
    {
        if (context.Time.GetElapsedTime(_renewedAt) < RenewEvery) return;
        _renewedAt = context.Time.GetTimestamp();
        await using var batch = new NpgsqlBatch(_connection);
        batch.Append(LineCommands.Renew).With(owned.Order().ToArray()).With(context.HostId);
        batch.Append(LineCommands.EndFrozenOwners).With(LineCommands.LockSpace);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Gives lines up: after their calls have come back.</summary>
    public async Task ReleaseAsync(IReadOnlyCollection<int> lines, CancellationToken cancellationToken)
    {
        if (_connection is null || lines.Count == 0) return;
        await using var batch = new NpgsqlBatch(_connection);
        batch.Append(LineCommands.Release).With(lines.Order().ToArray()).With(context.HostId);
        batch.Append(LineCommands.Unlock).With(LineCommands.LockSpace).With(lines.Order().ToArray());
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Closes the connection, and with it every lock.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_connection is null) return;
        await _connection.DisposeAsync();
        _connection = null;
    }
}
