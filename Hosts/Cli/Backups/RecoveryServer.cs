using System.Globalization;
using DichVuCong.Cli.Running;
using Npgsql;

namespace DichVuCong.Cli.Backups;

/// <summary>
/// A server on a restored data folder that nobody else can reach: it listens on a socket in a closed folder, has settings of its own, and
/// archives nothing, so that rehearsing a restore leaves no trace in the archive. What it would have archived, the real start archives.
/// </summary>
internal sealed class RecoveryServer(ServerTools tools, string data, string user, TimeProvider time) : IAsyncDisposable
{
    private const int Port = 5432;

    private readonly string _socket = Path.Combine("/tmp", $"dvc-restore-{Guid.NewGuid().ToString("N")[..12]}");
    private bool _runs;

    private string Log => Path.Combine(_socket, "log");

    /// <summary>What the server said.</summary>
    public string Words => File.Exists(Log) ? File.ReadAllText(Log) : "";

    /// <summary>Starts it and waits until it has recovered and takes connections.</summary>
    /// <param name="fetch">The shell command that brings a segment of the log.</param>
    /// <param name="target">The time to stop at; null for the end of the log.</param>
    /// <param name="patience">How long recovery may take.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task StartAsync(string fetch, DateTimeOffset? target, TimeSpan patience, CancellationToken cancellationToken)
    {
        await tools.MakeFolderAsync(_socket, cancellationToken);
        await WriteAsync(
            "postgresql.conf",
            $"""
            listen_addresses = ''
            unix_socket_directories = '{_socket}'
            unix_socket_permissions = 0700
            port = {Port}
            data_directory = '{data}'
            hba_file = '{_socket}/pg_hba.conf'
            hot_standby = off
            restore_command = '{fetch.Replace("'", "''", StringComparison.Ordinal)}'
            recovery_target_timeline = 'latest'
            recovery_target_action = 'promote'
            {(target is { } at ? string.Create(CultureInfo.InvariantCulture, $"recovery_target_time = '{at.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}+00'") : "")}
            log_min_messages = log
            lc_messages = 'C'
            """,
            cancellationToken);
        await WriteAsync("pg_hba.conf", "local all all trust\n", cancellationToken);
        await using (File.Create(Path.Combine(data, "recovery.signal"))) { }

        // What postgresql.auto.conf says of these does not count here.
        var options = $"-c config_file={_socket}/postgresql.conf -c listen_addresses='' -c unix_socket_directories={_socket} -c port={Port}"
            + " -c archive_command=/bin/false -c shared_preload_libraries='' -c primary_conninfo='' -c ssl=off";
        var started = await tools.RunAsync(
            "pg_ctl", ["-D", data, "-l", Log, "-w", "-t", ((int)patience.TotalSeconds).ToString(CultureInfo.InvariantCulture), "-o", options, "start"], cancellationToken);
        _runs = started.ExitCode == 0;
        if (!_runs || !await RecoversAsync(patience, cancellationToken)) throw CliProblemException.Refused(WhyNot(target));
    }

    /// <summary>Started is not recovered: it takes connections when it has replayed the log and is promoted.</summary>
    private async Task<bool> RecoversAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(ConnectionTo("template1"));
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < patience)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(cancellationToken);
                return true;
            }
            catch (PostgresException failure) when (failure.SqlState != PostgresErrorCodes.CannotConnectNow)
            {
                throw;
            }
            catch (NpgsqlException)
            {
                _runs = (await tools.RunAsync("pg_ctl", ["-D", data, "status"], cancellationToken)).ExitCode == 0;
                if (!_runs) return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellationToken);
        }

        throw CliProblemException.Refused($"Recovery did not end within {patience.TotalMinutes:0} minutes. Give it more: --patience.");
    }

    /// <summary>Connections to one of its databases, as its superuser.</summary>
    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _socket,
        Port = Port,
        Database = database,
        Username = user,
        Pooling = false,
        Timeout = 15,
        CommandTimeout = 600,
    }.ConnectionString;

    /// <summary>Stops it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_runs) return;
        (await tools.RunAsync("pg_ctl", ["-D", data, "-m", "fast", "-w", "-t", "300", "stop"], cancellationToken)).Require("The restored server did not stop");
        _runs = false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_runs) await tools.RunAsync("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"], CancellationToken.None);
        if (Directory.Exists(_socket)) Directory.Delete(_socket, recursive: true);
    }

    private string WhyNot(DateTimeOffset? target)
    {
        var words = Words;
        return words.Contains("recovery ended before configured recovery target was reached", StringComparison.Ordinal)
            ? $"The log ends before {Tables.Time(target)}: that time cannot be reached. Name an earlier one, add --old-data with the old cluster's data folder if its disk can still be read, or take all there is with --at latest."
            : $"The restored server did not start.{Environment.NewLine}{ToolResult.LastLines(words)}";
    }

    private async Task WriteAsync(string name, string text, CancellationToken cancellationToken) =>
        await File.WriteAllTextAsync(Path.Combine(_socket, name), text, cancellationToken);
}
