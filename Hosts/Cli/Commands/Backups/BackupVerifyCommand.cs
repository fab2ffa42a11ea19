using System.CommandLine;
using DichVuCong.Cli.Backups;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Backups;

/// <summary><c>dvc backup verify</c>: every byte against the manifests, and the log without a gap.</summary>
internal sealed class BackupVerifyCommand : DvcCommand
{
    private readonly Option<string?> _folder = BackupOptions.Folder();

    public BackupVerifyCommand(CliEnvironment environment)
        : base(environment, "verify", "Check every base backup against its manifest and the archived log for gaps; ends with 1 when something is wrong.") => Options.Add(_folder);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = Environment.FolderOf(arguments, _folder);
        folder.Require();
        var tools = new ServerTools(Environment.Variable);
        var archive = new WalArchive(folder.Wal);
        var results = new List<Verified>();
        foreach (var backup in folder.List())
        {
            var check = await tools.RunAsync("pg_verifybackup", ["-q", folder.FolderOf(backup.Name)], cancellationToken);
            var problem = check.ExitCode == 0 ? null : ToolResult.LastLines(check.Error, lines: 3);
            results.Add(new Verified(backup.Name, problem ?? (archive.FirstGap(backup.FirstWal) is { } gap ? $"log segment {gap} is missing" : null)));
        }

        return new Answer(
            new { results },
            console =>
            {
                var table = Tables.Of("Bản sao lưu", "Kết quả");
                foreach (var result in results) table.Row(result.Name, result.Problem ?? "đạt");
                console.Write(table);
            },
            results.Count > 0 && results.All(result => result.Problem is null) ? ExitCodes.Ok : ExitCodes.Problems);
    }

    private sealed record Verified(string Name, string? Problem);
}
