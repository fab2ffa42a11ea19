using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc conflicts</c>: calls that came again with other content and were refused.</summary>
internal sealed class ConflictsCommand : DvcCommand
{
    private readonly Option<int> _limit = Parameters.Limit(100);

    public ConflictsCommand(CliEnvironment environment)
        : base(environment, "conflicts", "List repeated calls that were refused because their content had changed.") => Options.Add(_limit);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var conflicts = await new DoubtList(work.Source).ConflictsAsync(arguments.GetValue(_limit), cancellationToken);
        return new Answer(new { conflicts }, console =>
        {
            var table = Tables.Of("Số", "Lúc", "Cửa vào", "Chi tiết");
            foreach (var conflict in conflicts) table.Row(Tables.Number(conflict.Id), Tables.Time(conflict.At), conflict.Endpoint, conflict.Detail);
            console.Write(table);
            console.Line($"{conflicts.Count} lần gửi lại bị từ chối vì khác nội dung.");
        });
    }
}
