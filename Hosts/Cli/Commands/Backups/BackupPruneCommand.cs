using System.CommandLine;
using DichVuCong.Cli.Backups;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Backups;

/// <summary><c>dvc backup prune</c>: lets old backups go, and the log that only they need.</summary>
internal sealed class BackupPruneCommand : DvcCommand
{
    private readonly Option<string?> _folder = BackupOptions.Folder();
    private readonly Option<int> _keep = Parameters.Count("--keep", "How many base backups to keep, the newest.", otherwise: 7, most: 10_000);
    private readonly Option<bool> _yes = new("--yes") { Description = "Delete. Without it is only shown what would go." };

    public BackupPruneCommand(CliEnvironment environment)
        : base(environment, "prune", "Delete old base backups, and the archived log that only they need.")
    {
        Options.Add(_folder);
        Options.Add(_keep);
        Options.Add(_yes);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = Environment.FolderOf(arguments, _folder);
        folder.Require();
        var all = folder.List();
        var go = all.SkipLast(arguments.GetValue(_keep)).ToList();
        var kept = all.Skip(go.Count).ToList();
        if (arguments.GetValue(_yes) && go.Count > 0)
        {
            // The log first: a base backup without its log is seen to be useless, log without a base backup is not.
            (await new ServerTools(Environment.Variable).RunAsync("pg_archivecleanup", [folder.Wal, kept[0].FirstWal], cancellationToken)).Require("The archived log was not pruned");
            foreach (var backup in go)
            {
                File.Delete(folder.NoteOf(backup.Name));
                Directory.Delete(folder.FolderOf(backup.Name), recursive: true);
            }
        }

        return new Answer(new { deleted = go, kept, done = arguments.GetValue(_yes) }, console =>
        {
            foreach (var backup in go) console.Line($"{(arguments.GetValue(_yes) ? "Đã xóa" : "Sẽ xóa")} {backup.Name}");
            console.Line(kept is [var oldest, ..] ? $"Giữ {kept.Count} bản; khôi phục được về mọi thời điểm từ {Tables.Time(oldest.EndedAt)}." : "Không có bản sao lưu nào.");
            if (go.Count > 0 && !arguments.GetValue(_yes)) console.Line("Chưa xóa gì. Thêm --yes để xóa.");
        });
    }
}
