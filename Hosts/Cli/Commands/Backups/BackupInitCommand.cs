using System.CommandLine;
using DichVuCong.Cli.Backups;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Backups;

/// <summary><c>dvc backup init</c>: a folder for backups, and a server that archives its log there.</summary>
internal sealed class BackupInitCommand : DvcCommand
{
    private readonly Option<string?> _folder = BackupOptions.Folder();
    private readonly Option<bool> _yes = new("--yes") { Description = "Change the server's settings. Without it they are only shown." };

    public BackupInitCommand(CliEnvironment environment)
        : base(environment, "init", "Prepare a folder for backups and have the server archive its log there. Shows what it would change; --yes changes it.")
    {
        Options.Add(_folder);
        Options.Add(_yes);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = Environment.FolderOf(arguments, _folder);
        await using var work = Open();
        await using var server = await ServerSession.OpenAsync(work.Source, cancellationToken);
        var cluster = await server.ClusterAsync(cancellationToken);
        if (!folder.IsEmpty) folder.Require(cluster);
        var wanted = new List<(string Name, string Value)>
        {
            ("archive_mode", "on"), ("archive_command", WalArchive.CommandFor(folder.Wal)), ("archive_timeout", "1min"),
        };
        if (await server.SettingAsync("wal_level", cancellationToken) == "minimal") wanted.Add(("wal_level", "replica"));
        await RequireNobodyElseArchivesAsync(server, wanted[1].Value, cancellationToken);
        var changes = new List<SettingChange>();
        foreach (var (name, value) in wanted)
        {
            var now = await server.SettingAsync(name, cancellationToken);
            if (now != value) changes.Add(new SettingChange(name, now, value));
        }

        if (arguments.GetValue(_yes)) await ChangeAsync(server, folder, cluster, changes, cancellationToken);
        var mustRestart = arguments.GetValue(_yes) && await server.AskAsync<bool>("select bool_or(pending_restart) from pg_settings", cancellationToken);
        return new Answer(new { folder = folder.Path, cluster, changes, changed = arguments.GetValue(_yes), mustRestart }, console =>
        {
            var table = Tables.Of("Thiết lập của PostgreSQL", "Hiện tại", "Cần có");
            foreach (var change in changes) table.Row(change.Name, change.Now, change.Wanted);
            console.Write(table);
            console.Line(!arguments.GetValue(_yes) ? "Chưa thay đổi gì. Thêm --yes để thay đổi."
                : mustRestart ? $"Đã ghi các thiết lập. HÃY KHỞI ĐỘNG LẠI PostgreSQL, rồi chạy: dvc backup take --dir {folder.Path}"
                : $"Máy chủ đã lưu trữ nhật ký vào {folder.Wal}. Tiếp theo: dvc backup take --dir {folder.Path}");
        });
    }

    private static async Task RequireNobodyElseArchivesAsync(ServerSession server, string command, CancellationToken cancellationToken)
    {
        if (await server.SettingAsync("archive_mode", cancellationToken) == "off") return;
        var now = await server.SettingAsync("archive_command", cancellationToken);
        if (now != command && now is not ("" or "(disabled)"))
        {
            throw CliProblemException.Refused($"The server archives its log already, in another way: {now}{System.Environment.NewLine}Somebody relies on that. Nothing was changed.");
        }
    }

    private async Task ChangeAsync(ServerSession server, BackupFolder folder, string cluster, List<SettingChange> changes, CancellationToken cancellationToken)
    {
        if (folder.IsEmpty) await folder.PrepareAsync(new ServerTools(Environment.Variable), cluster, cancellationToken);
        foreach (var change in changes)
        {
            await server.DoAsync($"alter system set {change.Name} = '{change.Wanted.Replace("'", "''", StringComparison.Ordinal)}'", cancellationToken);
        }

        await server.DoAsync("select pg_reload_conf()", cancellationToken);
        // The signal takes a moment to arrive; what waits for a restart is known only then.
        await Task.Delay(TimeSpan.FromMilliseconds(500), Environment.Time, cancellationToken);
    }

    private sealed record SettingChange(string Name, string Now, string Wanted);
}
