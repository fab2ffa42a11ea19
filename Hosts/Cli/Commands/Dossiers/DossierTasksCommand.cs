using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Dossiers;

namespace DichVuCong.Cli.Commands.Dossiers;

/// <summary><c>dvc dossier tasks</c>: what waits at the coordination desk.</summary>
internal sealed class DossierTasksCommand : DvcCommand
{
    private readonly Option<int> _limit = Parameters.Limit(100);

    public DossierTasksCommand(CliEnvironment environment)
        : base(environment, "tasks", "List the dossiers for which nobody, or several, are competent.") => Options.Add(_limit);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var tasks = await new CoordinationTasks(work.Source).OpenAsync(arguments.GetValue(_limit), cancellationToken);
        return new Answer(new { tasks }, console =>
        {
            var table = Tables.Of("Mã hồ sơ", "Thủ tục", "Lý do", "Các cơ quan có thể", "Từ lúc");
            foreach (var task in tasks)
            {
                table.Row(task.Dossier.Value, task.Procedure.Value, task.Cause, string.Join(", ", task.Candidates), Tables.Time(task.OpenedAt));
            }

            console.Write(table);
            console.Line($"{tasks.Count} hồ sơ chờ điều phối.");
        });
    }
}
