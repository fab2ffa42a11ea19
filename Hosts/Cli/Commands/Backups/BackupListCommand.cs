using System.CommandLine;
using DichVuCong.Cli.Backups;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Backups;

/// <summary><c>dvc backup list</c>: what there is, and how far it reaches.</summary>
internal sealed class BackupListCommand : DvcCommand
{
    /// <summary>Twice the time after which the server archives even a segment that is not full.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(2);

    private readonly Option<string?> _folder = BackupOptions.Folder();

    public BackupListCommand(CliEnvironment environment)
        : base(environment, "list", "List the base backups and how far the archived log reaches; ends with 1 when there is none.") => Options.Add(_folder);

    protected override Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = Environment.FolderOf(arguments, _folder);
        folder.Require();
        var backups = folder.List();
        var archive = new WalArchive(folder.Wal);
        var newest = archive.NewestAt();
        var isStale = newest is null || Environment.Time.GetUtcNow() - newest > Stale;
        return Task.FromResult(new Answer(
            new { backups, newestSegmentAt = newest, segments = archive.Segments().Count, stale = isStale },
            console =>
            {
                var table = Tables.Of("Bản sao lưu", "Từ", "Đến", "MB", "Phiên bản", "Nhật ký từ");
                foreach (var backup in backups)
                {
                    table.Row(backup.Name, Tables.Time(backup.BeganAt), Tables.Time(backup.EndedAt), Tables.Number(backup.Bytes / 1_000_000), backup.Version, backup.FirstWal);
                }

                console.Write(table);
                console.Line($"Đoạn nhật ký mới nhất: {Tables.Time(newest)}{(isStale ? " – quá 2 phút (máy chủ rảnh, hoặc đã ngừng lưu trữ: xem nhật ký của máy chủ)" : "")}.");
            },
            backups.Count > 0 ? ExitCodes.Ok : ExitCodes.Problems));
    }
}
