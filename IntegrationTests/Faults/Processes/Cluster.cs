using System.Net;
using Npgsql;

namespace DichVuCong.Faults.Processes;

/// <summary>The private PostgreSQL cluster of a run, kept by build/postgres.</summary>
internal sealed class Cluster(string script, Disk disk) : IAsyncDisposable
{
    private volatile NpgsqlConnectionStringBuilder _address = new();

    /// <summary>Where the server listens now: after a restart it may be another port.</summary>
    public IPEndPoint EndPoint => new(IPAddress.Loopback, _address.Port);

    /// <summary>The way to it without a proxy: for the operator's command, and for what only the server's administrator does.</summary>
    public string Direct => _address.ConnectionString;

    /// <summary>The way to it through a proxy.</summary>
    public string Through(int port) => new NpgsqlConnectionStringBuilder(Direct) { Port = port }.ConnectionString;

    /// <summary>Makes it and starts it, small enough for a small disk.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        await using (var source = NpgsqlDataSource.Create(Direct))
        {
            foreach (var setting in new[] { "max_wal_size = '160MB'", "min_wal_size = '80MB'", "shared_buffers = '192MB'", "checkpoint_timeout = '5min'" })
            {
                await using var command = source.CreateCommand($"alter system set {setting}");
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        await RunAsync("stop", cancellationToken);
        await StartAsync(cancellationToken);
    }

    /// <summary>Starts it, unless it runs.</summary>
    public async Task StartAsync(CancellationToken cancellationToken) =>
        _address = new NpgsqlConnectionStringBuilder((await RunAsync("start", cancellationToken)).Trim()) { Pooling = false };

    /// <summary>Stops it as a crash would.</summary>
    public Task StopAtOnceAsync() => RunAsync("immediate", CancellationToken.None);

    /// <summary>The sessions of the hosts: process ids of backends.</summary>
    public async Task<IReadOnlyList<int>> SessionsAsync()
    {
        await using var connection = new NpgsqlConnection(Direct);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pid from pg_stat_activity where application_name like 'dvc-%' order by backend_start, pid", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var sessions = new List<int>();
        while (await reader.ReadAsync()) sessions.Add(reader.GetInt32(0));
        return sessions;
    }

    /// <summary>Ends sessions.</summary>
    public async Task EndAsync(IReadOnlyList<int> sessions)
    {
        await using var connection = new NpgsqlConnection(Direct);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_terminate_backend(pid) from unnest($1) s(pid)", connection);
        command.Parameters.Add(new() { Value = sessions.ToArray() });
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await RunAsync("stop", CancellationToken.None);

    private Task<string> RunAsync(string action, CancellationToken cancellationToken) =>
        Shell.RunAsync(script, [action, disk.Path], environment: null, cancellationToken);
}
