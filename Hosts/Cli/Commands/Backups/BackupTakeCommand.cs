using System.CommandLine;
using DichVuCong.Cli.Backups;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Backups;

/// <summary><c>dvc backup take</c>: a base backup, verified.</summary>
internal sealed class BackupTakeCommand : DvcCommand
{
    private readonly Option<string?> _folder = BackupOptions.Folder();

    public BackupTakeCommand(CliEnvironment environment)
        : base(environment, "take", "Take a base backup while everything runs, and verify it.") => Options.Add(_folder);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var folder = Environment.FolderOf(arguments, _folder);
        var backup = await new BackupTaking(new ServerTools(Environment.Variable), folder, work).TakeAsync(cancellationToken);
        return new Answer(new { backup }, console => console.Line(
            $"Đã sao lưu {backup.Name} ({Tables.Number(backup.Bytes / 1_000_000)} MB), đã kiểm tra. Khôi phục được về mọi thời điểm từ {Tables.Time(backup.EndedAt)}."));
    }
}
