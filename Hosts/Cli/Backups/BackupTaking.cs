using System.Text.Json;
using DichVuCong.Cli.Running;
using Npgsql;

namespace DichVuCong.Cli.Backups;

/// <summary>Takes a base backup: copied, verified against its manifest, and only then known under its name.</summary>
internal sealed class BackupTaking(ServerTools tools, BackupFolder folder, Workplace work)
{
    private static readonly TimeSpan ArchivePatience = TimeSpan.FromSeconds(60);

    public async Task<BaseBackup> TakeAsync(CancellationToken cancellationToken)
    {
        await using var server = await ServerSession.OpenAsync(work.Source, cancellationToken);
        folder.Require(await server.ClusterAsync(cancellationToken));
        if (await server.SettingAsync("archive_mode", cancellationToken) == "off")
        {
            throw CliProblemException.Refused("The server does not archive its log: without it a base backup restores to one moment only. Run dvc backup init, and restart the server.");
        }

        await server.ArchiveNowAsync(work.Environment.Time, ArchivePatience, cancellationToken);
        var began = await server.NowAsync(cancellationToken);
        var name = BackupFolder.NameAt(began);
        var (target, draft) = (folder.FolderOf(name), $"{folder.FolderOf(name)}.part");
        if (Directory.Exists(target) || Directory.Exists(draft)) throw CliProblemException.Refused($"{target} exists: nothing is overwritten.");

        var to = new NpgsqlConnectionStringBuilder(work.Settings.Postgres);
        (await tools.RunAsync(
            "pg_basebackup",
            [
                "-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, "-w", "-D", draft, "--format=plain", "--wal-method=stream", "--checkpoint=fast",
                "--manifest-checksums=SHA256", $"--label={name}",
            ],
            cancellationToken, to.Password)).Require("The base backup was not taken (what there is of it lies in a folder that ends with .part)");
        (await tools.RunAsync("pg_verifybackup", ["-q", draft], cancellationToken)).Require("The base backup does not agree with its manifest");
        var ended = await server.NowAsync(cancellationToken);
        await server.ArchiveNowAsync(work.Environment.Time, ArchivePatience, cancellationToken);

        var backup = new BaseBackup(name, began, ended, FirstWalOf(draft), SizeOf(draft), await server.VersionAsync(cancellationToken));
        Directory.Move(draft, target);
        await File.WriteAllTextAsync(folder.NoteOf(name), JsonSerializer.Serialize(backup, JsonText.Options), cancellationToken);
        return backup;
    }

    /// <summary>The label says it: START WAL LOCATION: 0/2000028 (file 000000010000000000000002).</summary>
    private static string FirstWalOf(string backup)
    {
        var line = File.ReadLines(Path.Combine(backup, "backup_label")).First(line => line.StartsWith("START WAL LOCATION", StringComparison.Ordinal));
        return line[(line.LastIndexOf(' ') + 1)..].TrimEnd(')');
    }

    private static long SizeOf(string backup) => new DirectoryInfo(backup).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
