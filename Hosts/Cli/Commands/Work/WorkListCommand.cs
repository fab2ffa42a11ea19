using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Work;

namespace DichVuCong.Cli.Commands.Work;

/// <summary><c>dvc work list</c>: what needs a human now.</summary>
internal sealed class WorkListCommand : DvcCommand
{
    private readonly Option<WorkKind?> _kind = new("--kind") { Description = "Only this kind: parked, partner, overdue, coordination, alarm, soonOverdue, difference." };
    private readonly Option<int> _limit = Parameters.Limit(20);

    public WorkListCommand(CliEnvironment environment)
        : base(environment, "list", "List what needs a human now, the most urgent kind first.")
    {
        Options.Add(_kind);
        Options.Add(_limit);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var (desk, person) = (WorkParameters.Desk(work), WorkParameters.Person(Environment));
        var counts = await desk.CountAsync(person, cancellationToken);
        var items = new List<WorkItem>();
        foreach (var kind in counts.Where(count => count.Count > 0 && arguments.GetValue(_kind) is var only && (only is null || only == count.Kind)))
        {
            items.AddRange(await desk.ListAsync(person, kind.Kind, arguments.GetValue(_limit), cancellationToken));
        }

        return new Answer(new { counts, items }, console =>
        {
            var table = Tables.Of("Việc", "Loại", "Nội dung", "Số", "Cơ quan", "Từ lúc", "Hạn", "Ai giữ", "Ghi chú cuối");
            foreach (var item in items)
            {
                table.Row(
                    item.Id, OperatorWords.Of(item.Kind), WorkWords.DetailOf(item), Tables.Number(item.Count), item.Agency, Tables.Time(item.Since), Tables.Time(item.Due),
                    item.Assignee, item.Latest is { } note ? $"{OperatorWords.Of(note.Step)} {note.Note}".Trim() : null);
            }

            console.Write(table);
            console.Line(string.Join("; ", counts.Select(count => $"{OperatorWords.Of(count.Kind)}: {Tables.Number(count.Count)}")));
        });
    }
}
