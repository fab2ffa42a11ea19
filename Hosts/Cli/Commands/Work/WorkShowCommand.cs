using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations;

namespace DichVuCong.Cli.Commands.Work;

/// <summary><c>dvc work show</c>: one thing, and what was done about it.</summary>
internal sealed class WorkShowCommand : DvcCommand
{
    private readonly Argument<string> _item = WorkParameters.Item();

    public WorkShowCommand(CliEnvironment environment)
        : base(environment, "show", "Show one thing that needs a human, and everything that was done about it.") => Arguments.Add(_item);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var (desk, person, id) = (WorkParameters.Desk(work), WorkParameters.Person(Environment), arguments.GetValue(_item)!);
        var item = await desk.FindAsync(person, id, cancellationToken);
        var notes = await desk.NotesAsync(person, id, cancellationToken);
        if (item is null && notes.Count == 0) throw CliProblemException.NotFound($"Không có việc {id}.");
        return new Answer(new { item, notes }, console =>
        {
            console.Line(item is null
                ? $"{id}: đã xử lý xong."
                : $"{item.Id}: {OperatorWords.Of(item.Kind)}, {WorkWords.DetailOf(item)}; từ {Tables.Time(item.Since)}; người giữ: {item.Assignee ?? Tables.Nothing}");
            var table = Tables.Of("Lúc", "Bước", "Ai", "Giao cho", "Nội dung");
            foreach (var note in notes) table.Row(Tables.Time(note.At), OperatorWords.Of(note.Step), note.By, note.Assignee, note.Note);
            console.Write(table);
        });
    }
}
