using DichVuCong.Cli.Running;
using Npgsql;

namespace DichVuCong.Cli.Backups;

/// <summary>The server that is backed up, asked as its superuser.</summary>
internal sealed class ServerSession(NpgsqlConnection connection) : IAsyncDisposable
{
    /// <summary>Opens it.</summary>
    /// <exception cref="CliProblemException">The account is not a superuser.</exception>
    public static async Task<ServerSession> OpenAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var session = new ServerSession(await database.OpenConnectionAsync(cancellationToken));
        if (await session.AskAsync<bool>("select rolsuper from pg_roles where rolname = current_user", cancellationToken)) return session;
        await session.DisposeAsync();
        throw new CliProblemException(ExitCodes.Configuration, "Backups need a superuser of the server: name one in DVC_POSTGRES.");
    }

    /// <summary>The cluster's own number.</summary>
    public Task<string> ClusterAsync(CancellationToken cancellationToken) =>
        AskAsync<string>("select system_identifier::text from pg_control_system()", cancellationToken);

    /// <summary>The server's version.</summary>
    public Task<string> VersionAsync(CancellationToken cancellationToken) => SettingAsync("server_version", cancellationToken);

    /// <summary>The server's clock.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken) =>
        new(await AskAsync<DateTime>("select clock_timestamp()", cancellationToken), TimeSpan.Zero);

    /// <summary>A setting as it is in force.</summary>
    public Task<string> SettingAsync(string name, CancellationToken cancellationToken) => AskAsync<string>($"select current_setting('{name}')", cancellationToken);

    /// <summary>Asks for one value; the text is a constant of ours.</summary>
    public async Task<T> AskAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Does something; the text is a constant of ours with values that were quoted.</summary>
    public async Task DoAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Has the current segment archived and waits for it: proof that archiving works, and that what was written until now can be restored.
    /// </summary>
    public async Task ArchiveNowAsync(TimeProvider time, TimeSpan patience, CancellationToken cancellationToken)
    {
        await DoAsync("select pg_create_restore_point('dvc')", cancellationToken);
        var segment = await AskAsync<string>("select pg_walfile_name(pg_switch_wal())", cancellationToken);
        var began = time.GetTimestamp();
        while (!await AskAsync<bool>($"select coalesce(last_archived_wal >= '{segment}', false) from pg_stat_archiver", cancellationToken))
        {
            if (time.GetElapsedTime(began) >= patience)
            {
                var failed = await AskAsync<string>("select coalesce(last_failed_wal, '') from pg_stat_archiver", cancellationToken);
                throw CliProblemException.Refused(
                    $"The server did not archive {segment} within {patience.TotalSeconds:0} s{(failed.Length > 0 ? $"; it last failed with {failed}" : "")}. Its log says why: the archive's folder must exist, have room, and belong to the server's OS user.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
